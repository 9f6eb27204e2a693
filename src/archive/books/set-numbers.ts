import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import { suffixKey } from '#domain/numbering/book-of.ts'
import type { NumberPlace } from '#domain/numbering/book-rule.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { BlankSaid } from '../ledger/events.ts'
import { numbering, type PlacedBook, placedBook, saidPlace } from '../store/book-lines.ts'
import { blankNumber, bookRow, linesWithNumber, nextOfBook } from '../store/books.ts'
import { prepared } from '../store/db/prepared.ts'
import { bookFailure } from './failures.ts'

/** Keeps numbers back ("số chờ", N03): those named, or as many of the next. */
export function reserveNumbers(
  archive: ArchiveContext,
  input: CheckedInputOf<'number.reserve'>,
  caller: Caller
): OutputOf<'number.reserve'> {
  const { db } = archive
  const { place, book } = placeFor(archive, input.place)
  const { forWhom, reason } = input
  const wanted = input.numbers.length > 0 ? input.numbers : nextNumbers(archive, book, input.count)
  if (wanted.length === 0) throw new OperationError('missing-field', { field: 'numbers' })
  const numbers = [...new Set(wanted)].map((number): BlankSaid => {
    requireFree(archive, place, book, number, '')
    return { numberId: archive.newId('n'), place, number, suffix: '', forWhom, reason }
  })
  const [written] = archive.commit([{ kind: 'number-reserved', data: { numbers } }], caller)
  return {
    bookId: book.id as OutputOf<'number.reserve'>['bookId'],
    numbers: numbers.flatMap((one) => blankNumber(db, one.numberId) ?? []),
    undo: { seq: written?.seq ?? 0, what: 'number-reserved' }
  }
}

export function releaseNumbers(
  archive: ArchiveContext,
  ids: readonly string[],
  reason: string,
  caller: Caller
): OutputOf<'number.release'> {
  const numbers = [...new Set(ids)].map((id) => keptBack(archive, id))
  const [written] = archive.commit([{ kind: 'number-released', data: { numbers, state: 'reserved', reason } }], caller)
  return { undo: { seq: written?.seq ?? 0, what: 'number-released' } }
}

/** Makes a number void for good: it stays in the book with the reason (domain.md §13.7). */
export function voidNumber(
  archive: ArchiveContext,
  { what, reason }: CheckedInputOf<'number.void'>,
  caller: Caller
): OutputOf<'number.void'> {
  const said = what.kind === 'reserved' ? { ...keptBack(archive, what.id), reason } : freeNumber(archive, what, reason)
  const [written] = archive.commit([{ kind: 'number-voided', data: { numbers: [said] } }], caller)
  const blank = blankNumber(archive.db, said.numberId)
  if (!blank) throw new OperationError('internal')
  return { blank, undo: { seq: written?.seq ?? 0, what: 'number-voided' } }
}

type Named = Extract<CheckedInputOf<'number.void'>['what'], { kind: 'number' }>

function freeNumber(archive: ArchiveContext, what: Named, reason: string): BlankSaid {
  const { place, book } = placeFor(archive, what.place)
  const suffix = suffixKey(what.suffix)
  requireFree(archive, place, book, what.number, suffix)
  // A void number drags the next after it: far ahead it would leave a gap no one made.
  const next = nextOf(archive, book)
  if (what.number > next) throw new OperationError('conflict', { problem: 'ahead', number: what.number, next })
  return { numberId: archive.newId('n'), place, number: what.number, suffix, forWhom: null, reason }
}

function keptBack(archive: ArchiveContext, id: string): BlankSaid {
  const blank = blankNumber(archive.db, id)
  if (!blank) throw new OperationError('not-found', { number: id })
  if (blank.state !== 'reserved') throw new OperationError('conflict', { problem: 'void', number: blank.number })
  const place = prepared<[string], { place: string }>(archive.db, 'SELECT place FROM book_number WHERE id = ?').get(id)
  return {
    numberId: id,
    place: JSON.parse(place?.place ?? '') as NumberPlace,
    number: blank.number,
    suffix: blank.suffix ?? '',
    forWhom: blank.forWhom,
    reason: blank.reason
  }
}

/** The book a place falls in, open for numbers. */
function placeFor(archive: ArchiveContext, asked: NumberPlace): Readonly<{ place: NumberPlace; book: PlacedBook }> {
  const by = numbering(archive.db)
  const place = saidPlace(asked, by)
  const book = placedBook(place, by)
  if (!book) throw new OperationError('not-found', { book: asked.direction })
  return { place, book }
}

function requireFree(
  archive: ArchiveContext,
  place: NumberPlace,
  book: PlacedBook,
  number: number,
  suffix: string
): void {
  const [taken] = linesWithNumber(archive.db, book.id, number, suffix)
  if (!taken) return
  throw bookFailure(archive.db, 'number-taken', place, {
    number,
    suffix: suffix || null,
    reference: `${number}${suffix}`,
    state: taken.kind,
    documentId: taken.kind === 'document' ? taken.id : null,
    numberId: taken.kind === 'document' ? null : taken.id,
    next: nextOf(archive, book),
    nextSuffix: null
  })
}

function nextOf({ db }: ArchiveContext, book: PlacedBook): number {
  return nextOfBook(db, book.id, bookRow(db, book.id)?.firstNumber ?? book.rule.firstNumber)
}

function nextNumbers(archive: ArchiveContext, book: PlacedBook, count: number): readonly number[] {
  const numbers: number[] = []
  for (let number = nextOf(archive, book); numbers.length < count; number++) {
    if (linesWithNumber(archive.db, book.id, number, '').length === 0) numbers.push(number)
  }
  return numbers
}
