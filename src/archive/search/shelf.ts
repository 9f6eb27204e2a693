import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { sizeOf } from './columns.ts'
import { movedDocuments, touchedMark, touchedSince } from './touched.ts'

/** Ids by number: 0 is none. */
export type Numbered = Readonly<{ ids: string[]; numbers: Map<string, number> }>

/**
 * Where documents are kept, by `document.n`: the book each stands in and the dossiers it lies in, eight bytes each. Kept
 * for each connection, and brought up to date before every use, as columns are.
 */
export type Shelf = {
  version: number
  /** As far as the logs of touched and of moved documents were read. */
  lines: number
  moves: number
  book: Uint32Array
  /** A place in `sets`: documents in the same dossiers have the same. */
  set: Uint32Array
  books: Numbered
  dossiers: Numbered
  /** Numbers of the dossiers that some document lies in; the first is none. */
  sets: (readonly number[])[]
  /** The set that comes of a set and one dossier more, by the numbers of both. */
  larger: Map<number, number>
}

/** More dossiers than there ever are: `larger` knows a set and a dossier by one number. */
const MOST_DOSSIERS = 1 << 24

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
export function shelfOf(db: ReadableDb): Shelf {
  const version = prepared<[]>(db, 'PRAGMA data_version').pluck().get() as number
  const [lines, moves] = [touchedMark(db), movedDocuments.mark(db)]
  const before = kept.get(db)
  const touched = before && touchedSince(db, before.lines)
  const moved = before && movedDocuments.since(db, before.moves)
  if (before?.version === version && touched && moved) {
    before.lines = lines
    before.moves = moves
    for (const n of new Set([...touched, ...moved])) readOne(db, before, n)
    return before
  }
  const shelf: Shelf = {
    version,
    lines,
    moves,
    book: new Uint32Array(0),
    set: new Uint32Array(0),
    books: { ids: [''], numbers: new Map() },
    dossiers: { ids: [''], numbers: new Map() },
    sets: [[]],
    larger: new Map()
  }
  reserve(shelf, sizeOf(db))
  readAll(db, shelf)
  kept.set(db, shelf)
  return shelf
}

/** Numbers of the sets that have any of these dossiers in them. */
export function setsWith(shelf: Shelf, dossiers: readonly string[]): ReadonlySet<number> {
  const wanted = new Set(dossiers.map((id) => shelf.dossiers.numbers.get(id)))
  return new Set(shelf.sets.flatMap((own, set) => (own.some((dossier) => wanted.has(dossier)) ? [set] : [])))
}

function readAll(db: ReadableDb, shelf: Shelf): void {
  for (const [book, ns] of groups(db, BOOKS)) {
    const number = numberOf(shelf.books, book)
    for (const n of ns) shelf.book[n] = number
  }
  for (const [dossier, ns] of groups(db, DOSSIERS)) {
    const number = numberOf(shelf.dossiers, dossier)
    for (const n of ns) shelf.set[n] = withDossier(shelf, shelf.set[n] ?? 0, number)
  }
}

function* groups(db: ReadableDb, sql: string): Generator<readonly [id: string, ns: readonly number[]]> {
  for (const [id, ns] of prepared<[]>(db, sql).raw().iterate() as IterableIterator<[string, string]>)
    yield [id, JSON.parse(ns) as number[]]
}

function readOne(db: ReadableDb, shelf: Shelf, n: number): void {
  reserve(shelf, n + 1)
  const book = prepared<[number]>(db, BOOK_OF).pluck().get(n) as string | undefined
  shelf.book[n] = book === undefined ? 0 : numberOf(shelf.books, book)
  const dossiers = prepared<[number]>(db, DOSSIERS_OF).pluck().all(n) as string[]
  shelf.set[n] = dossiers.reduce((set, id) => withDossier(shelf, set, numberOf(shelf.dossiers, id)), 0)
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
  if (size <= shelf.book.length) return
  const longer = (from: Uint32Array) => {
    const into = new Uint32Array(Math.max(1024, size * 2))
    into.set(from)
    return into
  }
  shelf.book = longer(shelf.book)
  shelf.set = longer(shelf.set)
}
