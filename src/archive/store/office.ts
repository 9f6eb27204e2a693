import { OperationError } from '#contract/failures.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { ReadableDb, WritableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

/** Whose archive it is, as last saved. */
export function office(db: ReadableDb): Office {
  const text = prepared<[], { value: string }>(db, "SELECT value FROM meta WHERE key = 'office'").get()?.value
  if (text === undefined) throw new OperationError('archive-damaged', { missing: 'office' })
  return JSON.parse(text) as Office
}

export function writeMeta(db: WritableDb, key: string, value: string): void {
  prepared<[string, string]>(
    db,
    'INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value'
  ).run(key, value)
}
