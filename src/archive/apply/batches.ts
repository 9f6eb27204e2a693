import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyBatches: Appliers<'batch-began' | 'batch-undone'> = {
  'batch-began': (db, { data, at, actor, seq }) => {
    const n = (prepared<[], { n: number | null }>(db, 'SELECT max(n) AS n FROM batch').get()?.n ?? 0) + 1
    prepared<unknown[]>(
      db,
      'INSERT INTO batch(n, id, kind, name, source, rows, began_at, began_by, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'
    ).run(n, data.batchId, data.kind, data.name, data.source, data.rows, at, actor, seq)
  },
  'batch-undone': (db, { data, at }) => {
    prepared<unknown[]>(db, 'UPDATE batch SET undone_at = ?, kept = ? WHERE id = ?').run(at, data.kept, data.batchId)
  }
}
