import type { ReadableDb, WritableDb } from '../archive-context.ts'

/** How far into the ledger a database has come: written in the transaction of the facts themselves. */
export type HighWaterMark = Readonly<{ seq: number; hash: string; archiveId: string | null }>

export function readMark(db: ReadableDb): HighWaterMark {
  const rows = db
    .prepare<[], { key: string; value: string }>(
      "SELECT key, value FROM meta WHERE key IN ('ledger_seq', 'ledger_hash', 'archive_id')"
    )
    .all()
  const values = new Map(rows.map((row) => [row.key, row.value]))
  return {
    seq: Number(values.get('ledger_seq') ?? 0),
    hash: values.get('ledger_hash') ?? '',
    archiveId: values.get('archive_id') ?? null
  }
}

export function writeMark(db: WritableDb, mark: Readonly<{ seq: number; hash: string }>): void {
  const put = db.prepare(
    'INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value'
  )
  put.run('ledger_seq', String(mark.seq))
  put.run('ledger_hash', mark.hash)
}
