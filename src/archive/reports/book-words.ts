import type { Book, BookCounts } from '#contract/operations/books.ts'
import { printDay } from './print-day.ts'

/** "01–221"; "" where no number was given. */
export function numberSpan({ first, last }: Pick<BookCounts, 'first' | 'last'>): string {
  if (first === null || last === null) return ''
  return first === last ? shownNumber(first) : `${shownNumber(first)}–${shownNumber(last)}`
}

/** "03, 17–19". */
export function spansOf(ranges: readonly Readonly<{ from: number; to: number }>[]): string {
  return ranges.map(({ from, to }) => numberSpan({ first: from, last: to })).join(', ')
}

/** A number of a document, padded below ten: "05". */
export function shownNumber(number: number, suffix: string | null = null): string {
  return `${String(number).padStart(2, '0')}${suffix ?? ''}`
}

/** "Đã đóng ngày 30/6/2025", else that it is open. */
export function bookStateWords({ state, closedOn }: Pick<Book, 'state' | 'closedOn'>): string {
  return state === 'closed' ? `Đã đóng${closedOn === null ? '' : ` ngày ${printDay(closedOn)}`}` : 'Chưa đóng'
}
