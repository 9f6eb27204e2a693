import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import {
  fileLetter,
  LETTER,
  OF_ONE,
  paramsOf,
  reportArchive,
  type TestArchive,
  TODAY,
  testedElsewhere
} from './report-archive.ts'

function withLetter(): TestArchive {
  const archive = reportArchive()
  fileLetter(archive)
  return archive
}
const column = (archive: TestArchive, params: ReturnType<typeof paramsOf>, at: number) =>
  rowsOf(buildReport(archive, params)).map((row) => row.cells[at]?.text)

describe('sheets about one document', () => {
  test('the signature sheet has a line for everyone, the signature where it was given', () => {
    const archive = withLetter()
    const params = paramsOf('signature-sheet', { documentId: LETTER })
    expect(buildReport(archive, params).lines).toEqual([
      'Công văn số 221-CV/HU, ngày 12/8/2021 của Ban Thường vụ Huyện ủy về việc tăng cường công tác chỉ đạo, định hướng, quản lý thông tin trên mạng xã hội'
    ])
    expect(column(archive, params, 1)).toEqual([
      'Ủy ban nhân dân huyện',
      'Ban Tuyên giáo Huyện ủy',
      "Đảng ủy xã Đạ K'Nàng",
      'Đảng ủy xã Phi Liêng',
      'Đội cờ đỏ liên trường',
      'Công an huyện'
    ])
    expect(column(archive, params, 5)).toEqual(['Nguyễn Thị Hạnh', 'Đã ký nhận', '', '', '', ''])
  })

  test('printed again for the absent: nobody who signed, numbered anew', () => {
    const params = paramsOf('signature-sheet', { documentId: LETTER, onlyUnsigned: true })
    const archive = withLetter()
    expect(column(archive, params, 0)).toEqual(['1', '2', '3', '4'])
    expect(column(archive, params, 1)).toEqual([
      "Đảng ủy xã Đạ K'Nàng",
      'Đảng ủy xã Phi Liêng',
      'Đội cờ đỏ liên trường',
      'Công an huyện'
    ])
  })

  test('who need not be sent to is on no signature sheet, and is said in the log with the reason', () => {
    const archive = withLetter()
    const dismissed = { documentId: LETTER, bodyId: 'b_philieng', reason: 'Đã nhận tại hội nghị' }
    archive.memory.record({ kind: 'recipient-dismissed', data: dismissed })
    expect(column(archive, paramsOf('signature-sheet', { documentId: LETTER }), 1)).not.toContain(
      'Đảng ủy xã Phi Liêng'
    )
    expect(column(archive, paramsOf('distribution-log', { documentId: LETTER }), 9)).toContain(
      'Không phải gửi; Đã nhận tại hội nghị'
    )
  })

  test('the log parts what the text names from what was sent beside it', () => {
    const document = buildReport(withLetter(), paramsOf('distribution-log', { documentId: LETTER }))
    expect(document.groups.map((group) => [group.title, group.rows.length])).toEqual([
      ['Gửi theo văn bản', 3],
      ['Có trong văn bản, chưa gửi', 1],
      ['Có trong văn bản, chưa rõ là ai', 1],
      ['Gửi ngoài nơi nhận ghi trong văn bản', 1]
    ])
    expect(document.lines[1]).toBe(
      'Theo văn bản: 4 nơi; đã gửi 3; đã ký nhận 2; chưa ký nhận 1; chưa gửi 1; chưa rõ là ai 1; gửi ngoài nơi nhận 1'
    )
    expect(document.footnotes).toEqual(['1 bản lưu, không tính là lượt gửi.'])
  })

  test('a sheet without a document is refused', () => {
    for (const name of ['signature-sheet', 'distribution-log', 'lineage-sheet'] as const) {
      expect(() => buildReport(reportArchive(), paramsOf(name))).toThrow('bad-input')
      expect(() => buildReport(reportArchive(), paramsOf(name, { documentId: 'd_none' }))).toThrow('not-found')
    }
  })
})

