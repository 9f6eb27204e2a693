import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { type FormBlock, innerHeight } from '#archive/reports/forms/form.ts'
import { formHeight } from '#archive/reports/forms/form-height.ts'
import { type PrintDocument, rowsOf } from '#archive/reports/print-document.ts'
import { sumsOf } from '#archive/reports/totals.ts'
import {
  bodyOf,
  fileIncoming,
  fileLetter,
  LETTER,
  paramsOf,
  reportArchive,
  type TestArchive
} from './report-archive.ts'

function withLetter(): TestArchive {
  const archive = reportArchive()
  fileLetter(archive)
  return archive
}

/** Every word on a sheet, in order. */
function wordsOf(blocks: readonly FormBlock[] | undefined): string {
  return (blocks ?? []).map(blockWords).join('\n')
}

function blockWords(block: FormBlock): string {
  const lines = (held: readonly Readonly<{ runs: readonly Readonly<{ text: string }>[] }>[]) =>
    held.map((line) => line.runs.map((run) => run.text).join('')).join('\n')
  switch (block.kind) {
    case 'lines':
    case 'frame':
      return lines(block.lines)
    case 'columns':
      return block.parts.map((part) => lines(part.lines)).join('\n')
    case 'table':
      return block.rows.map((row) => row.join(' | ')).join('\n')
    case 'cut':
      return block.words
    case 'grid':
      return block.fields.map((field) => (field === null ? '-' : lines(field))).join('\n')
    case 'space':
      return ''
  }
}

function sheetsOf(document: PrintDocument): readonly (readonly FormBlock[])[] {
  if (document.forms === null) throw new Error('no forms')
  const { paper, sheets } = document.forms
  // Each sheet fits its paper: nothing runs over to a second page.
  for (const sheet of sheets) expect(formHeight(sheet, paper)).toBeLessThanOrEqual(innerHeight(paper) + 0.01)
  return sheets
}

function sendMore(archive: TestArchive, papers: number, subject: string): void {
  for (let n = 1; n <= papers; n++) {
    const documentId = archive.memory.file(`d_more${String(n).padStart(4, '0')}`, {
      direction: 'outgoing',
      number: String(300 + n),
      symbol: 'TB/HU',
      documentType: 'thong-bao',
      issuedOn: '2021-08-20',
      issuer: 'Huyện ủy Đam Rông',
      subject,
      urgency: n === 2 ? 'hoa-toc' : null
    })
    const deliveries = [{ deliveryId: `v_more${n}`, bodyId: 'b_congan', channel: 'post', copies: n }]
    archive.memory.record({ kind: 'deliveries-sent', data: { documentId, sentOn: '2021-08-21', deliveries } } as never)
  }
}

describe('slips', () => {
  test('one a recipient of the letter, before and after it was sent, with a receipt to send back', () => {
    const document = buildReport(withLetter(), paramsOf('send-slips', { documentId: LETTER }))
    const sheets = sheetsOf(document)
    expect(sheets).toHaveLength(6)
    const [first, , , unsent] = sheets.map(wordsOf)
    expect(first).toContain('PHIẾU GỬI')
    expect(first).toContain('Kính gửi: Ủy ban nhân dân huyện')
    expect(first).toContain('Đam Rông, ngày 12 tháng 8 năm 2021')
    expect(first).toContain('1 | 221-CV/HU | 12/8/2021 | Công văn về việc tăng cường')
    expect(first).toMatch(/Cắt theo đường này[\s\S]*PHIẾU NHẬN[\s\S]*Kính gửi: Văn phòng Huyện ủy Đam Rông/)
    expect(first).toContain('1. Công văn số 221-CV/HU, ngày 12/8/2021: 02 bản.')
    expect(unsent).toContain('Kính gửi: Đảng ủy xã Phi Liêng')
    expect(unsent).toContain('Đam Rông, ngày 30 tháng 8 năm 2021')
  })

  test('again for those who have not signed; for one recipient alone', () => {
    const archive = withLetter()
    const open = buildReport(archive, paramsOf('send-slips', { documentId: LETTER, onlyUnsigned: true }))
    expect(rowsOf(open).map((row) => row.cells[1]?.text)).toEqual([
      "Đảng ủy xã Đạ K'Nàng",
      'Đảng ủy xã Phi Liêng',
      'Đội cờ đỏ liên trường',
      'Công an huyện'
    ])
    const one = buildReport(archive, paramsOf('send-slips', { documentId: LETTER, bodyId: 'b_congan' }))
    expect(sheetsOf(one)).toHaveLength(1)
  })

  test('of days: what one recipient gets on one day goes on one slip, with the highest urgency', () => {
    const archive = withLetter()
    sendMore(archive, 3, 'kết luận của Ban Thường vụ')
    const document = buildReport(archive, paramsOf('send-slips', { from: '2021-08-21', to: '2021-08-21' }))
    const [only, ...more] = sheetsOf(document).map(wordsOf)
    expect(more).toEqual([])
    expect(only).toContain('gửi kèm theo phiếu này 03 văn bản')
    expect(only).toContain('HỎA TỐC')
    for (const n of [301, 302, 303]) expect(only).toContain(`${n}-TB/HU`)
  })

  test('too many for one sheet stand on several, none lost, long subjects told shorter', () => {
    const archive = withLetter()
    sendMore(archive, 30, 'kết luận của Ban Thường vụ về nhiều việc dài '.repeat(40))
    const sheets = sheetsOf(buildReport(archive, paramsOf('send-slips', { from: '2021-08-21', to: '2021-08-21' })))
    expect(sheets.length).toBeGreaterThan(3)
    const all = sheets.map(wordsOf).join('\n')
    for (let n = 301; n <= 330; n++) expect(all.split(`| ${n}-TB/HU |`)).toHaveLength(2)
    expect(all).toContain(' …')
  })

  test('what goes by the network, was called back or sent back needs none', () => {
    const archive = withLetter()
    archive.memory.record({
      kind: 'deliveries-marked',
      data: { deliveryIds: ['v_b_congan'], what: 'returned', on: '2021-08-20', by: null, basis: null, note: null }
    } as never)
    archive.memory.record({
      kind: 'body-saved',
      data: { body: bodyOf('b_philieng', 'Đảng ủy xã Phi Liêng', 'network'), before: null }
    })
    const names = rowsOf(buildReport(archive, paramsOf('send-slips', { documentId: LETTER }))).map(
      (row) => row.cells[1]?.text
    )
    expect(names).not.toContain('Công an huyện')
    expect(names).not.toContain('Đảng ủy xã Phi Liêng')
  })

  test('nobody to send to: the empty list says so and no form is made', () => {
    const document = buildReport(reportArchive(), paramsOf('send-slips', { from: '2021-01-01', to: '2021-01-31' }))
    expect([document.forms?.sheets, document.empty]).toEqual([[], 'Không có nơi nhận nào để lập phiếu gửi.'])
  })
})

