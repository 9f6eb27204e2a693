import type { NumberFlag } from '#contract/operations/books.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { numberOf, placeOf } from '#domain/numbering/book-of.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { EventData } from '../ledger/events.ts'
import { numbering, placedBook } from '../store/book-lines.ts'
import { linesWithNumber, numberSaid } from '../store/books.ts'
import { orderFlags } from './order-flags.ts'

export type Correction = Readonly<{
  documentId: string
  before: DocumentForm
  after: DocumentForm
  reason: string
  today: string
}>

/** Flags that a number's place makes; the others say how it was given, and stay. */
const OF_PLACE: ReadonlySet<NumberFlag> = new Set(['back-dated', 'duplicate', 'reused'])

/** What a correction that moves a number says of it anew; undefined where the number stands as it stood. */
export function renumbering(db: ReadableDb, correction: Correction): EventData['document-corrected']['numbering'] {
  const by = numbering(db)
  const { documentId, before, after, reason, today } = correction
  const stood = standing(before)
  const stands = standing(after)
  if (JSON.stringify(stood) === JSON.stringify(stands)) return undefined
  const earlier = numberSaid(db, documentId)
  const flags = (earlier?.flags ?? []).filter((flag) => !OF_PLACE.has(flag))
  if (stands && stands.number !== null) {
    const others = linesWithNumber(db, stands.bookId, stands.number, stands.suffix).filter(
      (line) => line.id !== documentId
    )
    if (others.some((line) => !line.withdrawn)) flags.push('duplicate')
    else if (others.length > 0) flags.push('reused')
    const { bookId, number, period, day } = stands
    const order = orderFlags(db, { bookId, period, number, day, today, numberId: null, except: documentId })
    flags.push(...order.filter((flag) => OF_PLACE.has(flag)))
  }
  if (flags.length === 0 && earlier === null) return undefined
  return { before: earlier, after: flags.length === 0 ? null : { flags, reason } }

  function standing(form: DocumentForm) {
    const place = placeOf(form, by.office)
    const book = place && placedBook(place, by)
    return place && book ? { bookId: book.id, period: book.period, day: place.day, ...numberOf(form) } : null
  }
}
