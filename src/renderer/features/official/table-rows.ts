import type { OutputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'

export type OfficialRow = OutputOf<'report.table'>['rows'][number]
/** A row with its place in the printed book, which also tells two equal rows apart. */
export type PlacedRow = OfficialRow & Readonly<{ place: number }>
export type ColumnSort = Readonly<{ column: number; descending: boolean }>

/** Rows that hold every word, without diacritics, in the order asked for; rows that are equal keep the book's order. */
export function shownRows(rows: readonly OfficialRow[], text: string, sort: ColumnSort | null): readonly PlacedRow[] {
  const words = foldKey(text).split(' ').filter(Boolean)
  const placed = rows.map((row, index): PlacedRow => ({ ...row, place: index + 1 }))
  const found =
    words.length === 0
      ? placed
      : placed.filter((row) => {
          const own = foldKey(row.cells.map((cell) => cell.text).join(' '))
          return words.every((word) => own.includes(word))
        })
  if (sort === null) return found
  const by = sort.descending ? -1 : 1
  return found.toSorted((a, b) => by * compare(a.cells[sort.column]?.sort, b.cells[sort.column]?.sort))
}

/** Numbers go before words; what is empty goes last whichever way. */
function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'number') return -1
  if (typeof b === 'number') return 1
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0
}
