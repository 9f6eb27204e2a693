import type { TextStore, WritableDb } from '../archive-context.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { deriveDocument } from './derive.ts'

/** Remakes what is derived of some documents, all or none. */
export function rederive(db: WritableDb, documentIds: readonly string[], texts: Pick<TextStore, 'get'>): void {
  if (documentIds.length === 0) return
  try {
    db.exec('BEGIN IMMEDIATE')
    for (const id of documentIds) deriveDocument(db, id, texts)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw storageFailure(error)
  }
}
