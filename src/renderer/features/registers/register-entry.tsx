import type { RegisterBlank, RegisterRow } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { bookWords } from '../../strings/books.ts'
import { printNumber } from '../books/book-place.ts'

/** A line of the register: a document, or a number that stands on none and says why. */
export type RegisterEntry =
  | Readonly<{ kind: 'document'; row: RegisterRow }>
  | Readonly<{ kind: 'blank'; blank: RegisterBlank }>

type Page = OutputOf<'register.list'>

/** The lines of all pages got so far with the numbers without a document at their places. */
export function mergeEntries(pages: readonly Pick<Page, 'rows' | 'blanks'>[]): readonly RegisterEntry[] {
  const rows = pages.flatMap((page) => page.rows)
  const blanks = new Map<number, RegisterBlank[]>()
  const seen = new Set<string>()
  for (const one of pages.flatMap((page) => page.blanks)) {
    // The place between two pages belongs to both.
    if (seen.has(one.blank.id)) continue
    seen.add(one.blank.id)
    blanks.set(one.before, [...(blanks.get(one.before) ?? []), one])
  }
  const entries: RegisterEntry[] = []
  for (let at = 0; at <= rows.length; at++) {
    for (const blank of blanks.get(at) ?? []) entries.push({ kind: 'blank', blank })
    const row = rows[at]
    if (row) entries.push({ kind: 'document', row })
  }
  return entries
}

export function entryKey(entry: RegisterEntry): string {
  return entry.kind === 'document' ? entry.row.document.id : entry.blank.blank.id
}

export function entryGroup(entry: RegisterEntry): string {
  return entry.kind === 'document' ? entry.row.group : entry.blank.group
}

/** The document's line, where the entry has one. */
export function rowOf(entry: RegisterEntry | null | undefined): RegisterRow | null {
  return entry?.kind === 'document' ? entry.row : null
}

/** Columns of documents made fit for numbers without one: the number in its column, state and reason in the subject's. */
export function entryColumns(
  columns: readonly Column<RegisterRow>[],
  numberColumn: string
): readonly Column<RegisterEntry>[] {
  return columns.map((column) => ({
    ...column,
    cell: (entry) =>
      entry.kind === 'document' ? column.cell(entry.row) : blankCell(column.id, numberColumn, entry.blank)
  }))
}

function blankCell(id: string, numberColumn: string, { blank }: RegisterBlank) {
  if (id === numberColumn) return <span className="num">{printNumber(blank.number, blank.suffix)}</span>
  if (id !== 'subject') return null
  const said = [blank.forWhom ? bookWords.forWhom(blank.forWhom) : '', blank.reason].filter(Boolean).join(' · ')
  return (
    <span title={said}>
      <Badge tone={blank.state === 'void' ? 'danger' : 'info'}>
        {blank.state === 'void' ? bookWords.voidedNumber : bookWords.keptNumber}
      </Badge>{' '}
      {said}
    </span>
  )
}
