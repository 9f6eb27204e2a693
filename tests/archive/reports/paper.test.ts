import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { cleanText } from '#archive/reports/clean.ts'
import { documentSentence, typeAndSubject } from '#archive/reports/document-words.ts'
import { countLines } from '#archive/reports/paper/count-lines.ts'
import { measureWith } from '#archive/reports/paper/font-metrics.ts'
import { paginate, type Sheet } from '#archive/reports/paper/paginate.ts'
import { periodLine } from '#archive/reports/period-line.ts'
import { printDay } from '#archive/reports/print-day.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import { fileIncoming, paramsOf, reportArchive } from './report-archive.ts'

function register(lines: number) {
  const archive = reportArchive()
  fileIncoming(archive, lines)
  return buildReport(archive, paramsOf('register-in'))
}
const rowsOn = (sheet: Sheet) => sheet.lines.filter((line) => line.kind === 'row').length
const totals = (sheet: Sheet) =>
  sheet.lines.flatMap((line) => (line.kind === 'total' ? [line.cells.map((cell) => cell.text).join('|')] : []))

describe('sheets', () => {
  test('every row stands on one sheet, in order', () => {
    const document = register(200)
    const rows = paginate(document).flatMap((sheet) =>
      sheet.lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))
    )
    expect(rows).toEqual(rowsOf(document))
  })

  test('each sheet ends with its total, the next begins with what is carried over, the last sums up', () => {
    const sheets = paginate(register(60))
    const [first, second, third] = sheets
    if (!first || !second || !third) throw new Error('three sheets wanted')
    expect(totals(first).at(-1)).toBe(`Cộng trang 1: ${rowsOn(first)} văn bản`)
    expect(totals(second)[0]).toBe(`Trang 1 chuyển sang: ${rowsOn(first)} văn bản`)
    expect(totals(third)[0]).toBe(`Trang 1 đến 2 chuyển sang: ${rowsOn(first) + rowsOn(second)} văn bản`)
    expect(totals(sheets.at(-1) ?? first).at(-1)).toBe('Cộng từ đầu bản in: 60 văn bản')
  })

  test('one sheet has one total', () => {
    const [only, ...more] = paginate(register(3))
    expect(more).toEqual([])
    expect(only && totals(only)).toEqual(['Cộng từ đầu bản in: 3 văn bản'])
  })

  test('whatever the number of rows, the signatures have at least two of them above', () => {
    for (let lines = 2; lines <= 60; lines++) {
      const sheets = paginate(register(lines))
      expect([lines, rowsOn(sheets.at(-1) as Sheet) >= 2]).toEqual([lines, true])
      expect(sheets.every((sheet) => rowsOn(sheet) > 0)).toBe(true)
    }
  })

  test("a month's head is never the last line of a sheet, its total never the first", () => {
    for (const sheet of paginate(register(200))) {
      const kinds = sheet.lines.map((line) => line.kind)
      expect(kinds.lastIndexOf('title')).toBeLessThan(kinds.lastIndexOf('row'))
      const own = sheet.first ? kinds : kinds.slice(1)
      expect(own[0]).not.toBe('total')
    }
  })
})

describe('measuring', () => {
  test('the face says how wide its letters are', () => {
    const width = measureWith('regular')
    expect(width('0123456789')).toBeCloseTo(5, 2)
    expect(width('Ự')).toBeCloseTo(width('Ư'), 3)
    expect(measureWith('bold')('HUYỆN')).toBeGreaterThan(width('HUYỆN'))
  })

  test('a narrower column never takes fewer lines, and every text takes one', () => {
    const words = fc.string({ unit: fc.constantFrom(...'aăâđêôơưỤỄ0 -/\n'), maxLength: 80 })
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (text, width) => {
        const measure = measureWith('regular')
        const lines = countLines(text, width, measure)
        return lines >= text.split('\n').length && countLines(text, width * 3, measure) <= lines
      })
    )
  })
})

describe('words', () => {
  test('days as paper writes them', () => {
    expect(['2021-08-12', '2025-02-05', '2021-12-01', '2021-01-31'].map(printDay)).toEqual([
      '12/8/2021',
      '05/02/2025',
      '01/12/2021',
      '31/01/2021'
    ])
  })

  test('periods', () => {
    const terms = ['2015-08-01', '2020-08-01']
    const say = (from: string | null, to: string | null) => periodLine(from, to, terms, 'Toàn bộ sổ')
    expect(say(null, null)).toBe('Toàn bộ sổ')
    expect(say('2021-01-01', '2021-12-31')).toBe('Năm 2021')
    expect(say('2020-08-01', '2025-07-31')).toBe('Nhiệm kỳ 2020–2025')
    expect(say('2021-02-01', '2021-02-28')).toBe('Tháng 02/2021')
    expect(say('2021-08-05', '2021-08-30')).toBe('Từ ngày 05/8/2021 đến ngày 30/8/2021')
    expect(say(null, '2021-08-30')).toBe('Đến ngày 30/8/2021')
    expect(say('2021-08-05', null)).toBe('Từ ngày 05/8/2021')
    expect(say('2021-08-05', '2021-08-05')).toBe('Ngày 05/8/2021')
  })

  test('type and subject read as one phrase', () => {
    const say = (documentType: 'cong-van' | 'ke-hoach' | 'nghi-quyet' | 'quyet-dinh' | null, subject: string | null) =>
      typeAndSubject({ documentType, subject })
    expect(say('cong-van', 'V/v Tăng cường quản lý')).toBe('Công văn về việc tăng cường quản lý')
    expect(say('cong-van', 'tăng cường quản lý')).toBe('Công văn về việc tăng cường quản lý')
    expect(say('nghi-quyet', 'Về Huyện ủy Đam Rông')).toBe('Nghị quyết về Huyện ủy Đam Rông')
    expect(say('nghi-quyet', 'Đại hội đại biểu Đảng bộ huyện')).toBe('Nghị quyết Đại hội đại biểu Đảng bộ huyện')
    expect(say('ke-hoach', 'Kế hoạch kiểm tra năm 2022')).toBe('Kế hoạch kiểm tra năm 2022')
    expect(say('quyet-dinh', 'Về việc Thành lập Ban Chỉ đạo 35')).toBe('Quyết định về việc thành lập Ban Chỉ đạo 35')
    expect(say('quyet-dinh', 'Về Điều lệ Đảng')).toBe('Quyết định về Điều lệ Đảng')
    expect(say('ke-hoach', null)).toBe('Kế hoạch')
    expect(say(null, null)).toBe('')
  })

  test('a Party paper is cited with a comma before its day, a State one without', () => {
    const base = { issuer: 'Chính phủ', actingBody: null, subject: 'về công tác văn thư' } as const
    expect(
      documentSentence({ ...base, reference: '30/2020/NĐ-CP', documentType: 'nghi-dinh', issuedOn: '2020-03-05' })
    ).toBe('Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư')
    expect(
      documentSentence({
        reference: '35-NQ/TW',
        documentType: 'nghi-quyet',
        issuedOn: '2018-10-22',
        issuer: null,
        actingBody: 'Bộ Chính trị',
        subject: null
      })
    ).toBe('Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị')
  })

  test('signs that turn or hide text are seen', () => {
    expect(cleanText('a\u202eb\u0000c\r\nd\ud800')).toBe('a[U+202E]b c\nd\ufffd')
  })
})
