import { createHash } from 'node:crypto'
import type { Office } from '#contract/operations/archive.ts'
import { type BookOf, bookOf, type NumberedForm, numberOf, ownBody, placeOf } from '#domain/numbering/book-of.ts'
import { type NumberingRule, type NumberPlace, rulesWithDefaults } from '#domain/numbering/book-rule.ts'
import type { ReadableDb, WritableDb } from '../archive-context.ts'
import type { NumberSaid } from '../ledger/events.ts'
import { movedDocuments } from '../search/touched.ts'
import { prepared } from './db/prepared.ts'

/** What decides books: the office, its rules, and which fonds is its own. */
export type Numbering = Readonly<{
  office: Pick<Office, 'name' | 'place' | 'termStarts'>
  rules: readonly NumberingRule[]
  ownFonds: string | null
}>

export type PlacedBook = BookOf & Readonly<{ id: string }>

export function numbering(db: ReadableDb): Numbering {
  const office = prepared<[], { value: string }>(db, "SELECT value FROM meta WHERE key = 'office'").get()?.value
  return {
    office: office === undefined ? { name: '', place: '', termStarts: [] } : (JSON.parse(office) as Office),
    rules: rulesWithDefaults(savedRules(db)),
    ownFonds: prepared<[], { id: string }>(db, 'SELECT id FROM fonds WHERE own = 1').get()?.id ?? null
  }
}

export function savedRules(db: ReadableDb): readonly NumberingRule[] {
  return prepared<[], { data: string }>(db, 'SELECT data FROM book_rule ORDER BY id')
    .all()
    .map((row) => JSON.parse(row.data) as NumberingRule)
}

/** The same book for the same place, whoever asks: its id is made from what it is. */
export function placedBook(place: NumberPlace, by: Numbering): PlacedBook | null {
  const book = bookOf(ownPlace(place, by), by.rules, by.office.termStarts)
  return book && { ...book, id: bookId(book.key) }
}

/** A place said by hand, as those of documents are: the office's own body and fonds by one name. */
export function saidPlace(place: NumberPlace, by: Numbering): NumberPlace {
  return ownPlace({ ...place, body: place.direction === 'incoming' ? null : ownBody(place.body, by.office) }, by)
}

/** A document that names no fonds, or the office's own, is the office's. */
function ownPlace(place: NumberPlace, by: Numbering): NumberPlace {
  return place.fondsId !== null && place.fondsId === by.ownFonds ? { ...place, fondsId: null } : place
}

const ids = new Map<string, string>()
const MOST_IDS = 4000

function bookId(key: string): string {
  const known = ids.get(key)
  if (known) return known
  const id = `k_${createHash('sha256').update(key).digest('hex').slice(0, 20)}`
  if (ids.size >= MOST_IDS) ids.clear()
  ids.set(key, id)
  return id
}

const FORM = `id, direction, fonds_id AS fondsId, number, suffix, separator, symbol, document_type AS documentType,
  issued_on AS issuedOn, issuer, arrival_number AS arrivalNumber, arrived_on AS arrivedOn,
  withdrawn_at IS NOT NULL AS withdrawn`

type FormRow = NumberedForm & Readonly<{ id: string; withdrawn: number }>

/** Puts a document where its form says now; called after every fact that may move it. */
export function placeDocument(db: WritableDb, id: string): void {
  const row = prepared<[string], FormRow>(db, `SELECT ${FORM} FROM document WHERE id = ?`).get(id)
  if (row) placeRow(db, row, numbering(db))
}

/** Where a document stands; null while it has no day. */
export function placeOfDocument(db: ReadableDb, id: string): NumberPlace | null {
  const row = prepared<[string], FormRow>(db, `SELECT ${FORM} FROM document WHERE id = ?`).get(id)
  return row ? placeOf(row, numbering(db).office) : null
}

/** Whether a change of the office moves papers from one book to another. */
export function movesBooks(before: Office, after: Office): boolean {
  return (
    before.name !== after.name ||
    before.place !== after.place ||
    JSON.stringify(before.termStarts) !== JSON.stringify(after.termStarts)
  )
}

/** Places every document and every number without one: after the rules or the terms changed. */
export function placeAllLines(db: WritableDb): void {
  const by = numbering(db)
  movedDocuments.addAll(db)
  prepared(db, 'DELETE FROM book_line').run()
  const rows = db.prepare<[], FormRow>(`SELECT ${FORM} FROM document ORDER BY n`).all()
  for (const row of rows) placeRow(db, row, by)
  const numbers = prepared<[], { id: string }>(db, 'SELECT id FROM book_number WHERE used_by IS NULL').all()
  for (const { id } of numbers) placeNumber(db, id)
}

/** Puts a number without a document where its place says now; one that is gone or used leaves the book. */
export function placeNumber(db: WritableDb, id: string): void {
  type Row = { place: string; number: number; suffix: string; state: string }
  const row = prepared<[string], Row>(
    db,
    'SELECT place, number, suffix, state FROM book_number WHERE id = ? AND used_by IS NULL'
  ).get(id)
  const place = row ? (JSON.parse(row.place) as NumberPlace) : null
  const book = place && placedBook(place, numbering(db))
  if (!row || !place || !book) removeLine(db, id)
  else saveLine(db, [id, book.id, row.state, row.number, row.suffix, place.day, 0])
}

export function saveNumberSaid(db: WritableDb, documentId: string, said: NumberSaid | null): void {
  if (!said || (said.flags.length === 0 && said.reason === null)) {
    prepared<[string]>(db, 'DELETE FROM document_number WHERE document_id = ?').run(documentId)
    return
  }
  prepared<unknown[]>(
    db,
    `INSERT INTO document_number(document_id, flags, reason) VALUES (?, ?, ?)
     ON CONFLICT(document_id) DO UPDATE SET flags = excluded.flags, reason = excluded.reason`
  ).run(documentId, JSON.stringify(said.flags), said.reason)
}

function placeRow(db: WritableDb, row: FormRow, by: Numbering): void {
  const place = placeOf(row, by.office)
  const book = place && placedBook(place, by)
  if (!place || !book) {
    removeLine(db, row.id)
    return
  }
  const { number, suffix } = numberOf(row)
  saveLine(db, [row.id, book.id, 'document', number, suffix, place.day, row.withdrawn])
}

type Line = readonly [
  id: string,
  bookId: string,
  kind: string,
  number: number | null,
  suffix: string,
  day: string,
  withdrawn: number
]

function saveLine(db: WritableDb, line: Line): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO book_line(id, book_id, kind, number, suffix, day, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT(id) DO UPDATE SET book_id = excluded.book_id, kind = excluded.kind, number = excluded.number,
       suffix = excluded.suffix, day = excluded.day, withdrawn = excluded.withdrawn`
  ).run(...line)
}

function removeLine(db: WritableDb, id: string): void {
  prepared<[string]>(db, 'DELETE FROM book_line WHERE id = ?').run(id)
}
