import { expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { bookHandlers } from '#archive/handlers/books.ts'
import { documentHandlers } from '#archive/handlers/documents.ts'
import { buildReport } from '#archive/reports/build-report.ts'
import { type PrintDocument, rowsOf } from '#archive/reports/print-document.ts'
import { sumsOf } from '#archive/reports/totals.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { CLERK, formOf, tempArchive } from '#tests/support/temp-archive.ts'
import { paramsOf } from './report-archive.ts'

const TODAY = '2026-03-10'
const PLACE = {
  fondsId: null,
  direction: 'outgoing',
  body: null,
  separator: '-',
  documentType: 'cong-van',
  day: TODAY
} as const

/** Letters 01 (withdrawn), 02, void 03, kept 04, letter 06 (05 stands on nothing), 02 again with its reason; a letter that came. */
async function filled(archive: OpenedArchive) {
  const file = async (fields: Partial<DocumentForm>, reason: string | null = null) =>
    await documentHandlers['document.file'](
      archive,
      {
        form: formOf({
          subject: 'về chuẩn bị hội nghị',
          symbol: 'CV/HU',
          documentType: 'cong-van',
          issuer: 'Huyện ủy Đam Rông',
          issuedOn: TODAY,
          ...fields
        }),
        files: [],
        reviewed: true,
        numbering: { take: null, reason },
        restriction: null
      },
      CLERK
    )
  const first = await file({ number: '01' })
  await file({ number: '02' })
  const kept = await bookHandlers['number.reserve'](
    archive,
    { place: PLACE, numbers: [3, 4], count: 0, forWhom: 'Ban Tổ chức', reason: 'chờ ký' },
    CLERK
  )
  const [three, four] = kept.numbers
  if (!three || !four) throw new Error('not kept back')
  await bookHandlers['number.void'](archive, { what: { kind: 'reserved', id: three.id }, reason: 'hỏng dấu' }, CLERK)
  await file({ number: '06' })
  await file({ number: '02' }, 'phát hành lại')
  await documentHandlers['document.withdraw'](archive, { id: first.document.id, reason: 'vào nhầm' }, CLERK)
  await file({
    direction: 'incoming',
    symbol: 'CV/TU',
    number: '9',
    issuer: 'Tỉnh ủy',
    arrivedOn: TODAY,
    arrivalNumber: 1
  })
  return { bookId: kept.bookId, four }
}

const BOOK = 'Sổ văn bản đi (Công văn) của Huyện ủy Đam Rông, nhiệm kỳ 2020–2025'
const archiveOfToday = () => tempArchive({ deps: { now: () => new Date(`${TODAY}T08:00:00`) } })
const texts = (document: PrintDocument) => rowsOf(document).map((row) => row.cells.map((cell) => cell.text))
const group = (document: PrintDocument, start: string) =>
  document.groups.find((one) => one.title?.startsWith(start))?.rows.map((row) => row.cells.map((cell) => cell.text))

test('the register has its void and kept numbers at their places, counted apart', async () => {
  const { archive } = await archiveOfToday()
  const { bookId } = await filled(archive)
  const document = buildReport(archive, paramsOf('register-out', { bookId }))
  expect(document.lines).toEqual([BOOK])
  expect(texts(document).map(([number]) => number)).toEqual([
    '01-CV/HU',
    '02-CV/HU',
    '02-CV/HU',
    '03',
    '04',
    '06-CV/HU'
  ])
  const [, , again, gone, kept] = rowsOf(document)
  expect(again?.cells[9]?.text).toContain('Trùng số')
  expect(gone?.cells[0]).toMatchObject({ text: '03', struck: true })
  expect(gone?.cells[2]).toMatchObject({ lead: 'SỐ HỦY.' })
  expect(gone?.cells[9]?.text).toBe('Lý do: hỏng dấu')
  expect(kept?.cells[2]).toMatchObject({ lead: 'SỐ CHỜ.', text: 'Cho Ban Tổ chức' })
  expect(sumsOf(document, rowsOf(document)).slice(0, 4)).toEqual([3, 1, 1, 1])
})

test('the closing sheet says first and last number, what is void, withdrawn, double and missing', async () => {
  const { archive } = await archiveOfToday()
  const { bookId, four } = await filled(archive)
  const open = buildReport(archive, paramsOf('book-closing', { bookId }))
  expect(open.lines).toEqual([BOOK, 'Sổ chưa đóng; số liệu đến ngày 10/3/2026'])
  expect(group(open, 'I.')?.map((row) => row.slice(1))).toEqual([
    ['Số đầu và số cuối', '01–06', ''],
    ['Văn bản đã đăng ký', '3', ''],
    ['Văn bản đã rút khỏi sổ', '1', 'Xem phần III'],
    ['Số hủy', '1', 'Xem phần II'],
    ['Số chờ', '1', 'Xem phần II'],
    ['Số thiếu', '1', '05'],
    ['Số cấp trùng', '1', 'Xem phần IV'],
    ['Văn bản không có số', '0', '']
  ])
  expect(group(open, 'II.')).toEqual([
    ['1', 'Số hủy', '03', 'hỏng dấu'],
    ['2', 'Số chờ cho Ban Tổ chức', '04', 'chờ ký']
  ])
  expect(group(open, 'III.')).toEqual([['1', 'Công văn về chuẩn bị hội nghị', '01-CV/HU', 'vào nhầm']])
  expect(open.signatures.map((one) => one.title)).toEqual(['NGƯỜI LẬP SỔ', 'LÃNH ĐẠO VĂN PHÒNG'])

  await bookHandlers['number.void'](archive, { what: { kind: 'reserved', id: four.id }, reason: 'không dùng' }, CLERK)
  await bookHandlers['book.close'](archive, { id: bookId, closedOn: TODAY, note: 'Hết nhiệm kỳ' }, CLERK)
  const closed = buildReport(archive, paramsOf('book-closing', { bookId }))
  expect(closed.lines[1]).toBe('Đóng sổ ngày 10/3/2026')
  expect(closed.afterword).toEqual([
    'Sổ đã đóng: không cấp thêm số, không thêm, không bớt dòng.',
    'Ghi chú khi đóng: Hết nhiệm kỳ'
  ])
})

test('a closing sheet of no book is refused', async () => {
  const { archive } = await archiveOfToday()
  expect(() => buildReport(archive, paramsOf('book-closing'))).toThrow('bad-input')
  expect(() => buildReport(archive, paramsOf('book-closing', { bookId: 'k_none' }))).toThrow('not-found')
})

test('the record of a closed fonds: who gives, who takes, books with their numbers, papers of each year', async () => {
  const { archive } = await archiveOfToday()
  const { four } = await filled(archive)
  await bookHandlers['number.void'](archive, { what: { kind: 'reserved', id: four.id }, reason: 'không dùng' }, CLERK)
  const { fonds } = await bookHandlers['fonds.list'](archive, {}, CLERK)
  const own = fonds.find((one) => one.own)
  if (!own) throw new Error('no fonds')
  await bookHandlers['fonds.close'](
    archive,
    {
      id: own.id,
      on: TODAY,
      decision: 'Nghị quyết số 60-NQ/TW, ngày 12/4/2025',
      successorId: null,
      successor: 'Lưu trữ lịch sử Tỉnh ủy Lâm Đồng',
      note: null
    },
    CLERK
  )
  const document = buildReport(archive, paramsOf('fonds-handover'))
  expect(document.lines[1]).toBe('Kết thúc hoạt động ngày 10/3/2026')
  expect(document.preface[0]).toBe('Căn cứ Nghị quyết số 60-NQ/TW, ngày 12/4/2025;')
  expect(document.preface[3]).toMatch(/^Bên nhận: Lưu trữ lịch sử Tỉnh ủy Lâm Đồng\./)
  const books = group(document, 'I.')
  expect(books).toContainEqual([
    expect.any(String),
    BOOK,
    '01–06',
    '3',
    '',
    '',
    'Đã đóng ngày 10/3/2026; rút 1; hủy 2; thiếu 05'
  ])
  expect(group(document, 'II.')?.map((row) => row.slice(1, 4))).toEqual([
    ['Văn bản đến năm 2026', '', '1'],
    ['Văn bản đi năm 2026', '', '3']
  ])
  expect(document.signatures.map((one) => one.title)).toEqual(['ĐẠI DIỆN BÊN GIAO', 'ĐẠI DIỆN BÊN NHẬN'])
})

test('statistics of one book count its papers alone', async () => {
  const { archive } = await archiveOfToday()
  const { bookId } = await filled(archive)
  const document = buildReport(archive, paramsOf('statistics', { by: 'type', bookId }))
  expect(texts(document)).toEqual([['1', 'Công văn', '3', '100,0']])
  expect(document.footnotes).toEqual(['Không tính 1 văn bản đã rút khỏi sổ.'])
})
