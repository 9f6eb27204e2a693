import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { WritableDb } from './archive-context.ts'
import { DATABASE, LEDGER } from './archive-file.ts'
import { type ArchiveDeps, makeSession, type OpenedArchive } from './archive-session.ts'
import { systemFiles } from './files/file-layer.ts'
import { folderSyncs } from './files/folder-syncs.ts'
import { readMark } from './ledger/high-water-mark.ts'
import { type Ledger, openLedger } from './ledger/ledger.ts'
import { refuseLocked } from './lock.ts'
import { documentCount, ledgerNotice, type ReadyDatabase, readyDatabase, type Stores } from './open-database.ts'
import { openOriginals } from './originals/original-store.ts'
import { openDatabase } from './store/db/connection.ts'
import { NEWEST_SCHEMA, schemaOf } from './store/db/migrate.ts'
import { openTexts } from './texts/text-store.ts'
import { type OpenVault, unlockVault } from './vault/open-sealed.ts'
import { openVault } from './vault/vaults.ts'

/**
 * Opens an archive in a folder that cannot be written: nothing in it is touched. A database that is not at rest, lags
 * behind its ledger or is missing is made good in a copy outside, which goes when the archive is closed.
 */
export async function openReadOnly(folder: string, deps: ArchiveDeps): Promise<OpenedArchive> {
  refuseLocked(folder)
  const opened = await unlockVault(folder, deps.secret ?? null)
  try {
    return await openUnlocked(folder, opened, deps)
  } catch (error) {
    opened.close()
    throw error
  }
}

async function openUnlocked(folder: string, opened: OpenVault, deps: ArchiveDeps): Promise<OpenedArchive> {
  const { vault, dataKey } = opened
  const { file } = opened.archiveFile
  const ledger = openLedger(join(folder, LEDGER), { seal: vault.ledger })
  if (ledger.damage?.code === 'ledger-newer') throw new OperationError('archive-newer', { line: ledger.damage.seq })
  const syncs = folderSyncs(systemFiles)
  const texts = openTexts(folder, systemFiles, syncs, vault)
  const originals = openOriginals(folder, systemFiles, syncs, vault)
  const stores = { ledger, originals, texts: { ...texts, put: () => {} }, archiveId: file.archiveId }
  const direct = openAtRest(join(folder, DATABASE), ledger)
  const copy = direct ? null : mkdtempSync(join(tmpdir(), 'van-kho-'))
  // What is made good outside is sealed as it is inside.
  const copyVault = copy === null ? null : openVault(copy, dataKey)
  const remove = (): void => {
    copyVault?.close()
    removeCopy(copy)
  }
  try {
    const ready: ReadyDatabase = direct
      ? { db: direct, notices: [], readOnly: true }
      : await readyCopy(folder, copy ?? '', stores)
    const damage = ledgerNotice(ledger, ready.db !== direct && ready.readOnly)
    const notices = [{ code: 'folder-read-only', detail: {} }, ...(damage ? [damage] : ready.notices)]
    const parts = { folder, archiveId: file.archiveId, db: ready.db, ledger, originals, texts, syncs, notices }
    const release = (): void => {
      remove()
      opened.close()
    }
    const { encrypted } = vault
    return makeSession({ ...parts, encrypted, readOnly: true, folderWritable: false, release }, deps)
  } catch (error) {
    ledger.close()
    remove()
    throw error
  }
}

/** The database where it lies, if it can be read there as it is and says what the ledger says. */
function openAtRest(path: string, ledger: Ledger): WritableDb | null {
  if (!existsSync(path) || existsSync(`${path}-wal`)) return null
  let db: WritableDb | null = null
  try {
    db = openDatabase(path, { readonly: true })
    const mark = readMark(db)
    const { seq, hash } = ledger.head()
    const isCurrent = schemaOf(db) === NEWEST_SCHEMA
    if (isCurrent && mark.seq === seq && mark.hash === hash && documentCount(db) === ledger.filingsUpTo(seq)) return db
  } catch {
    // Not at rest, or damaged: a copy is made good instead.
  }
  db?.close()
  return null
}

async function readyCopy(folder: string, copy: string, stores: Stores): Promise<ReadyDatabase> {
  for (const name of [DATABASE, `${DATABASE}-wal`]) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
  }
  return await readyDatabase(copy, stores)
}

function removeCopy(copy: string | null): void {
  if (copy) rmSync(copy, { recursive: true, force: true })
}
