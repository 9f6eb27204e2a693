import type { FondsId } from '#contract/ids.ts'
import type { Book } from '#contract/operations/books.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import { holdsDay } from '#domain/numbering/book-period.ts'
import type { NumberPlace } from '#domain/numbering/book-rule.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numbering, placedBook, saidPlace } from './book-lines.ts'
import { bookAt, bookOfId, bookRow, placeOfBook } from './books.ts'
import { prepared } from './db/prepared.ts'

/** A series is alive where its last book ended no longer ago than so many days. */
const ALIVE_DAYS = 400

/** Every book there is, and for series that live the book of today, whether or not a number was given in it. */
export function listBooks(db: ReadableDb, input: CheckedInputOf<'book.list'>, today: string): Book[] {
  const by = numbering(db)
  const fondsId = input.fondsId === by.ownFonds ? null : input.fondsId
  const books = new Map<string, Book>()
  const living: NumberPlace[] = [
    { fondsId, direction: 'incoming', body: null, separator: '-', documentType: null, day: today }
  ]
  for (const { id } of bookIds(db)) {
    const place = placeOfBook(db, id)
    const placed = place && placedBook(place, by)
    if (!place || !placed || (place.fondsId === by.ownFonds ? null : place.fondsId) !== fondsId) continue
    // Opened under a rule that holds no longer, and never used: its papers stand in another book now.
    if (placed.id !== id && bookRow(db, id)?.closedAt == null && !holdsLines(db, id)) continue
    const book = bookOfId(db, id, today)
    if (!book) continue
    books.set(id, book)
    if (book.period.to === null || book.period.to >= daysBefore(today, ALIVE_DAYS))
      living.push({ ...place, day: today })
  }
  for (const rule of by.rules) {
    if (rule.direction !== 'outgoing' || rule.body === null || rule.fondsId !== fondsId) continue
    const types = rule.perType ? rule.documentTypes : rule.documentTypes.slice(0, 1)
    for (const documentType of types) {
      living.push({ ...rule, fondsId, separator: rule.separator ?? '-', documentType, day: today })
    }
  }
  for (const place of living) {
    const book = bookAt(db, place, today)
    if (book && !book.ofClosedFonds && !books.has(book.id)) books.set(book.id, book)
  }
  return [...books.values()]
    .filter(
      (book) =>
        (input.direction === null || book.direction === input.direction) &&
        (input.on === null || holdsDay(book.period, input.on))
    )
    .toSorted(newestFirst)
}

export type KnownBook = Readonly<{ book: Book; place: NumberPlace }>

/** A book that is listed, by its id, with a place that falls in it; null where there is none. */
export function knownBook(db: ReadableDb, id: string, today: string): KnownBook | null {
  const held = bookOfId(db, id, today)
  const place = placeOfBook(db, id)
  if (held && place) return { book: held, place }
  // Nothing stands in it yet: one of today's books, known by its series.
  for (const fondsId of [null, ...fondsIds(db)]) {
    const book = listBooks(db, { direction: null, fondsId, on: null }, today).find((one) => one.id === id)
    if (!book) continue
    const { direction, body, separator, documentTypes, period } = book
    const day = holdsDay(period, today) ? today : period.from
    const said = { fondsId, direction, body, separator: separator ?? '-', documentType: documentTypes[0] ?? null, day }
    return { book, place: saidPlace(said, numbering(db)) }
  }
  return null
}

function fondsIds(db: ReadableDb): readonly FondsId[] {
  return prepared<[], { id: FondsId }>(db, 'SELECT id FROM fonds WHERE own = 0')
    .all()
    .map((row) => row.id)
}

function bookIds(db: ReadableDb): readonly { id: string }[] {
  return prepared<[], { id: string }>(db, 'SELECT book_id AS id FROM book_line UNION SELECT id FROM book').all()
}

function holdsLines(db: ReadableDb, id: string): boolean {
  return prepared<[string], unknown>(db, 'SELECT 1 FROM book_line WHERE book_id = ? LIMIT 1').get(id) !== undefined
}

function newestFirst(a: Book, b: Book): number {
  return (
    compare(b.period.from, a.period.from) ||
    compare(a.direction, b.direction) ||
    compare(a.body ?? '', b.body ?? '') ||
    compare(a.documentTypes.join(), b.documentTypes.join()) ||
    compare(a.id, b.id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}