describe('envelopes and labels', () => {
  test('an envelope a recipient in each size: sender, numbers, recipient', () => {
    const archive = withLetter()
    sendMore(archive, 2, 'kết luận')
    const widths = { c5: 229, c6: 162, dl: 220 } as const
    for (const envelope of ['c5', 'c6', 'dl'] as const) {
      const document = buildReport(archive, paramsOf('envelopes', { from: '2021-08-01', to: '2021-08-31', envelope }))
      const sheets = sheetsOf(document).map(wordsOf)
      expect(document.forms?.paper.width).toBe(widths[envelope])
      expect(sheets).toHaveLength(4)
      const police = sheets.find((sheet) => sheet.includes('Công an huyện'))
      expect(police).toContain('HUYỆN ỦY ĐAM RÔNG')
      expect(police).toContain('Số: 221-CV/HU, 301-TB/HU, 302-TB/HU')
      expect(police).toContain('HỎA TỐC')
    }
  })

  test('the longest name and a hundred numbers still fit the smallest envelope and a label', () => {
    const archive = withLetter()
    sendMore(archive, 100, 'kết luận')
    const name = 'Ban Chỉ đạo thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới '.repeat(3).trim()
    archive.memory.record({ kind: 'body-saved', data: { body: bodyOf('b_congan', name, 'post'), before: null } })
    const fields = { from: '2021-08-01', to: '2021-08-31', envelope: 'c6' }
    expect(
      sheetsOf(buildReport(archive, paramsOf('envelopes', fields)))
        .map(wordsOf)
        .join()
    ).toContain(' …')
    sheetsOf(buildReport(archive, paramsOf('labels', fields)))
  })

  test('labels begin where the sheet was used up to, and go on with the next', () => {
    const archive = withLetter()
    const params = paramsOf('labels', { documentId: LETTER, labelsUsed: 20 })
    const [first, second, ...more] = sheetsOf(buildReport(archive, params))
    expect(more).toEqual([])
    const fields = (sheet: readonly FormBlock[] | undefined) =>
      sheet?.flatMap((block) => (block.kind === 'grid' ? block.fields.map((field) => field !== null) : []))
    expect(fields(first)).toEqual([...Array(20).fill(false), ...Array(4).fill(true)])
    expect(fields(second)).toEqual([true, true])
    expect(wordsOf(first)).toContain('Ủy ban nhân dân huyện')
  })
})

describe('books of what was handed over', () => {
  test('the post book has the six official columns; one envelope a recipient and day', () => {
    const archive = withLetter()
    sendMore(archive, 2, 'kết luận')
    const document = buildReport(archive, paramsOf('post-book', { from: '2021-08-01', to: '2021-08-31' }))
    expect(document.columns.map((column) => column.title)).toEqual([
      'Ngày chuyển',
      'Số, ký hiệu văn bản',
      'Nơi nhận văn bản',
      'Số lượng bì',
      'Ký nhận và dấu bưu điện',
      'Ghi chú'
    ])
    expect(rowsOf(document).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['13/8/2021', '221-CV/HU', "Đảng ủy xã Đạ K'Nàng", '1', '', 'Văn thư chuyển'],
      ['13/8/2021', '221-CV/HU', 'Công an huyện', '1', '', ''],
      ['21/8/2021', '301-TB/HU, 302-TB/HU', 'Công an huyện', '1', '', 'Hỏa tốc']
    ])
    expect(sumsOf(document, rowsOf(document))).toEqual([4, 3])
  })

  test('the handover book of papers that came has those still to be handed over, for the pen', () => {
    const archive = reportArchive()
    fileIncoming(archive, 2)
    const document = buildReport(archive, paramsOf('handover-book', { direction: 'incoming', from: '2021-01-01' }))
    expect(document.title).toBe('Sổ chuyển giao văn bản đến')
    expect(document.columns[1]?.title).toBe('Số đến')
    expect(rowsOf(document).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['', '1', 'Ban Tuyên giáo Huyện ủy', '', '', 'Chưa chuyển'],
      ['', '2', 'Ban Tuyên giáo Huyện ủy', '', '', 'Chưa chuyển']
    ])
    expect(sumsOf(document, rowsOf(document))).toEqual([0, 2, 0])
  })
})
