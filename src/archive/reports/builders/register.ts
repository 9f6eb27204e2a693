import type { BlankNumber, NumberFlag } from '#contract/operations/books.ts'
import type { RegisterRow, ReportParams } from '#contract/operations/registers.ts'
import type { Direction } from '#contract/schemas.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { bookOfId } from '../../store/books.ts'
import { office } from '../../store/office.ts'
import { listRegister } from '../../store/registers.ts'
import type { ReportArchive, ReportBody } from '../base.ts'

import { periodLine } from '../period-line.ts'
import { spellMonth } from '../print-day.ts'
import type { PrintGroup, PrintRow } from '../print-document.ts'

export const NO_DAY = 'Không ghi ngày'

/** A line of the register: a paper, or a number kept back or void. */
export type RegisterEntry =
  | Readonly<{ kind: 'row'; group: string; row: RegisterRow }>
  | Readonly<{ kind: 'blank'; group: string; blank: BlankNumber }>

/**
 * All lines of a register in the period or book, withdrawn numbers and those without a paper among them: a number never
 * vanishes (domain.md §13.7).
 */
export function registerEntries(
  archive: ReportArchive,
  params: ReportParams,
  direction: Direction
): readonly RegisterEntry[] {
  const { rows, blanks } = listRegister(
    archive.db,
    {
      direction,
      from: params.bookId === null ? params.from : null,
      to: params.bookId === null ? params.to : null,
      text: '',
      sort: direction === 'incoming' || params.bookId !== null ? 'number' : 'issued',
      descending: false,
      group: 'month',
      withdrawn: true,
      bookId: params.bookId,
      offset: 0,
      limit: Number.MAX_SAFE_INTEGER
    },
    archive.today()
  )
  const entries: RegisterEntry[] = []
  let next = 0
  const takeBlanks = (before: number) => {
    for (let one = blanks[next]; one && one.before <= before; one = blanks[++next]) {
      entries.push({ kind: 'blank', group: one.group, blank: one.blank })
    }
  }
  for (const [index, row] of rows.entries()) {
    takeBlanks(index)
    entries.push({ kind: 'row', group: row.group, row })
  }
  takeBlanks(rows.length)
  return entries
}

/** Fewer lines a month than this, and heads and totals of months would be most of what is printed. */
const LINES_A_MONTH = 4

/** Lines in their months, each month with its total; a single month, or months of a line or two, need neither. */
export function monthGroups(
  entries: readonly RegisterEntry[],
  print: (entry: RegisterEntry) => PrintRow
): readonly PrintGroup[] {
  const months = new Map<string, PrintRow[]>()
  for (const entry of entries) {
    const held = months.get(entry.group)
    if (held) held.push(print(entry))
    else months.set(entry.group, [print(entry)])
  }
  if (months.size < 2 || entries.length < months.size * LINES_A_MONTH) {
    return [{ title: null, rows: [...months.values()].flat(), total: null }]
  }
  return [...months].map(([key, held]) => {
    const title = key === '' ? NO_DAY : spellMonth(key)
    return { title, rows: held, total: `Cộng ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}` }
  })
}

export function registerPeriod(archive: ReportArchive, params: ReportParams): string {
  const book = params.bookId === null ? null : bookOfId(archive.db, params.bookId, archive.today())
  if (book) return bookName(book)
  return periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')
}

export const WITHDRAWN = 'ĐÃ RÚT KHỎI SỔ.'

/** What the subject's column says of a number without a paper, and its note. */
export function blankWords({
  state,
  forWhom,
  reason
}: BlankNumber): Readonly<{ lead: string; text: string; note: string }> {
  if (state === 'void') return { lead: 'SỐ HỦY.', text: '', note: `Lý do: ${reason}` }
  return { lead: 'SỐ CHỜ.', text: forWhom ? `Cho ${forWhom}` : '', note: reason }
}

/** What each line adds: papers, withdrawn ones, void numbers, numbers kept back. */
export function entryTally(entry: RegisterEntry): readonly number[] {
  if (entry.kind === 'blank') return entry.blank.state === 'void' ? [0, 0, 1, 0] : [0, 0, 0, 1]
  return entry.row.document.withdrawn ? [0, 1, 0, 0] : [1, 0, 0, 0]
}

export const ENTRY_TALLIES = [
  { unit: 'văn bản', column: null },
  { unit: 'số đã rút', column: null },
  { unit: 'số hủy', column: null },
  { unit: 'số chờ', column: null }
] as const

/** Ghi chú: độ khẩn, what the clerk noted or why the number was withdrawn, who has not signed yet. */
export function registerNote(row: RegisterRow): string {
  const { urgency, withdrawn } = row.document
  if (withdrawn) return row.note ? `Lý do: ${row.note}` : ''
  return [
    urgency ? URGENCY_NAMES[urgency] : '',
    row.note ?? '',
    ...numberingNotes(row),
    row.unacknowledged > 0 ? `Còn ${row.unacknowledged} nơi chưa ký nhận` : ''
  ]
    .filter(Boolean)
    .join('; ')
}

/** What the ledger says of how the number was given; the reason belongs to it. */
function numberingNotes({ numbering }: RegisterRow): readonly string[] {
  if (numbering === null) return []
  const said = numbering.flags.flatMap((flag) => FLAG_WORDS[flag] ?? [])
  return said.length === 0 ? [] : [[said.join(', '), numbering.reason].filter(Boolean).join(': ')]
}

const FLAG_WORDS: Readonly<Partial<Record<NumberFlag, string>>> = {
  late: 'Vào sổ muộn',
  'back-dated': 'Lùi ngày',
  duplicate: 'Trùng số',
  reused: 'Dùng lại số đã rút'
}

/** A cell is narrow: many signatures stand in the handover book. */
export function signedFor(row: RegisterRow): string {
  const text = row.signedFor ?? ''
  return text.length > 60 ? 'Xem sổ chuyển giao' : text
}

export const REGISTER_PARTS = {
  landscape: true,
  numbered: true,
  pageTotals: true,
  closing: 'Cộng từ đầu bản in',
  empty: 'Không có văn bản nào trong kỳ này.',
  signer: 'NGƯỜI LẬP SỔ'
} as const satisfies Partial<ReportBody>
