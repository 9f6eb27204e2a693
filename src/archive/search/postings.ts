import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { type Bits, clearBit, emptyBits, setBit } from './bits.ts'
import { storedBits } from './common-bits.ts'
import { withoutHidden } from './hidden.ts'
import { touchedMark, touchedSince } from './touched.ts'

type Table = 'fb' | 'fm'
type Entry = { bits: Bits; mark: number }
type Kept = { version: number; entries: Map<string, Entry> }

/** Words and phrases whose documents are kept, those asked for last; of 100,000 documents 12 kB each. */
const MOST = 1200
/** Rows put in again one range at a time; touched rows that lie further apart are read as ranges of their own. */
const GAP = 2000

const kept = new WeakMap<ReadableDb, Kept>()

/**
 * The documents an expression of FTS5 finds, as bits, `size` of them. Common words are asked for over and over: what the
 * index said is kept for each connection, and only rows touched since are asked for again.
 */
export function postings(db: ReadableDb, table: Table, expression: string, size: number): Bits {
  const { entries } = keptOf(db)
  const key = `${table} ${expression}`
  const known = entries.get(key)
  const bits = known && refreshed(db, table, expression, known, size)
  if (bits) {
    entries.delete(key)
    entries.set(key, { bits, mark: touchedMark(db) })
    return bits
  }
  const mark = touchedMark(db)
  const said = (table === 'fb' && fromStored(db, expression, size)) || fromIndex(db, table, expression, size)
  const made = withoutHidden(db, said)
  entries.set(key, { bits: made, mark })
  for (const oldest of entries.keys()) {
    if (entries.size <= MOST) break
    entries.delete(oldest)
  }
  return made
}

/** True when the index need not be read for an expression. */
export function isKept(db: ReadableDb, table: Table, expression: string): boolean {
  return keptOf(db).entries.has(`${table} ${expression}`)
}

/** The commonest words, whose documents take longest to read and are asked for most. */
const WARM = 400

/** Those words as expressions, the commonest first, for `postings` to read while nobody waits. */
export function commonWords(db: ReadableDb): readonly string[] {
  const terms = db.prepare(`SELECT term FROM term ORDER BY df DESC LIMIT ${WARM}`).pluck().all() as string[]
  return terms.map((term) => `"${term}"`)
}

function keptOf(db: ReadableDb): Kept {
  const version = prepared<[]>(db, 'PRAGMA data_version').pluck().get() as number
  let one = kept.get(db)
  if (one?.version !== version) {
    one = { version, entries: new Map() }
    kept.set(db, one)
  }
  return one
}

/** The bits with every touched row asked for again; null when all must be. */
function refreshed(db: ReadableDb, table: Table, expression: string, entry: Entry, size: number): Bits | null {
  const touched = touchedSince(db, entry.mark)
  if (touched === null) return null
  let { bits } = entry
  if (bits.length < (size + 31) >>> 5) {
    const longer = emptyBits(Math.max(size, Math.trunc(bits.length * 32 * 1.1)))
    longer.set(bits)
    bits = longer
  }
  if (touched.length > 0) askAgain(db, table, expression, bits, touched)
  return bits
}

function fromIndex(db: ReadableDb, table: Table, expression: string, size: number): Bits {
  const made = emptyBits(size)
  const rows = prepared<[string]>(db, `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck()
  for (const n of rows.all(expression) as number[]) setBit(made, n)
  return made
}

/** What the database keeps of a common expression, with every row after it and every changed one asked for again. */
function fromStored(db: ReadableDb, expression: string, size: number): Bits | null {
  const stored = storedBits(db, expression, size)
  if (!stored) return null
  const { bits, upto, changed } = stored
  const newer = Array.from({ length: Math.max(0, size - 1 - upto) }, (_, index) => upto + 1 + index)
  askAgain(db, 'fb', expression, bits, [...changed.filter((n) => n <= upto), ...newer])
  return bits
}

function askAgain(db: ReadableDb, table: Table, expression: string, bits: Bits, rows: readonly number[]): void {
  const again = prepared<[string, bigint, bigint]>(
    db,
    `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid BETWEEN ? AND ?`
  ).pluck()
  // Whole numbers: FTS5 takes no bound from a REAL, which is what a number is bound as, and would read all rows.
  for (const n of rows) clearBit(bits, n)
  for (const [from, to] of ranges(rows)) {
    for (const n of again.all(expression, BigInt(from), BigInt(to)) as number[]) setBit(bits, n)
  }
}

function ranges(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const n of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && n - last[1] <= GAP) last[1] = n
    else found.push([n, n])
  }
  return found
}
