import type { ReadableDb, WritableDb } from '../archive-context.ts'
import type { BatchKind, BatchPlace } from '../ledger/events.ts'
import { prepared } from './db/prepared.ts'

export type BatchRow = Readonly<{ documentId: string; sha256: string; rowKey: string | null }>

export type StoredBatch = Readonly<{
  id: string
  kind: BatchKind
  name: string
  rows: number
  /** Facts made so far; fewer than `rows` where it was stopped or cut off. */
  made: number
  beganAt: string
  beganBy: string
  seq: number
  undoneAt: string | null
  /** Left standing when it was undone. */
  kept: number
}>

const COLUMNS = `b.id AS id, b.kind AS kind, b.name AS name, b.rows AS rows, b.began_at AS beganAt,
  b.began_by AS beganBy, b.seq AS seq, b.undone_at AS undoneAt, coalesce(b.kept, 0) AS kept,
  (SELECT count(*) FROM batch_row r WHERE r.batch_id = b.id) AS made`

export function addBatchRow(db: WritableDb, place: BatchPlace, documentId: string, sha256: string): void {
  prepared<unknown[]>(db, 'INSERT INTO batch_row(batch_id, document_id, sha256, row_key) VALUES (?, ?, ?, ?)').run(
    place.id,
    documentId,
    sha256,
    place.key
  )
}

export function listBatches(db: ReadableDb, limit: number): readonly StoredBatch[] {
  return prepared<[number], StoredBatch>(db, `SELECT ${COLUMNS} FROM batch b ORDER BY b.n DESC LIMIT ?`).all(limit)
}

export function batchOf(db: ReadableDb, id: string): StoredBatch | undefined {
  return prepared<[string], StoredBatch>(db, `SELECT ${COLUMNS} FROM batch b WHERE b.id = ?`).get(id)
}

export function batchRows(db: ReadableDb, id: string): readonly BatchRow[] {
  return prepared<[string], BatchRow>(
    db,
    `SELECT r.document_id AS documentId, r.sha256 AS sha256, r.row_key AS rowKey
     FROM batch_row r JOIN document d ON d.id = r.document_id WHERE r.batch_id = ? ORDER BY d.n, r.sha256`
  ).all(id)
}

/** Work from this source that stopped before its end and stands: it is gone on with rather than begun again. */
export function unfinishedBatch(db: ReadableDb, source: string): StoredBatch | undefined {
  return prepared<[string], StoredBatch>(
    db,
    `SELECT ${COLUMNS} FROM batch b WHERE b.source = ? AND b.undone_at IS NULL ORDER BY b.n DESC LIMIT 1`
  )
    .all(source)
    .find((batch) => batch.made < batch.rows)
}

/** The document a row of a register became; none where its batch was undone and the document with it. */
export function documentOfRow(db: ReadableDb, rowKey: string): string | null {
  const row = prepared<[string], { id: string }>(
    db,
    `SELECT r.document_id AS id FROM batch_row r
     JOIN batch b ON b.id = r.batch_id JOIN document d ON d.id = r.document_id
     WHERE r.row_key = ? AND (b.undone_at IS NULL OR d.withdrawn_at IS NULL) LIMIT 1`
  ).get(rowKey)
  return row?.id ?? null
}

/** The register a document was put in from. */
export function registerOf(db: ReadableDb, documentId: string): Readonly<{ id: string; name: string }> | null {
  return (
    prepared<[string], { id: string; name: string }>(
      db,
      `SELECT b.id AS id, b.name AS name FROM batch_row r JOIN batch b ON b.id = r.batch_id
       WHERE r.document_id = ? AND b.kind = 'register' ORDER BY b.n LIMIT 1`
    ).get(documentId) ?? null
  )
}
