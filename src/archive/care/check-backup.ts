import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { DATABASE, LEDGER, readArchiveFile } from '../archive-file.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { openLedger } from '../ledger/ledger.ts'
import { openDatabase } from '../store/db/connection.ts'
import { APPLICATION_ID, NEWEST_SCHEMA, schemaOf } from '../store/db/migrate.ts'
import { vaultOf } from '../vault/vaults.ts'
import { type BackupManifest, damaged } from './backup-manifest.ts'
import { filesOf } from './missing-texts.ts'

type Told = Pick<BackupManifest, 'archiveId' | 'ledger' | 'missing' | 'files'>

/** The ledger in a folder is whole, of the hour the manifest says, and every original it names is in the manifest. */
export function checkLedger(folder: string, manifest: Told): void {
  const { file } = readArchiveFile(folder)
  if (file.archiveId !== manifest.archiveId) throw damaged('backup-mixed', 'archive.json')
  const vault = vaultOf(folder)
  const ledger = openLedger(join(folder, LEDGER), { seal: vault.ledger })
  try {
    if (ledger.damage || ledger.torn) throw damaged(ledger.damage?.code ?? 'ledger-line', LEDGER)
    const { seq, hash } = ledger.head()
    if (seq !== manifest.ledger.seq || hash !== manifest.ledger.hash) throw damaged('backup-mixed', LEDGER)
    const held = new Set(manifest.missing)
    for (const { path } of manifest.files) if (path.startsWith('originals/')) held.add(path.slice(-64))
    for (const event of ledger.read()) {
      for (const { sha256 } of filesOf(event)) {
        if (!held.has(vault.nameOf(sha256))) throw damaged('backup-file-missing', sha256)
      }
    }
  } finally {
    ledger.close()
  }
}

/**
 * The database is of this archive and not ahead of the ledger, and is brought to rest. One copied by hand while it was open is
 * valid and empty (reliability.md §0.4): refused, not opened.
 */
export function checkDatabase(folder: string, manifest: Pick<BackupManifest, 'archiveId' | 'ledger'>): void {
  const path = join(folder, DATABASE)
  try {
    const db = openDatabase(path)
    try {
      if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw damaged('raw-copy', DATABASE)
      const schema = schemaOf(db)
      if (schema > NEWEST_SCHEMA) throw new OperationError('archive-newer', { schema })
      const mark = readMark(db)
      if (mark.archiveId !== manifest.archiveId || mark.seq > manifest.ledger.seq)
        throw damaged('backup-mixed', DATABASE)
      db.pragma('journal_mode = DELETE')
    } finally {
      db.close()
    }
  } catch (error) {
    const named = storageFailure(error)
    if (error instanceof OperationError || (named instanceof OperationError && named.code !== 'archive-damaged'))
      throw named
    throw damaged('backup-database', DATABASE)
  }
}
