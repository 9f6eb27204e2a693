import MiniSearch from 'minisearch'
import type { ReadableDb } from '../archive-context.ts'

const COMPLETIONS = 12

/**
 * The typed end of a word as index terms: itself first, then the most frequent completions (performance.md §4:
 * this replaces a prefix index on the body).
 */
export function completions(db: ReadableDb, prefix: string): readonly string[] {
  const rows = db
    .prepare<[string, string], { term: string }>(
      `SELECT term FROM term WHERE term >= ? AND term < ? ORDER BY df DESC LIMIT ${COMPLETIONS}`
    )
    .all(prefix, `${prefix}\u{10FFFF}`)
  return [...new Set([prefix, ...rows.map((row) => row.term)])].slice(0, COMPLETIONS)
}

export function isKnown(db: ReadableDb, term: string): boolean {
  return db.prepare<[string], { one: number }>('SELECT 1 AS one FROM term WHERE term = ?').get(term) !== undefined
}

type Speller = Readonly<{ size: number; index: MiniSearch<{ id: string; term: string }> }>
const spellers = new WeakMap<ReadableDb, Speller>()

/** The known term one slip away from a mistyped one (one letter, or two neighbours swapped), the commonest first; or null. */
export function repair(db: ReadableDb, mistyped: string): string | null {
  if (mistyped.length < 3 || /\d/.test(mistyped)) return null
  const found = speller(db).search(mistyped, { fuzzy: 2, prefix: false })
  const near = found.map((hit) => String(hit.id)).filter((term) => oneSlip(mistyped, term))
  const df = db.prepare<[string], { df: number }>('SELECT df FROM term WHERE term = ?')
  return near.sort((a, b) => (df.get(b)?.df ?? 0) - (df.get(a)?.df ?? 0))[0] ?? null
}

function speller(db: ReadableDb): Speller['index'] {
  const size = db.prepare<[], { size: number }>('SELECT count(*) AS size FROM term').get()?.size ?? 0
  const known = spellers.get(db)
  if (known && known.size === size) return known.index
  const index = new MiniSearch<{ id: string; term: string }>({ fields: ['term'], idField: 'id' })
  index.addAll(
    db
      .prepare<[], { term: string }>('SELECT term FROM term')
      .all()
      .map((row) => ({ id: row.term, term: row.term }))
  )
  spellers.set(db, { size, index })
  return index
}

/** True when `b` is `a` with one letter put in, left out or changed, or two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  const restA = a.slice(head)
  const restB = b.slice(head)
  if (restA.slice(1) === restB.slice(1)) return true
  if (restA === restB.slice(1) || restA.slice(1) === restB) return true
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]
}
