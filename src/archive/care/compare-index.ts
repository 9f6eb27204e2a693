import type { Statement } from 'better-sqlite3'
import type { ReadableDb } from '../archive-context.ts'
import { INDEX_TABLES } from './fact-tables.ts'

type Place = Readonly<{ term: string; doc: number; col: string; offset: number }>

/** Documents (`document.n`) of which the index knows other words, or at other places, than the replica's. */
export function indexDifferences(live: ReadableDb, expected: ReadableDb): ReadonlySet<number> {
  const differing = new Set<number>()
  for (const table of INDEX_TABLES) {
    // Both before either is read: a damaged database refuses here, and the other must not be left with a query open.
    const [wanted, found] = [places(expected, table), places(live, table)]
    const left = wanted.iterate()
    const right = found.iterate()
    try {
      let a = left.next()
      let b = right.next()
      while (!a.done || !b.done) {
        const order = a.done ? 1 : b.done ? -1 : compare(a.value, b.value)
        if (order < 0 && !a.done) differing.add(a.value.doc)
        if (order > 0 && !b.done) differing.add(b.value.doc)
        if (order <= 0) a = left.next()
        if (order >= 0) b = right.next()
      }
    } finally {
      left.return?.()
      right.return?.()
    }
  }
  return differing
}

/** Every place of every word in an index, in the index's own order. */
function places(db: ReadableDb, table: string): Statement<[], Place> {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_places USING fts5vocab(main, ${table}, instance)`)
  return db.prepare<[], Place>(`SELECT term, doc, col, offset FROM temp.${table}_places`)
}

function compare(a: Place, b: Place): number {
  if (a.term !== b.term) return Buffer.compare(Buffer.from(a.term), Buffer.from(b.term))
  if (a.doc !== b.doc) return a.doc - b.doc
  if (a.col !== b.col) return a.col < b.col ? -1 : 1
  return a.offset - b.offset
}
