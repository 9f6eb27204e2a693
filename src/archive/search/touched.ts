import type { ReadableDb } from '../archive-context.ts'

const touched = new WeakMap<ReadableDb, Set<number>>()

/** Says that the register line of a document changed on this connection, whether or not that is committed in the end. */
export function touch(db: ReadableDb, n: number): void {
  const rows = touched.get(db)
  if (rows) rows.add(n)
  else touched.set(db, new Set([n]))
}

/** Documents touched since they were last asked for. */
export function takeTouched(db: ReadableDb): readonly number[] {
  const rows = touched.get(db)
  if (!rows || rows.size === 0) return []
  const taken = [...rows]
  rows.clear()
  return taken
}
