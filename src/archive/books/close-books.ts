import { OperationError } from '#contract/failures.ts'
import type { Book, ClosingSheet } from '#contract/operations/books.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { SealedBook } from '../ledger/events.ts'
import { numbering, saidPlace } from '../store/book-lines.ts'
import { type KnownBook, knownBook, listBooks } from '../store/book-list.ts'
import { bookAt, bookRow, gapReport, placeOfBook, sheetOf } from '../store/books.ts'
import { fondsOf } from '../store/fonds.ts'
import { bookFailure } from './failures.ts'

/** Opens the book a place falls in, or says another first number or name of one that is open. */
export function openBook(
  archive: ArchiveContext,
  input: CheckedInputOf<'book.open'>,
  caller: Caller
): OutputOf<'book.open'> {
  const { db } = archive
  const { firstNumber, name } = input
  const place = saidPlace(input.place, numbering(db))
  const book = bookAt(db, place, archive.today())
  if (!book) throw new OperationError('not-found', { book: place.direction })
  const row = bookRow(db, book.id)
  const before = row?.openedAt == null ? null : { firstNumber: row.firstNumber ?? 1, name: row.name }
  const opened = { bookId: book.id, place, firstNumber, name, before }
  const [written] = archive.commit([{ kind: 'book-opened', data: opened }], caller)
  return answer(archive, book.id, { seq: written?.seq ?? 0, what: 'book-opened' })
}

/** The closing sheet as it would stand now, or as it was kept when the book was closed. */
export function sheetFor(
  archive: ArchiveContext,
  id: string,
  closedOn: string,
  by: string
): OutputOf<'book.closingSheet'> {
  const { book } = theBook(archive, id)
  const gaps = gapReport(archive.db, id, book.firstNumber)
  const kept = sheetOf(bookRow(archive.db, id))
  return { sheet: kept ?? sheetNow(archive, book, closedOn, by, null), sealed: kept !== null, gaps }
}

/** Seals a book: its sheet is kept as it stands, and no more is written in it (N06). */
export function closeBook(
  archive: ArchiveContext,
  input: CheckedInputOf<'book.close'>,
  caller: Caller
): OutputOf<'book.close'> {
  const { db } = archive
  const { book, place } = theBook(archive, input.id)
  if (book.state === 'closed') throw bookFailure(db, book.ofClosedFonds ? 'fonds-closed' : 'book-closed', place)
  requireResolved([book])
  if (input.closedOn > archive.today()) throw new OperationError('bad-input', { field: 'closedOn' })
  const sheet = sheetNow(archive, book, input.closedOn, caller.name, input.note)
  const [written] = archive.commit([{ kind: 'book-closed', data: { place, sheet } }], caller)
  return { ...answer(archive, book.id, { seq: written?.seq ?? 0, what: 'book-closed' }), sheet }
}

export function reopenBook(
  archive: ArchiveContext,
  id: string,
  reason: string,
  caller: Caller
): OutputOf<'book.reopen'> {
  const { db } = archive
  const { book, place } = theBook(archive, id)
  if (book.ofClosedFonds) throw bookFailure(db, 'fonds-closed', place)
  if (book.state !== 'closed') throw new OperationError('conflict', { problem: 'not-closed' })
  const [written] = archive.commit([{ kind: 'book-reopened', data: { bookId: id, reason } }], caller)
  return answer(archive, id, { seq: written?.seq ?? 0, what: 'book-reopened' })
}

/** The body has ended (B07): every book of its fonds is sealed in the same fact, with its sheet. */
export function closeFonds(
  archive: ArchiveContext,
  input: CheckedInputOf<'fonds.close'>,
  caller: Caller
): OutputOf<'fonds.close'> {
  const { db } = archive
  const { id: fondsId, on, decision, successorId, successor, note } = input
  const fonds = fondsOf(db, fondsId)
  if (!fonds) throw new OperationError('not-found', { fonds: fondsId })
  if (fonds.closed) throw new OperationError('conflict', { problem: 'closed' })
  if (on > archive.today()) throw new OperationError('bad-input', { field: 'on' })
  if (successorId !== null && !db.prepare('SELECT 1 FROM body WHERE id = ?').get(successorId)) {
    throw new OperationError('not-found', { body: successor })
  }
  const books = listBooks(db, { direction: null, fondsId, on: null }, archive.today())
  requireResolved(books)
  const sealed = books.flatMap((book): SealedBook[] => {
    const place = placeOfBook(db, book.id)
    // A book of today in which nothing stands is none.
    if (book.state === 'closed' || !place) return []
    return [{ place, sheet: sheetNow(archive, book, on, caller.name, null) }]
  })
  const data = { fondsId, on, decision, successorId, successor, note, books: sealed }
  const [written] = archive.commit([{ kind: 'fonds-closed', data }], caller)
  return { fonds: fondsOf(db, fondsId) ?? fonds, undo: { seq: written?.seq ?? 0, what: 'fonds-closed' } }
}

/** The closing was a mistake: the books it sealed are open again, those closed before stay closed. */
export function reopenFonds(
  archive: ArchiveContext,
  fondsId: string,
  reason: string,
  caller: Caller
): OutputOf<'fonds.reopen'> {
  const fonds = fondsOf(archive.db, fondsId)
  if (!fonds) throw new OperationError('not-found', { fonds: fondsId })
  if (!fonds.closed) throw new OperationError('conflict', { problem: 'not-closed' })
  const [written] = archive.commit([{ kind: 'fonds-reopened', data: { fondsId, reason } }], caller)
  return {
    fonds: fondsOf(archive.db, fondsId) ?? fonds,
    undo: { seq: written?.seq ?? 0, what: 'fonds-reopened' }
  }
}

export function theBook(archive: ArchiveContext, id: string): KnownBook {
  const known = knownBook(archive.db, id, archive.today())
  if (!known) throw new OperationError('not-found', { book: id })
  return known
}

/** Numbers kept back are neither given nor void: what became of them is said before the book is closed. */
function requireResolved(books: readonly Book[]): void {
  const count = books.reduce((sum, book) => sum + book.counts.reserved, 0)
  if (count > 0) throw new OperationError('conflict', { problem: 'reserved', count })
}

function sheetNow(
  archive: ArchiveContext,
  book: Book,
  closedOn: string,
  by: string,
  note: string | null
): ClosingSheet {
  const { counts, missing } = gapReport(archive.db, book.id, book.firstNumber)
  return { bookId: book.id, counts, missing, closedOn, by, note }
}

function answer(
  archive: ArchiveContext,
  id: string,
  undo: Readonly<{ seq: number; what: string }>
): OutputOf<'book.open'> {
  return { book: theBook(archive, id).book, undo }
}
