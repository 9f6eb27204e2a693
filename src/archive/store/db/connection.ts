import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { OperationError } from '#contract/operation-error.ts'
import type { WritableDb } from '../../archive-context.ts'
import { vaultOf } from '../../vault/vaults.ts'
import { openEngine } from './engines.ts'

/** Fixed in 3.51.3: two connections that write and checkpoint at one instant could lose a commit (reliability.md §0.5). */
const OLDEST_SQLITE = [3, 51, 3] as const
const SYNCHRONOUS_FULL = 2

export type DatabaseOptions = Readonly<{
  readonly?: boolean
  /** Left out: that of the archive in whose folder the database lies. null: it is plain. */
  key?: Uint8Array | null
}>

/**
 * Opens the archive's database. Every connection is WAL with synchronous=FULL, said and then asked back: this build of
 * SQLite silently takes NORMAL for WAL, which loses acknowledged rows at a power cut (reliability.md §0.1).
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): WritableDb {
  const key = options.key === undefined ? keyFor(path) : options.key
  const db = openEngine(path, { readonly: options.readonly ?? false, timeout: 5000 }, key)
  try {
    assertEngine(db)
    if (!options.readonly) db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('cache_size = -16384')
    db.pragma('temp_store = MEMORY')
    assertPragmas(db, options.readonly ?? false)
  } catch (error) {
    db.close()
    throw error
  }
  return db as WritableDb
}

/** A database in an encrypted archive's folder is never opened, or made, without the key. */
function keyFor(path: string): Uint8Array | null {
  return path === ':memory:' ? null : vaultOf(dirname(path)).databaseKey
}

/** Asks the linked engine, not the package, for its version (reliability.md R18). */
export function assertEngine(db: Database): void {
  const version = String(db.prepare('SELECT sqlite_version() AS v').pluck().get())
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least) throw new OperationError('internal', { sqlite: version })
  }
}

function assertPragmas(db: Database, readonly: boolean): void {
  const asked: Readonly<Record<string, unknown>> = {
    synchronous: SYNCHRONOUS_FULL,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1
  }
  for (const [name, wanted] of Object.entries(asked)) {
    const got = db.pragma(name, { simple: true })
    if (got !== wanted) throw new OperationError('internal', { pragma: name, got: String(got) })
  }
  const mode = db.pragma('journal_mode', { simple: true })
  if (!readonly && mode !== 'wal' && mode !== 'memory')
    throw new OperationError('internal', { pragma: 'journal_mode', got: String(mode) })
}
