import { OperationError } from '#contract/failures.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { SecretEntry } from '#contract/operations/secret-book.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { SECRECY_NAMES } from '#domain/vocabulary/marks.ts'
import { listSecretEntries, secretBookOn } from '../../store/secret-book.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { periodLine } from '../period-line.ts'
import { printDay } from '../print-day.ts'
import type { PrintCell, PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'

/** The columns of the offline register of secret papers in domain.md §6, in their order. */
const OUTGOING: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 30, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Loại', mm: 22, align: 'left' },
  { title: 'Trích yếu', mm: 47, align: 'left' },
  { title: 'Độ mật', mm: 20, align: 'center' },
  { title: 'Người ký', mm: 26, align: 'left' },
  { title: 'Đơn vị lưu', mm: 22, align: 'left' },
  { title: 'Số lượng', mm: 14, align: 'center', whole: true },
  { title: 'Nơi nhận', mm: 30, align: 'left' },
  { title: 'Ghi chú', mm: 22, align: 'left' }
]
const INCOMING: readonly PrintColumn[] = [
  { title: 'Ngày đến', mm: 22, align: 'center', whole: true },
  { title: 'Số đến', mm: 14, align: 'center', whole: true },
  { title: 'Cơ quan ban hành', mm: 36, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 30, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Loại', mm: 22, align: 'left' },
  { title: 'Trích yếu', mm: 51, align: 'left' },
  { title: 'Độ mật', mm: 20, align: 'center' },
  { title: 'Đơn vị hoặc người nhận', mm: 26, align: 'left' },
  { title: 'Ghi chú', mm: 24, align: 'left' }
]
const MARK = 'SỔ MẬT'
/** More lines than any office has of secret papers. */
const MOST = 1_000_000

/** Sổ đăng ký văn bản mật đến, đi: a print of its own, marked on every sheet; no other print holds a line of it. */
export function secretBook(archive: ReportArchive, params: ReportParams): PrintDocument {
  if (!secretBookOn(archive.db)) throw new OperationError('secret-book-off', {})
  const direction = params.direction === 'outgoing' ? 'outgoing' : 'incoming'
  const asked = { direction, year: null, text: '', offset: 0, limit: MOST } as const
  const entries = listSecretEntries(archive.db, asked).entries.filter((one) => isAsked(one, params))
  const made = printDocument(archive, 'secret-book', {
    title: direction === 'incoming' ? 'Sổ đăng ký văn bản mật đến' : 'Sổ đăng ký văn bản mật đi',
    lines: [
      `${MARK}. Chỉ người được giao quản lý sổ được xem; không sao, chụp, không gửi qua mạng.`,
      periodLine(params.from, params.to, [], 'Toàn bộ sổ')
    ],
    landscape: true,
    columns: direction === 'incoming' ? INCOMING : OUTGOING,
    numbered: true,
    pageTotals: true,
    groups: byYear(entries, direction === 'incoming' ? incomingRow : outgoingRow),
    tallies: [
      { unit: 'văn bản', column: null },
      { unit: 'số đã hủy', column: null }
    ],
    closing: 'Cộng từ đầu bản in',
    empty: 'Chưa có dòng nào trong kỳ này.',
    signer: 'NGƯỜI LẬP SỔ'
  })
  return { ...made, foot: `${MARK} · ${made.foot}` }
}

function isAsked({ year }: SecretEntry, { from, to }: ReportParams): boolean {
  return (from === null || year >= Number(from.slice(0, 4))) && (to === null || year <= Number(to.slice(0, 4)))
}

/** Numbers begin anew each year: more than one stand under heads of their own. */
function byYear(entries: readonly SecretEntry[], row: (one: SecretEntry) => PrintRow): readonly PrintGroup[] {
  const years = [...new Set(entries.map((one) => one.year))]
  if (years.length < 2) return [{ title: null, rows: entries.map(row), total: null }]
  return years.map((year) => ({
    title: `Năm ${year}`,
    rows: entries.filter((one) => one.year === year).map(row),
    total: `Cộng năm ${year}`
  }))
}

function incomingRow(one: SecretEntry): PrintRow {
  return printRow(one, [
    day(one.arrivedOn),
    number(one),
    words(one.issuer),
    strong(one.reference),
    day(one.issuedOn),
    type(one),
    subject(one),
    words(SECRECY_NAMES[one.secrecy]),
    words(one.recipients),
    words(note(one))
  ])
}

function outgoingRow(one: SecretEntry): PrintRow {
  return printRow(one, [
    number(one),
    strong(one.reference),
    day(one.issuedOn),
    type(one),
    subject(one),
    words(SECRECY_NAMES[one.secrecy]),
    words(one.signer),
    words(one.keptBy),
    count(one.copies),
    words(one.recipients),
    words(note(one))
  ])
}

function printRow(one: SecretEntry, cells: readonly PrintCell[]): PrintRow {
  const gone = one.voided !== null
  return { cells, tally: gone ? [0, 1] : [1, 0], void: gone }
}

function number(one: SecretEntry): PrintCell {
  return { ...count(one.number), strong: true, struck: one.voided !== null }
}

function type({ documentType }: SecretEntry): PrintCell {
  return words(documentType === null ? '' : DOCUMENT_TYPES[documentType].name)
}

/** A cancelled number stays seen (domain.md §10). */
function subject({ subject: text, voided }: SecretEntry): PrintCell {
  return voided === null ? words(text) : { text: text ?? '', lead: 'ĐÃ HỦY.' }
}

function note(one: SecretEntry): string {
  const back = one.direction === 'outgoing' ? 'Đã thu hồi' : 'Đã trả lại'
  return [
    one.voided === null ? '' : `Lý do hủy: ${one.voided}`,
    one.returnedOn === null ? '' : `${back} ngày ${printDay(one.returnedOn)}`,
    one.note ?? ''
  ]
    .filter(Boolean)
    .join('; ')
}