describe('lists', () => {
  test('who has not signed, by recipient, with days waited and days late', () => {
    const document = buildReport(withLetter(), paramsOf('unacknowledged'))
    expect(document.lines).toEqual(['Đến ngày 30/8/2021: 2 nơi, 2 lượt chưa ký nhận, 2 lượt quá 7 ngày'])
    expect(document.groups.map((group) => group.title)).toEqual([
      "Đảng ủy xã Đạ K'Nàng (1 văn bản)",
      'Công an huyện (1 văn bản)'
    ])
    expect(
      rowsOf(document)[0]
        ?.cells.map((cell) => cell.text)
        .slice(5)
    ).toEqual(['13/8/2021', 'Văn thư chuyển', '17', 'Quá hạn 10 ngày'])
    expect(rowsOf(buildReport(withLetter(), paramsOf('unacknowledged', { to: '2021-08-12' })))).toEqual([])
  })

  test('what is cited and not held, and the lineage by level', () => {
    const archive = withLetter()
    const text =
      'Thực hiện Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị và Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy, Ban Thường vụ Huyện ủy yêu cầu như sau.'
    archive.memory.file(
      'd_plan0044',
      {
        direction: 'outgoing',
        number: '44',
        symbol: 'KH/HU',
        documentType: 'ke-hoach',
        issuedOn: '2021-08-20',
        issuer: 'Huyện ủy Đam Rông',
        subject: 'Kế hoạch thông tin trên mạng xã hội'
      },
      text
    )
    const missing = buildReport(archive, paramsOf('missing-documents'))
    expect(rowsOf(missing).map((row) => row.cells.map((cell) => cell.text).slice(1, 7))).toEqual([
      ['Nghị quyết', '35-NQ/TW', '22/10/2018', 'Bộ Chính trị', '1', '44-KH/HU (20/8/2021)'],
      ['Công văn', '713-CV/TU', '09/8/2021', 'Ban Thường vụ Tỉnh ủy', '1', '44-KH/HU (20/8/2021)']
    ])
    const sheet = buildReport(archive, paramsOf('lineage-list', { documentId: 'd_plan0044' }))
    expect(sheet.groups.map((group) => group.title)).toEqual(['Trung ương', 'Tỉnh ủy', 'Huyện ủy'])
    const [first, , root] = rowsOf(sheet)
    expect(first?.cells[5]?.text).toBe('Chưa có trong kho')
    expect(root?.cells[3]).toMatchObject({ lead: 'Văn bản gốc.', text: 'Kế hoạch thông tin trên mạng xã hội' })
    expect(root?.cells[5]?.text).toMatch(/^Thực hiện (35-NQ\/TW, 713-CV\/TU|713-CV\/TU, 35-NQ\/TW)$/)
  })

  test('an empty archive prints every list and says that it is empty', () => {
    const archive = reportArchive()
    for (const name of REPORT_NAMES) {
      // What to do is the same on the first day.
      if (OF_ONE.has(name) || testedElsewhere(name) || name === 'restore-guide') continue
      const document = buildReport(archive, paramsOf(name))
      expect(rowsOf(document)).toEqual([])
      expect(document.empty).not.toBe('')
      expect(document.printedOn).toBe(TODAY)
    }
  })
})

describe('paper', () => {
  test('the columns of every report fill the sheet and days have room', () => {
    const archive = withLetter()
    for (const name of REPORT_NAMES.filter((one) => !testedElsewhere(one) && one !== 'book-closing')) {
      const { columns, landscape } = buildReport(
        archive,
        paramsOf(name, { documentId: LETTER, hits: { kind: 'named', documentIds: [LETTER] } })
      )
      const width = columns.reduce((sum, one) => sum + one.mm, 0)
      expect([name, width]).toEqual([name, landscape ? 267 : 180])
      const days = columns.filter((one) => one.title.startsWith('Ngày'))
      expect(days.every((one) => one.mm >= 22 && one.whole)).toBe(true)
    }
  })
})
