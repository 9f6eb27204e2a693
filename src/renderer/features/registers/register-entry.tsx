import type { RegisterBlank, RegisterRow } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import type { Pages } from '../../hooks/use-pages.ts'
import { bookWords } from '../../strings/books.ts'
import { printNumber } from '../books/book-place.ts'

/** A line of the register: a document, or a number that stands on none and says why. */
export type RegisterEntry =
  | Readonly<{ kind: 'document'; row: RegisterRow }>
  | Readonly<{ kind: 'blank'; blank: RegisterBlank }>

type Page = Pick<OutputOf<'register.list'>, 'rows' | 'blanks'>

/**
 * All lines of a register, with the numbers without a document at their places; null: of a page not known yet. `starts`: at
 * which entry each page begins.
 */
export function entriesOf(
  list: Pick<Pages<Page>, 'total' | 'size' | 'pages'> | null
): Readonly<{ entries: readonly (RegisterEntry | null)[]; starts: readonly number[] }> {
  const entries: (RegisterEntry | null)[] = []
  const starts: number[] = []
  if (list === null) return { entries, starts }
  const { total, size, pages } = list
  // The place between two pages may belong to both; a page asked before a paper came in may tell of it again.
  const seen = new Set<string>()
  const take = (entry: RegisterEntry) => {
    const key = entryKey(entry)
    if (!seen.has(key)) entries.push(entry)
    else if (entry.kind === 'document') entries.push(null)
    seen.add(key)
  }
  const count = Math.max(1, Math.ceil(total / size))
  for (let number = 0; number < count; number++) {
    starts.push(entries.length)
    const page = pages.get(number)
    const [from, to] = [number * size, Math.min(total, (number + 1) * size)]
    for (let at = from; at < to || (at === total && number === count - 1); at++) {
      for (const blank of page?.blanks ?? []) if (blank.before === at) take({ kind: 'blank', blank })
      const row = page?.rows[at - from]
      if (row && at < to) take({ kind: 'document', row })
      else if (at < to) entries.push(null)
    }
  }
  return { entries, starts }
}

/** The place in the whole list, counted by documents, of an entry. */
export function offsetOf(starts: readonly number[], entry: number, size: number): number {
  const after = starts.findIndex((start) => start > entry)
  const page = Math.max(0, (after < 0 ? starts.length : after) - 1)
  return page * size + Math.min(size - 1, entry - (starts[page] ?? 0))
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
