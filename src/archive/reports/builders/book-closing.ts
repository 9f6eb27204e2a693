import { OperationError } from '#contract/failures.ts'
import type { ClosingSheet, GapReport } from '#contract/operations/books.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { withdrawnInBook } from '../../store/book-withdrawn.ts'
import { bookOfId, bookRow, gapReport, sheetOf } from '../../store/books.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { numberSpan, shownNumber, spansOf } from '../book-words.ts'
import { count, strong, words } from '../cells.ts'
import { typeAndSubject } from '../document-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintCell, PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'
import { sealOf } from '../seal.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Nội dung', mm: 80, align: 'left' },
  { title: 'Số liệu', mm: 34, align: 'center' },
  { title: 'Ghi chú', mm: 54, align: 'left' }
]

/** Tờ kết thúc sổ: from which number to which, how many papers, which numbers are void, withdrawn or stand on nothing (N06). */
export function bookClosing(archive: ReportArchive, params: ReportParams): PrintDocument {
  const { bookId } = params
  if (bookId === null) throw new OperationError('bad-input', { field: 'bookId', report: params.name })
  const book = bookOfId(archive.db, bookId, archive.today())
  if (!book) throw new OperationError('not-found', { book: bookId })
  const gaps = gapReport(archive.db, bookId, book.firstNumber)
  const kept = sheetOf(bookRow(archive.db, bookId))
  const closed = kept ?? sheetNow(bookId, gaps, archive.today())
  return printDocument(archive, 'book-closing', {
    title: 'Tờ kết thúc sổ',
    lines: [
      bookName(book),
      kept === null
        ? `Sổ chưa đóng; số liệu đến ngày ${printDay(archive.today())}`
        : `Đóng sổ ngày ${printDay(kept.closedOn)}`
    ],
    landscape: false,
    columns: COLUMNS,
    groups: groupsOf(closed, gaps, withdrawnInBook(archive.db, bookId).map(withdrawnRow)),
    empty: 'Sổ chưa có số nào.',
    afterword: afterwords(kept),
    seal: sealOf(archive),
    signer: 'NGƯỜI LẬP SỔ',
    confirmer: 'LÃNH ĐẠO VĂN PHÒNG'
  })
}

function sheetNow(bookId: ClosingSheet['bookId'], gaps: GapReport, today: string): ClosingSheet {
  return { bookId, counts: gaps.counts, missing: gaps.missing, closedOn: today, by: '', note: null }
}

type Cells = readonly PrintCell[]
const NUMERALS = ['I', 'II', 'III', 'IV'] as const

/** The figures, then what stands behind them: only parts that have lines, numbered as they come. */
function groupsOf(sheet: ClosingSheet, gaps: GapReport, withdrawn: readonly Cells[]): readonly PrintGroup[] {
  const details = [
    { id: 'blanks', title: 'Số hủy, số chờ', rows: gaps.blanks.map(blankRow) },
    { id: 'withdrawn', title: 'Số của văn bản đã rút khỏi sổ', rows: withdrawn },
    { id: 'irregular', title: 'Số trùng, lùi ngày, vào sổ muộn', rows: irregular(gaps) }
  ].filter((part) => part.rows.length > 0)
  const see = (id: string) => {
    const at = details.findIndex((part) => part.id === id)
    return at < 0 ? '' : `Xem phần ${NUMERALS[at + 1]}`
  }
  const parts = [{ title: 'Số liệu', rows: figures(sheet, gaps, see) }, ...details]
  return parts.map(({ title, rows }, index) => ({
    title: `${NUMERALS[index]}. ${title}`,
    rows: rows.map((cells, at): PrintRow => ({ cells: [count(at + 1), ...cells], tally: [] })),
    total: null
  }))
}

function figures({ counts, missing }: ClosingSheet, gaps: GapReport, see: (id: string) => string): readonly Cells[] {
  const line = (name: string, figure: number, id = ''): Cells => [
    words(name),
    count(figure),
    words(figure > 0 ? see(id) : '')
  ]
  return [
    [words('Số đầu và số cuối'), words(numberSpan(counts)), words('')],
    line('Văn bản đã đăng ký', counts.documents),
    line('Văn bản đã rút khỏi sổ', counts.withdrawn, 'withdrawn'),
    line('Số hủy', counts.voided, 'blanks'),
    line('Số chờ', counts.reserved, 'blanks'),
    [words('Số thiếu'), count(counts.missing), words(spansOf(missing))],
    line('Số cấp trùng', gaps.duplicates.length, 'irregular'),
    line('Văn bản không có số', counts.unnumbered)
  ]
}

function blankRow({ number, suffix, state, reason, forWhom }: GapReport['blanks'][number]): Cells {
  const name = state === 'void' ? 'Số hủy' : `Số chờ${forWhom ? ` cho ${forWhom}` : ''}`
  return [words(name), strong(shownNumber(number, suffix)), words(reason)]
}

function withdrawnRow({ document, reason }: Readonly<{ document: DocumentLine; reason: string | null }>): Cells {
  return [words(typeAndSubject(document)), strong(numberOf(document)), words(reason)]
}

function irregular(gaps: GapReport): readonly Cells[] {
  return [
    ...gaps.duplicates.map(({ number, suffix, documents }) => [
      words(`Trùng số: ${documents.map(typeAndSubject).join('; ')}`),
      strong(shownNumber(number, suffix)),
      words(`${documents.length} văn bản`)
    ]),
    ...gaps.backDated.map(({ document, after, reason }) => [
      words(`Lùi ngày: ${typeAndSubject(document)}`),
      strong(numberOf(document)),
      words([`Sau văn bản ngày ${printDay(after)}`, reason].filter(Boolean).join('; '))
    ]),
    ...gaps.late.map(({ document, reason }) => [
      words(`Vào sổ muộn: ${typeAndSubject(document)}`),
      strong(numberOf(document)),
      words(reason)
    ])
  ]
}

function numberOf(document: DocumentLine): string {
  if (document.direction === 'incoming' && document.arrivalNumber !== null) return shownNumber(document.arrivalNumber)
  return document.reference ?? ''
}

function afterwords(kept: ClosingSheet | null): readonly string[] {
  if (kept === null) return ['Sổ chưa đóng: tờ này chỉ để kiểm tra trước khi đóng.']
  return [
    'Sổ đã đóng: không cấp thêm số, không thêm, không bớt dòng.',
    ...(kept.note ? [`Ghi chú khi đóng: ${kept.note}`] : [])
  ]
}
