import type { DocumentForm, DocumentLine } from '#contract/schemas.ts'
import { nextSuffix } from '#domain/numbering/book-numbers.ts'
import { numberOf, placeOf } from '#domain/numbering/book-of.ts'
import { holdsDay } from '#domain/numbering/book-period.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numbering, placedBook } from '../store/book-lines.ts'
import { blankNumber, bookRow, latestDayBelow, linesWithNumber, nextOfBook, suffixesOf } from '../store/books.ts'
import { documentLine } from '../store/document-lines.ts'
import { printedReference } from '../store/documents.ts'
import { closedFonds } from '../store/fonds.ts'
import { orderFlags } from './order-flags.ts'

export type NumberWarning = {
  code: string
  field: string
  document: DocumentLine | null
  detail: Record<string, string>
}

/**
 * What the books have to say of a form before it is filed (N04, N06, N07): its number is there already, kept back, void
 * or out of order; its book is closed, or of another period than today's.
 */
export function numberWarnings(
  db: ReadableDb,
  form: DocumentForm,
  except: string | null,
  today: string
): NumberWarning[] {
  const by = numbering(db)
  const place = placeOf(form, by.office)
  const book = place && placedBook(place, by)
  if (!place || !book) return []
  const incoming = form.direction === 'incoming'
  const dayField = incoming && form.arrivedOn !== null ? 'arrivedOn' : 'issuedOn'
  const numberField = incoming ? 'arrivalNumber' : 'number'
  const period = { from: book.period.from, to: book.period.to ?? '', period: book.period.kind }
  const said: NumberWarning[] = []
  const say = (code: string, field: string, detail: Record<string, string>, document: DocumentLine | null = null) => {
    said.push({ code, field, document, detail })
  }
  const fonds = closedFonds(db, place.fondsId)
  const row = bookRow(db, book.id)
  if (fonds && place.day > fonds.on) say('fonds-closed', dayField, { date: fonds.on })
  if (!fonds && row?.closedAt != null) say('book-closed', dayField, period)
  const { number, suffix } = numberOf(form)
  if (number === null) {
    if (!incoming && except === null && !holdsDay(book.period, today)) say('other-period', dayField, period)
    return said
  }
  const lines = linesWithNumber(db, book.id, number, suffix).filter((line) => line.id !== except)
  const [first] = lines
  if (first) {
    const document = first.kind === 'document' ? (documentLine(db, first.id) ?? null) : null
    const detail = {
      number: `${number}${suffix}`,
      reference: incoming ? String(number) : (printedReference(form) ?? String(number)),
      next: String(nextOfBook(db, book.id, row?.firstNumber ?? book.rule.firstNumber)),
      suffix: incoming ? '' : (nextSuffix(suffixesOf(db, book.id, number)) ?? ''),
      forWhom: blankNumber(db, first.id)?.forWhom ?? ''
    }
    say(takenCode(first.kind, first.withdrawn, incoming), numberField, detail, document)
  }
  const reserved = first?.kind === 'reserved' ? first.id : null
  const at = { bookId: book.id, period: book.period, number, day: place.day, today, numberId: reserved }
  const flags = fonds ? [] : orderFlags(db, except === null ? at : { ...at, except })
  if (flags.includes('late') && except === null) say('number-late', numberField, { number: String(number) })
  if (flags.includes('back-dated')) {
    say('number-back-dated', dayField, { date: latestDayBelow(db, book.id, number, except) ?? '' })
  }
  return said
}

function takenCode(kind: 'document' | 'void' | 'reserved', withdrawn: boolean, incoming: boolean): string {
  switch (kind) {
    case 'void':
      return 'number-void'
    case 'reserved':
      return 'number-reserved'
    case 'document':
      return withdrawn ? 'number-withdrawn' : incoming ? 'arrival-number-taken' : 'number-taken'
  }
}
