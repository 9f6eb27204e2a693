import type { ReadableDb } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { numbering, placedBook } from '../store/book-lines.ts'
import { linesWithNumber } from '../store/books.ts'
import { bookFailure } from './failures.ts'

/**
 * Refuses to keep back or make void a number that stands on something else by now: taking back a release, after the number
 * was given to a paper, would have it twice.
 */
export function requireFreeNumbers(db: ReadableDb, events: readonly NewEvent[]): void {
  for (const event of events) {
    if (event.kind !== 'number-reserved' && event.kind !== 'number-voided') continue
    const by = numbering(db)
    for (const { numberId, place, number, suffix } of event.data.numbers) {
      const book = placedBook(place, by)
      const other = book && linesWithNumber(db, book.id, number, suffix).find((line) => line.id !== numberId)
      if (!other) continue
      const documentId = other.kind === 'document' ? other.id : null
      throw bookFailure(db, 'number-taken', place, {
        number,
        suffix: suffix || null,
        reference: `${number}${suffix}`,
        state: other.kind,
        documentId,
        numberId: documentId === null ? other.id : null
      })
    }
  }
}
