import { OperationError } from '#contract/failures.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { numberOf, placeOf } from '#domain/numbering/book-of.ts'
import { type NumberingRule, type NumberPlace, rulesWithDefaults } from '#domain/numbering/book-rule.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { movesBooks, type Numbering, numbering, placedBook, placeOfDocument, savedRules } from '../store/book-lines.ts'
import { bookRow, numberSaid, placeOfBook } from '../store/books.ts'
import { prepared } from '../store/db/prepared.ts'
import { closedFonds } from '../store/fonds.ts'
import { bookFailure } from './failures.ts'

/**
 * Refuses facts that would change a sealed book, whoever makes them: nothing is filed in it, moved in or out, withdrawn
 * or made void, and what its lines say stays as it was signed (N06). In a closed fonds papers of its time may still be catalogued, and what was catalogued mended (B07).
 */
export function requireUnsealed(db: ReadableDb, events: readonly NewEvent[]): void {
  if (!anythingSealed(db)) return
  const by = numbering(db)
  for (const event of events) requireOne(db, event, by)
}

/** Why a form cannot be filed now, its book or fonds being closed; null where it can. For work on many at once. */
export function refusedBySeal(db: ReadableDb, form: DocumentForm): OperationError | null {
  try {
    const data = { documentId: '', form, files: [], reviewed: false }
    requireUnsealed(db, [{ kind: 'document-filed', data }])
    return null
  } catch (error) {
    if (error instanceof OperationError) return error
    throw error
  }
}

function requireOne(db: ReadableDb, event: NewEvent, by: Numbering): void {
  switch (event.kind) {
    case 'document-filed': {
      const place = placeOf(event.data.form, by.office)
      if (place) requireRoom(db, place, by)
      return
    }
    case 'document-corrected': {
      const { documentId, before, after } = event.data
      const moved = standing(before, by) !== standing(after, by)
      if (!moved && lineSays(before) === lineSays(after)) return
      const [from, to] = [placeOf(before, by.office), placeOf(after, by.office)]
      if (from) requireLeave(db, documentId, from, by)
      if (to && moved) requireRoom(db, to, by)
      return
    }
    case 'document-withdrawn':
    case 'document-restored': {
      const place = placeOfDocument(db, event.data.documentId)
      if (place) requireLeave(db, event.data.documentId, place, by)
      return
    }
    case 'book-opened':
      requireOpen(db, event.data.place, by)
      return
    case 'number-reserved':
    case 'number-voided':
    case 'number-released':
      for (const { place } of event.data.numbers) requireOpen(db, place, by)
      return
    case 'book-rule-saved': {
      const { rule } = event.data
      requireSealedStay(db, by, [...savedRules(db).filter((one) => one.id !== rule.id), rule], by.office)
      return
    }
    case 'book-rule-removed':
      requireSealedStay(
        db,
        by,
        savedRules(db).filter((one) => one.id !== event.data.ruleId),
        by.office
      )
      return
    case 'office-saved':
      if (movesBooks(event.data.before, event.data.office)) {
        requireSealedStay(db, by, savedRules(db), event.data.office)
      }
      return
    default:
      return
  }
}

/** Whether a paper may come to stand here: catalogued in a closed fonds only where it is of its time. */
function requireRoom(db: ReadableDb, place: NumberPlace, by: Numbering): void {
  const fonds = closedFonds(db, place.fondsId)
  if (fonds && place.day > fonds.on) throw bookFailure(db, 'fonds-closed', place)
  if (!fonds) requireOpen(db, place, by)
}

/** Whether a paper may leave its place: in a closed fonds only what was catalogued after the closing. */
function requireLeave(db: ReadableDb, documentId: string, place: NumberPlace, by: Numbering): void {
  if (!closedFonds(db, place.fondsId)) requireOpen(db, place, by)
  else if (!numberSaid(db, documentId)?.flags.includes('catalogued')) throw bookFailure(db, 'fonds-closed', place)
}

function requireOpen(db: ReadableDb, place: NumberPlace, by: Numbering): void {
  if (closedFonds(db, place.fondsId)) throw bookFailure(db, 'fonds-closed', place)
  const book = placedBook(place, by)
  if (book && bookRow(db, book.id)?.closedAt != null) throw bookFailure(db, 'book-closed', place)
}

/** No line of a sealed book may come to stand in another by other rules or terms, nor one come into it. */
function requireSealedStay(
  db: ReadableDb,
  by: Numbering,
  rules: readonly NumberingRule[],
  office: Numbering['office']
): void {
  const after: Numbering = { ...by, office, rules: rulesWithDefaults(rules) }
  const sealed = new Set(
    prepared<[], { id: string }>(db, 'SELECT id FROM book WHERE closed_at IS NOT NULL')
      .all()
      .map((row) => row.id)
  )
  const lines = db
    .prepare<[], { id: string; bookId: string }>("SELECT id, book_id AS bookId FROM book_line WHERE kind = 'document'")
    .all()
  for (const { id, bookId } of lines) {
    const place = placeOfDocument(db, id)
    const moved = place ? placedBook(place, after)?.id : undefined
    if (moved === bookId) continue
    if (sealed.has(bookId) || (moved !== undefined && sealed.has(moved))) {
      throw bookFailure(db, 'book-closed', (sealed.has(bookId) ? placeOfBook(db, bookId) : place) ?? place ?? NOWHERE)
    }
  }
}

const NOWHERE: NumberPlace = {
  fondsId: null,
  direction: 'incoming',
  body: null,
  separator: '-',
  documentType: null,
  day: '1930-01-01'
}

/** Book, number and day of a form in one word: what a sealed book holds of it. */
function standing(form: DocumentForm, by: Numbering): string {
  const place = placeOf(form, by.office)
  const { number, suffix } = numberOf(form)
  return place === null ? '' : [placedBook(place, by)?.id ?? '', number ?? '', suffix, place.day].join(' ')
}

/** What the register prints of a form. Where the paper lies, its pages, and how recipients were read may still be put right. */
function lineSays(form: DocumentForm): string {
  const { separator, symbol, documentType, issuedOn, issuer, actingBody, subject, urgency, signer } = form
  const { arrivalNumber, arrivedOn, handler, copies, note, addressees, recipients } = form
  return JSON.stringify([
    ...[separator, symbol, documentType, issuedOn, issuer, actingBody, subject, urgency, signer],
    ...[arrivalNumber, arrivedOn, handler, copies, note],
    ...[addressees, recipients].map((list) => list.map((line) => line.text))
  ])
}

function anythingSealed(db: ReadableDb): boolean {
  return (
    prepared<[], unknown>(
      db,
      'SELECT 1 FROM book WHERE closed_at IS NOT NULL UNION ALL SELECT 1 FROM fonds WHERE closed_on IS NOT NULL LIMIT 1'
    ).get() !== undefined
  )
}
