import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { OperationError } from '#contract/failures.ts'

export const LOCK_FILE = 'lock.db'
const HOLDER_FILE = 'lock-holder.json'

export type Lock = Readonly<{ release(): void }>
export type Holder = Readonly<{ shell: string; pid: number; since: string }>

/**
 * One writer on one archive: an exclusive transaction held on a small database of its own. The system gives it up when
 * the process dies, however it dies; that a lock file exists proves nothing. The second one is told who holds it.
 */
export function takeLock(folder: string, holder: Holder): Lock {
  let db: Database.Database | null = null
  try {
    db = new Database(join(folder, LOCK_FILE), { timeout: 200 })
    db.pragma('journal_mode = MEMORY')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    throw isBusy(error) ? new OperationError('archive-locked', holderFacts(folder)) : error
  }
  const held = db
  try {
    writeFileSync(join(folder, HOLDER_FILE), JSON.stringify(holder))
  } catch {
    // Only words for the one who comes second.
  }
  return {
    release() {
      if (!held.open) return
      if (held.inTransaction) held.exec('ROLLBACK')
      held.close()
    }
  }
}

/** Whether somebody writes in an archive that we can only read. */
export function refuseLocked(folder: string): void {
  let db: Database.Database | null = null
  try {
    db = new Database(join(folder, LOCK_FILE), { readonly: true, fileMustExist: true, timeout: 200 })
    db.pragma('schema_version')
  } catch (error) {
    if (isBusy(error)) throw new OperationError('archive-locked', holderFacts(folder))
  } finally {
    db?.close()
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY')
}

function holderFacts(folder: string): Record<string, string | number> {
  try {
    const { shell, pid, since } = JSON.parse(readFileSync(join(folder, HOLDER_FILE), 'utf8')) as Holder
    return { shell: String(shell), pid: Number(pid), since: String(since) }
  } catch {
    return {}
  }
}
