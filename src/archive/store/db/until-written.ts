import type { ReadableDb } from '../../archive-context.ts'
import { prepared } from './prepared.ts'

type Known = { stamp: string; value: unknown }
const known = new WeakMap<ReadableDb, Map<string, Known>>()

/**
 * What is asked of the whole archive over and over: made anew only after somebody wrote. Any row written on this
 * connection counts, and any commit of another; what a transaction sees before its end is never kept. `key` says what it
 * is and what it depends on beside the database (the day).
 */
export function untilWritten<T>(db: ReadableDb, key: string, make: () => T): T {
  if (db.inTransaction) return make()
  const stamp = prepared<[]>(db, "SELECT total_changes() || '/' || (SELECT data_version FROM pragma_data_version)")
    .pluck()
    .get() as string
  let own = known.get(db)
  if (!own) {
    own = new Map()
    known.set(db, own)
  }
  const one = own.get(key)
  if (one?.stamp === stamp) return one.value as T
  if (own.size >= MOST) own.clear()
  const value = make()
  own.set(key, { stamp, value })
  return value
}

const MOST = 50
