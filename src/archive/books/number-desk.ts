import { OperationError } from '#contract/failures.ts'
import type { NumberFlag, NumberRequest } from '#contract/operations/books.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { nextSuffix, printNumber } from '#domain/numbering/book-numbers.ts'
import { numberOf, placeOf } from '#domain/numbering/book-of.ts'
import type { NumberPlace } from '#domain/numbering/book-rule.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { EventData, NewEvent, NumberSaid } from '../ledger/events.ts'
import { numbering, type PlacedBook, placedBook } from '../store/book-lines.ts'
import { blankNumber, bookRow, linesWithNumber, nextOfBook, suffixesOf } from '../store/books.ts'
import { printedReference } from '../store/documents.ts'
import { closedFonds } from '../store/fonds.ts'
import { bookFailure } from './failures.ts'
import { orderFlags } from './order-flags.ts'

export type Entered = Readonly<{
  /** With its number. */
  form: DocumentForm
  /** Opens the book where this is its first number. */
  opened: NewEvent | null
  numbering: EventData['document-filed']['numbering'] | undefined
}>

/** How a form is filed: by a clerk who looks, or in bulk, where nothing is asked and no number is questioned. */
export type EnterOptions = Readonly<{ request: NumberRequest | null; bulk: boolean }>

export type NumberDesk = Readonly<{ enter(form: DocumentForm, options: EnterOptions): Entered }>

/**
 * Gives numbers within one commit (N01): what it gave counts before it is written. From opening the desk to the commit
 * nothing else runs, so that no number is given twice or left out however many windows ask.
 */
