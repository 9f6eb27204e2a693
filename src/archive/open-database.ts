import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import type { OriginalStore, ReadableDb, TextStore, WritableDb } from './archive-context.ts'
import { DATABASE } from './archive-file.ts'
import { setDatabaseAside } from './care/aside.ts'
import { copyBeforeMigration } from './care/copy-before-migration.ts'
import { remakeTexts } from './care/missing-texts.ts'
import { replay } from './care/replay.ts'
import { readMark } from './ledger/high-water-mark.ts'
import type { Ledger } from './ledger/ledger.ts'
import { openDatabase } from './store/db/connection.ts'
import { APPLICATION_ID, migrate } from './store/db/migrate.ts'

export type Notice = ArchiveState['notices'][number]

export type Stores = Readonly<{ ledger: Ledger; originals: OriginalStore; texts: TextStore; archiveId: string }>

/** A database that says what the ledger says, what had to be done for it, and whether it may be written. */
export type ReadyDatabase = Readonly<{ db: WritableDb; notices: readonly Notice[]; readOnly: boolean }>

/**
 * Opens `archive.db` in `folder` and holds it against the ledger (design §3): ledger ahead → the tail is replayed;
 * no database, one that cannot be read, one of another archive, or one whose rows do not add up → set aside and made
 * again; database ahead, or another line under the same number → the ledger has lost or changed facts, and nothing is
 * written until a person decides.
 */
export async function readyDatabase(folder: string, stores: Stores): Promise<ReadyDatabase> {
  const path = join(folder, DATABASE)
  const head = stores.ledger.head()
  if (!existsSync(path)) return await rebuilt(folder, stores, head.seq > 0 ? 'database-missing' : null)
  const opened = tryOpen(folder)
  if (typeof opened === 'string') return await rebuilt(folder, stores, opened)
  const db = opened
  const mark = readMark(db)
  if (mark.archiveId !== null && mark.archiveId !== stores.archiveId) {
    db.close()
    return await rebuilt(folder, stores, 'database-foreign')
  }
  const lost = ledgerLost(stores.ledger, mark)
  if (lost) return { db, notices: [lost], readOnly: true }
  try {
    if (documentCount(db) !== stores.ledger.filingsUpTo(mark.seq)) throw new RowsDisagree()
    if (mark.seq === head.seq) return { db, notices: [], readOnly: false }
    await remakeTexts(stores.ledger, stores, { from: mark.seq + 1 })
    const events = await replay(db, stores.ledger, { texts: stores.texts })
    return { db, notices: [{ code: 'ledger-replayed', detail: { events } }], readOnly: false }
  } catch (error) {
    db.close()
    if (!isDisagreement(error)) throw error
    return await rebuilt(folder, stores, 'database-rows')
  }
}

class RowsDisagree extends Error {}

/** Facts the database has seen and the ledger no longer holds: the journal was cut, replaced or written anew. */
function ledgerLost(ledger: Ledger, mark: Readonly<{ seq: number; hash: string }>): Notice | null {
  const { seq } = ledger.head()
  if (mark.seq > seq) return { code: 'database-ahead', detail: { ledger: seq, database: mark.seq } }
  if (mark.seq > 0 && ledger.hashOf(mark.seq) !== mark.hash)
    return { code: 'ledger-differs', detail: { seq: mark.seq } }
  return null
}

/** Makes the database anew from ledger, originals and texts. The one that was there is kept aside. */
async function rebuilt(folder: string, stores: Stores, why: string | null): Promise<ReadyDatabase> {
  setDatabaseAside(folder)
  const db = openDatabase(join(folder, DATABASE))
  try {
    migrate(db)
    const texts = await remakeTexts(stores.ledger, stores)
    const events = await replay(db, stores.ledger, { texts: stores.texts })
    return { db, notices: why ? [{ code: 'database-rebuilt', detail: { why, events, texts } }] : [], readOnly: false }
  } catch (error) {
    db.close()
    throw error
  }
}

/** The database, brought to this program's schema; or why it cannot be used. */
function tryOpen(folder: string): WritableDb | 'database-damaged' | 'database-empty' {
  let db: WritableDb | null = null
  try {
    db = openDatabase(join(folder, DATABASE))
    const id = Number(db.pragma('application_id', { simple: true }))
    const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    if (id !== APPLICATION_ID || tables === 0) {
      db.close()
      return tables === 0 ? 'database-empty' : 'database-damaged'
    }
    copyBeforeMigration(folder, db)
    migrate(db)
    readMark(db)
    return db
  } catch (error) {
    db?.close()
    if (error instanceof OperationError || !isDisagreement(error)) throw error
    return 'database-damaged'
  }
}

export function documentCount(db: ReadableDb): number {
  return Number(db.prepare('SELECT count(*) FROM document').pluck().get())
}

/** Rows that contradict the ledger, or pages that SQLite cannot make sense of: not a full or failing disk. */
function isDisagreement(error: unknown): boolean {
  if (error instanceof RowsDisagree) return true
  if (error instanceof OperationError) return error.code === 'archive-damaged'
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return error instanceof Error // apply found no row where there must be one
  return /^SQLITE_(?:CORRUPT|NOTADB|CONSTRAINT|ERROR|MISMATCH|FORMAT)/.test(code)
}

/**
 * What is wrong with the ledger itself. A torn tail is an accident nobody was told about, unless the database has seen
 * its line: then an acknowledged fact was damaged.
 */
export function ledgerNotice(ledger: Ledger, databaseAhead: boolean): Notice | null {
  const { damage, torn } = ledger
  if (damage) return { code: damage.code, detail: { line: damage.seq, file: damage.file } }
  if (torn && databaseAhead) return { code: 'ledger-line', detail: { line: torn.seq, file: torn.name } }
  return null
}
