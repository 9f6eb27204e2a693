import type { BlankNumber, NumberFlag } from '#contract/operations/books.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentForm, DocumentLine } from '#contract/schemas.ts'
import { missingRanges, nextSuffix, printNumber } from '#domain/numbering/book-numbers.ts'
import { numberOf, placeOf } from '#domain/numbering/book-of.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numbering, placedBook } from '../store/book-lines.ts'
import {
  blankNumber,
  blankNumbers,
  bookAt,
  bookLines,
  linesWithNumber,
  nextOfBook,
  suffixesOf
} from '../store/books.ts'
import { documentLine } from '../store/document-lines.ts'
import { printedReference } from '../store/documents.ts'
import { closedFonds } from '../store/fonds.ts'
import { orderFlags } from './order-flags.ts'

const MOST_RANGES = 20

type Proposal = OutputOf<'number.propose'>

const NOTHING: Proposal = {
  book: null,
  next: null,
  reference: null,
  suffix: null,
  taken: [],
  blank: null,
  flags: [],
  missing: [],
  reserved: [],
  refused: null
}

/** What filing this form would do to the books, said beside the form while it is filled in. */
export function proposeNumber(db: ReadableDb, form: DocumentForm, except: string | null, today: string): Proposal {
  const by = numbering(db)
  const place = placeOf(form, by.office)
  const placed = place && placedBook(place, by)
  const book = place && bookAt(db, place, today)
  if (!place || !placed || !book) return NOTHING
  const fonds = closedFonds(db, place.fondsId)
  const refused = fonds
    ? place.day > fonds.on
      ? 'fonds-closed'
      : null
    : book.state === 'closed'
      ? 'book-closed'
      : null
  const { number, suffix } = numberOf(form)
  const taken: DocumentLine[] = []
  let blank: BlankNumber | null = null
  const flags: NumberFlag[] = fonds ? ['catalogued'] : []
  if (number !== null) {
    for (const line of linesWithNumber(db, placed.id, number, suffix)) {
      if (line.id === except) continue
      const document = line.kind === 'document' ? documentLine(db, line.id) : undefined
      if (document) taken.push(document)
      else blank = blankNumber(db, line.id)
    }
    if (taken.some((line) => !line.withdrawn)) flags.push('duplicate')
    else if (taken.length > 0) flags.push('reused')
    const numberId = blank?.state === 'reserved' ? blank.id : null
    const at = { bookId: placed.id, period: placed.period, number, day: place.day, today, numberId }
    if (!fonds) flags.push(...orderFlags(db, except === null ? at : { ...at, except }))
  }
  return {
    book,
    next: book.next,
    reference: book.next === null ? null : printed(form, book.next),
    suffix: number === null || form.direction === 'incoming' ? null : nextSuffix(suffixesOf(db, placed.id, number)),
    taken,
    blank,
    flags,
    missing: missingRanges(bookLines(db, placed.id), book.firstNumber).slice(0, MOST_RANGES),
    reserved: blankNumbers(db, placed.id).filter((one) => one.state === 'reserved'),
    refused
  }
}

/** Số đến the form would get; where it has no day of arrival yet, as if it came in today. */
export function nextArrivalNumber(db: ReadableDb, form: DocumentForm, today: string): number | null {
  const by = numbering(db)
  const place = placeOf({ ...form, arrivedOn: form.arrivedOn ?? today }, by.office)
  const book = place && bookAt(db, place, today)
  return book ? (book.next ?? nextOfBook(db, book.id, book.firstNumber)) : null
}

function printed(form: DocumentForm, next: number): string | null {
  if (form.direction === 'incoming') return String(next)
  return form.symbol ? printedReference({ ...form, number: printNumber(next), suffix: null }) : null
}
