import type { ReadableDb } from '../archive-context.ts'

/** Above so many touched documents whoever keeps something of them reads it anew. */
const MOST = 20_000

type Log = { first: number; rows: number[] }
const logs = new WeakMap<ReadableDb, Log>()

/** Says that the register line of a document changed on this connection, whether or not that is committed in the end. */
export function touch(db: ReadableDb, n: number): void {
  const log = logOf(db)
  if (log.rows.length >= MOST) {
    log.first += log.rows.length
    log.rows = []
  }
  log.rows.push(n)
}

/** Where the log of touched documents ends now. */
export function touchedMark(db: ReadableDb): number {
  const log = logOf(db)
  return log.first + log.rows.length
}

/** Documents touched since a mark was taken, each perhaps several times; null when so many were that they are forgotten. */
export function touchedSince(db: ReadableDb, mark: number): readonly number[] | null {
  const log = logOf(db)
  return mark < log.first ? null : log.rows.slice(mark - log.first)
}

function logOf(db: ReadableDb): Log {
  let log = logs.get(db)
  if (!log) {
    log = { first: 0, rows: [] }
    logs.set(db, log)
  }
  return log
}
