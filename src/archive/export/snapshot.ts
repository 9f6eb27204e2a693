import type { ReadableDb } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { openDatabase } from '../store/db/connection.ts'

/** The archive at one line of its ledger; what is filed meanwhile is not in it. */
export type Snapshot = Readonly<{
  db: ReadableDb
  ledger: Readonly<{ seq: number; hash: string }>
  /** The ledger's files and how far each reached. */
  segments: readonly Readonly<{ name: string; length: number }>[]
  close(): void
}>

/** Database and ledger at the same instant: nothing runs between the first read and asking the ledger. */
export function takeSnapshot(archive: OpenedArchive): Snapshot {
  const db = openDatabase(archive.db.name, { readonly: true })
  try {
    db.exec('BEGIN')
    const { seq, hash } = readMark(db)
    return { db, ledger: { seq, hash }, segments: archive.ledger.extent(), close: () => void db.close() }
  } catch (error) {
    db.close()
    throw error
  }
}
