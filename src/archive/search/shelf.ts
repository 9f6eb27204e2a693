import type { Term } from '#domain/search/terms.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { type Columns, dayNumber } from './columns.ts'
import { movedDocuments, touchedMark, touchedSince } from './touched.ts'

/** Ids by number: 0 is none. */
export type Numbered = Readonly<{ ids: string[]; numbers: Map<string, number> }>

/** What all documents of one place have in common: numbers of the term, the book and the set of dossiers. */
export type Place = Readonly<{ term: number; book: number; set: number }>

/**
 * Where documents are kept, by `document.n`: the term, the book each stands in and the dossiers it lies in, as one number
 * of four bytes, so that counting all three costs one addition a match. Kept for each connection, and brought up to date
 * before every use, as columns are.
 */
export type Shelf = {
  version: number
  /** As far as the logs of touched and of moved documents were read. */
  lines: number
  moves: number
  place: Uint32Array
  places: Place[]
  placeNumbers: Map<number, number>
  /** First days of terms, as 20200820: a term is counted from 1, the time before the first; 0: no day, or no terms. */
  starts: Uint32Array
  books: Numbered
  dossiers: Numbered
  /** Numbers of the dossiers that some document lies in; the first is none. */
  sets: (readonly number[])[]
  /** The set that comes of a set and one dossier more, by the numbers of both. */
  larger: Map<number, number>
}

/** More dossiers than there ever are: `larger` knows a set and a dossier by one number. */
const MOST_DOSSIERS = 1 << 24
/** The same of terms and books, for `placeNumbers`. */
const MOST_TERMS = 1 << 7
const MOST_BOOKS = 1 << 20

/** Kind by kind, one row for each book or dossier: a row for each document would cost several times as much. */
const BOOKS = `SELECT l.book_id, json_group_array(d.n) FROM book_line l CROSS JOIN document d ON d.id = l.id
  WHERE l.kind = 'document' GROUP BY l.book_id`
/** A dossier put away is none. */
const DOSSIERS = `SELECT o.id, json_group_array(d.n) FROM dossier o CROSS JOIN dossier_document i ON i.dossier_id = o.id
  CROSS JOIN document d ON d.id = i.document_id WHERE o.removed_at IS NULL GROUP BY o.id ORDER BY o.id`
const BOOK_OF = `SELECT l.book_id FROM document d CROSS JOIN book_line l ON l.id = d.id WHERE d.n = ?`
const DOSSIERS_OF = `SELECT i.dossier_id FROM document d CROSS JOIN dossier_document i ON i.document_id = d.id
  CROSS JOIN dossier o ON o.id = i.dossier_id WHERE d.n = ? AND o.removed_at IS NULL ORDER BY i.dossier_id`

const kept = new WeakMap<ReadableDb, Shelf>()

/** The shelf as it is now. Reads all documents the first time, afterwards only those that were touched or moved. */
export function shelfOf(db: ReadableDb, columns: Columns, terms: readonly Term[]): Shelf {
  const version = prepared<[]>(db, 'PRAGMA data_version').pluck().get() as number
  const [lines, moves] = [touchedMark(db), movedDocuments.mark(db)]
  const before = kept.get(db)
  const touched = before && touchedSince(db, before.lines)
  const moved = before && movedDocuments.since(db, before.moves)
  if (before?.version === version && touched && moved) {
    before.lines = lines
    before.moves = moves
    for (const n of new Set([...touched, ...moved])) readOne(db, before, columns, n)
    return before
  }
  const shelf: Shelf = {
    version,
    lines,
    moves,
    place: new Uint32Array(0),
    places: [{ term: 0, book: 0, set: 0 }],
    placeNumbers: new Map([[0, 0]]),
    starts: Uint32Array.from(terms.slice(1), (term) => dayNumber(term.key)),
    books: { ids: [''], numbers: new Map() },
    dossiers: { ids: [''], numbers: new Map() },
    sets: [[]],
    larger: new Map()
  }
  reserve(shelf, columns.size)
  readAll(db, shelf, columns)
  kept.set(db, shelf)
  return shelf
}

/** Numbers of the sets that have any of these dossiers in them. */
export function setsWith(shelf: Shelf, dossiers: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(dossiers.map((id) => shelf.dossiers.numbers.get(id)))
  return new Set(shelf.sets.flatMap((own, set) => (own.some((dossier) => wanted.has(dossier)) ? [set] : [])))
}

function readAll(db: ReadableDb, shelf: Shelf, { size, day }: Columns): void {
  const books = new Uint32Array(size)
  for (const [book, ns] of groups(db, BOOKS)) {
    const number = numberOf(shelf.books, book)
    for (const n of ns) books[n] = number
  }
  const sets = new Uint32Array(size)
  for (const [dossier, ns] of groups(db, DOSSIERS)) {
    const number = numberOf(shelf.dossiers, dossier)
    for (const n of ns) sets[n] = withDossier(shelf, sets[n] ?? 0, number)
  }
  for (let n = 0; n < size; n++)
    shelf.place[n] = placeNumber(shelf, termOf(day[n] ?? 0, shelf.starts), books[n] ?? 0, sets[n] ?? 0)
}

function termOf(day: number, starts: Uint32Array): number {
  if (day === 0 || starts.length === 0) return 0
  let term = starts.length
  while (term > 0 && day < (starts[term - 1] ?? 0)) term--
  return term + 1
}

function placeNumber(shelf: Shelf, term: number, book: number, set: number): number {
  const key = (set * MOST_BOOKS + book) * MOST_TERMS + term
  const known = shelf.placeNumbers.get(key)
  if (known !== undefined) return known
  const number = shelf.places.push({ term, book, set }) - 1
  shelf.placeNumbers.set(key, number)
  return number
}

function* groups(db: ReadableDb, sql: string): Generator<readonly [id: string, ns: readonly number[]]> {
  for (const [id, ns] of prepared<[]>(db, sql).raw().iterate() as IterableIterator<[string, string]>)
    yield [id, JSON.parse(ns) as number[]]
}

function readOne(db: ReadableDb, shelf: Shelf, { day }: Columns, n: number): void {
  reserve(shelf, n + 1)
  const id = prepared<[number]>(db, BOOK_OF).pluck().get(n) as string | undefined
  const book = id === undefined ? 0 : numberOf(shelf.books, id)
  const dossiers = prepared<[number]>(db, DOSSIERS_OF).pluck().all(n) as string[]
  const set = dossiers.reduce((all, dossier) => withDossier(shelf, all, numberOf(shelf.dossiers, dossier)), 0)
  shelf.place[n] = placeNumber(shelf, termOf(day[n] ?? 0, shelf.starts), book, set)
}

function withDossier(shelf: Shelf, set: number, dossier: number): number {
  const key = set * MOST_DOSSIERS + dossier
  const known = shelf.larger.get(key)
  if (known !== undefined) return known
  const larger = shelf.sets.push([...(shelf.sets[set] ?? []), dossier]) - 1
  shelf.larger.set(key, larger)
  return larger
}

function numberOf(numbered: Numbered, id: string): number {
  const known = numbered.numbers.get(id)
  if (known !== undefined) return known
  const number = numbered.ids.push(id) - 1
  numbered.numbers.set(id, number)
  return number
}

/** Room for rows below `size`. */
function reserve(shelf: Shelf, size: number): void {
  if (size <= shelf.place.length) return
  const longer = new Uint32Array(Math.max(1024, size * 2))
  longer.set(shelf.place)
  shelf.place = longer
}
