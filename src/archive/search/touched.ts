import type { ReadableDb } from '../archive-context.ts'

/** Above so many touched documents whoever keeps something of them reads it anew. */
const MOST = 20_000

type Log = { first: number; rows: number[] }

/** Which documents changed in some respect on a connection, in order, for whoever keeps something of them. */
export type TouchLog = Readonly<{
  /** Says that a document changed, whether or not that is committed in the end. */
  add(db: ReadableDb, n: number): void
  /** Says that any of them may have. */
  addAll(db: ReadableDb): void
  /** Where the log ends now. */
  mark(db: ReadableDb): number
  /** Documents touched since a mark was taken, each perhaps several times; null when so many were that they are forgotten. */
  since(db: ReadableDb, mark: number): readonly number[] | null
}>

/** Register lines and texts: what the index has of a document. */
const lines = touchLog()
export const touch = lines.add
export const touchedMark = lines.mark
export const touchedSince = lines.since

/** The book a document stands in and the dossiers it lies in, where its line stayed as it was. */
export const movedDocuments = touchLog()

function touchLog(): TouchLog {
  const logs = new WeakMap<ReadableDb, Log>()
  function logOf(db: ReadableDb): Log {
    let log = logs.get(db)
    if (!log) {
      log = { first: 0, rows: [] }
      logs.set(db, log)
    }
    return log
  }
  function forget(log: Log): void {
    log.first += log.rows.length
    log.rows = []
  }
  return {
    add(db, n) {
      const log = logOf(db)
      if (log.rows.length >= MOST) forget(log)
      log.rows.push(n)
    },
    addAll(db) {
      const log = logOf(db)
      forget(log)
      log.first++
    },
    mark(db) {
      const log = logOf(db)
      return log.first + log.rows.length
    },
    since(db, mark) {
      const log = logOf(db)
      return mark < log.first ? null : log.rows.slice(mark - log.first)
    }
  }
}