export function openDesk(db: ReadableDb, today: string): NumberDesk {
  const by = numbering(db)
  const opened = new Set<string>()
  const nexts = new Map<string, number>()
  const used = new Set<string>()

  /** The number after those in the book and those given at this desk. */
  const next = (book: PlacedBook): number =>
    nexts.get(book.id) ?? nextOfBook(db, book.id, bookRow(db, book.id)?.firstNumber ?? book.rule.firstNumber)

  const give = (book: PlacedBook, number: number, suffix: string): void => {
    used.add(`${book.id} ${number}${suffix}`)
    let after = Math.max(next(book), number + 1)
    while (linesWithNumber(db, book.id, after, '').length > 0) after++
    nexts.set(book.id, after)
  }

  const opening = (book: PlacedBook, place: NumberPlace): NewEvent | null => {
    if (opened.has(book.id) || bookRow(db, book.id)?.openedAt != null) return null
    opened.add(book.id)
    const { firstNumber } = book.rule
    return { kind: 'book-opened', data: { bookId: book.id, place, firstNumber, name: null, before: null } }
  }

  function enter(asked: DocumentForm, { request, bulk }: EnterOptions): Entered {
    const incoming = asked.direction === 'incoming'
    const form = incoming ? asked : { ...asked, arrivalNumber: null, arrivedOn: null }
    const take = request?.take ?? null
    const place = placeOf(form, by.office)
    const book = place && placedBook(place, by)
    if (!place || !book) {
      if (take) throw new OperationError('missing-field', { field: incoming ? 'arrivedOn' : 'issuedOn' })
      return { form, opened: null, numbering: undefined }
    }
    const fonds = closedFonds(db, place.fondsId)
    if (fonds && (take !== null || place.day > fonds.on)) throw bookFailure(db, 'fonds-closed', place)
    if (!fonds && bookRow(db, book.id)?.closedAt != null) throw bookFailure(db, 'book-closed', place)

    const asks = take !== null || (incoming && form.arrivedOn !== null && form.arrivalNumber === null && !fonds)
    if (asks && !bulk && book.period.from > today) throw bookFailure(db, 'outside-book', place)
    const numbered = asks ? giveNumber(form, book, place, take) : { form, numberId: null }
    const { number, suffix } = numberOf(numbered.form)
    if (number === null) {
      return { form: numbered.form, opened: null, numbering: fonds ? said(['catalogued'], null, null) : undefined }
    }
    const flags: NumberFlag[] = fonds ? ['catalogued'] : []
    let numberId = numbered.numberId
    if (!asks && !bulk) {
      const met = meet(numbered.form, book, place, number, suffix, request?.reason ?? null)
      flags.push(...met.flags)
      numberId = met.numberId
    }
    if (numberId !== null) flags.push('reserved')
    if (!bulk && !fonds) {
      flags.push(...orderFlags(db, { bookId: book.id, period: book.period, number, day: place.day, today, numberId }))
    }
    give(book, number, suffix)
    const reason = flags.length > 0 || numberId !== null ? (request?.reason ?? null) : null
    return {
      form: numbered.form,
      opened: asks ? opening(book, place) : null,
      numbering: flags.length > 0 || numberId !== null ? said(flags, reason, numberId) : undefined
    }
  }

  function giveNumber(
    form: DocumentForm,
    book: PlacedBook,
    place: NumberPlace,
    take: NumberRequest['take']
  ): Readonly<{ form: DocumentForm; numberId: string | null }> {
    const incoming = form.direction === 'incoming'
    if (!incoming && !form.symbol) throw new OperationError('missing-field', { field: 'symbol' })
    const written = (number: number, suffix: string | null): DocumentForm =>
      incoming ? { ...form, arrivalNumber: number } : { ...form, number: printNumber(number), suffix }
    if (take === null) return { form: written(next(book), null), numberId: null }
    switch (take.kind) {
      case 'next':
        if (take.bookId !== null && take.bookId !== book.id) {
          throw bookFailure(db, 'outside-book', place, { meant: take.bookId })
        }
        return { form: written(next(book), null), numberId: null }
      case 'suffix': {
        const suffixes = suffixesOf(db, book.id, take.of)
        if (incoming || suffixes.length === 0) throw new OperationError('not-found', { number: take.of })
        const given = [...used].flatMap((key) => key.match(new RegExp(`^${book.id} ${take.of}([a-z]*)$`))?.[1] ?? [])
        const suffix = nextSuffix([...suffixes, ...given])
        if (suffix === null) throw new OperationError('conflict', { problem: 'suffixes', number: take.of })
        return { form: written(take.of, suffix), numberId: null }
      }
      case 'reserved': {
        const blank = blankNumber(db, take.numberId)
        if (blank?.state !== 'reserved') throw new OperationError('not-found', { number: take.numberId })
        if (blank.bookId !== book.id) throw bookFailure(db, 'outside-book', place, { meant: blank.bookId })
        return { form: written(blank.number, blank.suffix), numberId: blank.id }
      }
    }
  }

  /** A number typed by the clerk that stands in the book already: refused with the ways out, unless there is a reason. */
  function meet(
    form: DocumentForm,
    book: PlacedBook,
    place: NumberPlace,
    number: number,
    suffix: string,
    reason: string | null
  ): Readonly<{ flags: readonly NumberFlag[]; numberId: string | null }> {
    const [taken] = linesWithNumber(db, book.id, number, suffix)
    if (!taken) return { flags: [], numberId: null }
    if (taken.kind === 'document' && taken.withdrawn) return { flags: ['reused'], numberId: null }
    if (taken.kind !== 'void' && reason !== null) {
      return taken.kind === 'reserved' ? { flags: [], numberId: taken.id } : { flags: ['duplicate'], numberId: null }
    }
    const after = nextSuffix(suffixesOf(db, book.id, number))
    throw bookFailure(db, 'number-taken', place, {
      number,
      suffix: suffix || null,
      reference: printedReference(form) ?? String(number),
      state: taken.kind,
      documentId: taken.kind === 'document' ? taken.id : null,
      numberId: taken.kind === 'document' ? null : taken.id,
      next: next(book),
      nextSuffix: form.direction === 'incoming' ? null : after
    })
  }

  return { enter }
}

function said(
  flags: readonly NumberFlag[],
  reason: string | null,
  numberId: string | null
): NumberSaid & { numberId: string | null } {
  return { flags, reason, numberId }
}
