import { expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import { renderHtml } from '#archive/reports/render/html.ts'
import { sumsOf } from '#archive/reports/totals.ts'
import {
  fileIncoming,
  fileLetter,
  LETTER,
  paramsOf,
  reportArchive,
  type TestArchive,
  withdraw
} from './report-archive.ts'

function filled(): TestArchive {
  const archive = reportArchive()
  fileIncoming(archive, 24)
  fileLetter(archive)
  return archive
}
const texts = (archive: TestArchive, fields: Record<string, unknown>) =>
  rowsOf(buildReport(archive, paramsOf('statistics', fields))).map((row) => row.cells.map((cell) => cell.text))

test('by month and direction, in order of time, with shares and sums', () => {
  const archive = filled()
  const rows = texts(archive, { by: 'month' })
  expect(rows).toHaveLength(12)
  expect(rows[7]).toEqual(['8', 'Tháng 8 năm 2021', '2', '1', '3', '12,0'])
  const document = buildReport(archive, paramsOf('statistics', { by: 'month' }))
  expect(document.columns.map((column) => column.title)).toEqual([
    'STT',
    'Tháng',
    'Văn bản đến',
    'Văn bản đi',
    'Cộng',
    'Tỷ lệ (%)'
  ])
  expect(sumsOf(document, rowsOf(document))).toEqual([24, 1, 25])
})

test('by type, sender, signer and unit; who is not said stands last', () => {
  const archive = filled()
  expect(texts(archive, { by: 'type' })).toEqual([['1', 'Công văn', '24', '1', '25', '100,0']])
  expect(texts(archive, { by: 'sender', direction: 'incoming' }).map((row) => row.slice(1, 3))).toEqual([
    ['Ban Bí thư', '6'],
    ['Ban Thường vụ Tỉnh ủy', '6'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', '6'],
    ['Văn phòng Tỉnh ủy', '6']
  ])
  expect(texts(archive, { by: 'signer' }).map((row) => row[1])).toEqual(["Đa Cắt K'Hương", 'Không ghi người ký'])
  expect(texts(archive, { by: 'handler', direction: 'incoming' })).toEqual([
    ['1', 'Ban Tuyên giáo Huyện ủy', '24', '100,0']
  ])
})

test('spellings of one name count together, under the one that was first', () => {
  const archive = reportArchive()
  for (const [n, issuer] of ['Ủy ban nhân dân huyện', 'Uỷ ban nhân dân huyện', 'UỶ BAN NHÂN DÂN HUYỆN'].entries()) {
    archive.memory.file(`d_same000${n}`, { direction: 'incoming', arrivedOn: '2021-02-01', issuer, actingBody: null })
  }
  expect(texts(archive, { by: 'sender' })).toEqual([['1', 'Ủy ban nhân dân huyện', '3', '100,0']])
})

test('withdrawn papers count for nothing and are said', () => {
  const archive = filled()
  withdraw(archive, LETTER, 'trùng')
  const document = buildReport(archive, paramsOf('statistics', { by: 'type' }))
  expect(sumsOf(document, rowsOf(document))).toEqual([24])
  expect(document.footnotes).toEqual(['Không tính 1 văn bản đã rút khỏi sổ.'])
})

test('the bars say the same figures as the table; the many smallest stand in one', () => {
  const archive = reportArchive()
  for (let n = 0; n < 60; n++) {
    const issuer = `Chi bộ số ${n % 20}`
    archive.memory.file(`d_bars${String(n).padStart(4, '0')}`, {
      direction: 'incoming',
      arrivedOn: '2021-02-01',
      issuer
    })
  }
  const document = buildReport(archive, paramsOf('statistics', { by: 'sender' }))
  expect(rowsOf(document)).toHaveLength(20)
  expect(document.chart?.bars).toHaveLength(12)
  expect(document.chart?.bars.at(-1)).toEqual({ label: 'Còn lại (9 dòng)', parts: [27] })
  const total = document.chart?.bars.reduce((sum, bar) => sum + (bar.parts[0] ?? 0), 0)
  expect(total).toBe(60)
  const html = renderHtml(document, 'screen')
  expect(html.match(/<rect /g)).toHaveLength(12)
})

test('nothing in the period: no bars, and it says so', () => {
  const document = buildReport(filled(), paramsOf('statistics', { from: '1990-01-01', to: '1990-12-31' }))
  expect([document.chart, rowsOf(document), document.lines[0]]).toEqual([null, [], 'Năm 1990'])
})
