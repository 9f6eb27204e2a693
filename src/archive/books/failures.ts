import { OperationError } from '#contract/failures.ts'
import type { FailureCode } from '#contract/operation-error.ts'
import type { NumberPlace } from '#domain/numbering/book-rule.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numbering, placedBook } from '../store/book-lines.ts'
import { bookRow, sheetOf } from '../store/books.ts'
import { closedFonds } from '../store/fonds.ts'

/** A failure that names the book: what it covers, its period, and when it was closed. */
export function bookFailure(
  db: ReadableDb,
  code: Extract<FailureCode, 'book-closed' | 'fonds-closed' | 'outside-book' | 'number-taken'>,
  place: NumberPlace,
  more: Readonly<Record<string, string | number | null>> = {}
): OperationError {
  const placed = placedBook(place, numbering(db))
  const fonds = closedFonds(db, place.fondsId)
  const sheet = placed ? sheetOf(bookRow(db, placed.id)) : null
  return new OperationError(code, {
    bookId: placed?.id ?? null,
    direction: place.direction,
    body: placed?.body ?? null,
    documentTypes: placed?.documentTypes.join(' ') ?? '',
    period: placed?.period.kind ?? null,
    from: placed?.period.from ?? null,
    to: placed?.period.to ?? null,
    day: place.day,
    closedOn: sheet?.closedOn ?? fonds?.on ?? null,
    successor: fonds?.successor ?? null,
    ...more
  })
}
