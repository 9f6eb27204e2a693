import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { DATABASE, LEDGER, readArchiveFile } from '../archive-file.ts'
import { systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { openLedger } from '../ledger/ledger.ts'
import { hashFile } from '../originals/original-store.ts'
import { openDatabase } from '../store/db/connection.ts'
import { APPLICATION_ID } from '../store/db/migrate.ts'
import { type BackupFile, type BackupManifest, damaged, isBackup, readManifest } from './backup-manifest.ts'
import { filesOf } from './missing-texts.ts'
import { newFolder } from './new-folder.ts'

/**
 * Makes an archive of a backup in a new folder. Everything is copied beside it, hashed and held against the manifest
 * and the ledger's chain; only a backup that is whole gets the folder's name. Whatever is wrong with it is named, and
 * nothing is left.
 */
export async function restore(backup: string, folder: string, job: JobHandle): Promise<string> {
  const from = theBackup(resolve(backup))
  const manifest = readManifest(from)
  const target = newFolder(resolve(folder))
  const work = join(dirname(target), `${TEMPORARY}${basename(target)}`)
  try {
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    requireSpace(dirname(target), bytes)
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    job.total(manifest.files.length)
    for (const file of manifest.files) await take(from, work, file, job)
    checkLedger(work, manifest)
    checkDatabase(work, manifest)
    if (job.cancelled) throw new OperationError('cancelled')
    if (existsSync(target)) rmdirSync(target)
    renameSync(work, target)
    systemFiles.syncFolder(dirname(target))
    for (const sha256 of manifest.missing)
      job.result({ name: sha256.slice(0, 12), code: 'file-missing', id: null, detail: {} })
    return target
  } catch (error) {
    rmSync(work, { recursive: true, force: true })
    throw storageFailure(error)
  }
}

/** The backup itself, or the only one in the folder that was pointed at. */
function theBackup(folder: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new OperationError('not-found', {})
  if (isBackup(folder)) return folder
  const within = readdirSync(folder).filter((name) => !name.startsWith('.') && isBackup(join(folder, name)))
  const [only, ...others] = within
  return only !== undefined && others.length === 0 ? join(folder, only) : folder
}

async function take(from: string, work: string, file: BackupFile, job: JobHandle): Promise<void> {
  if (job.cancelled) throw new OperationError('cancelled')
  job.step(file.path)
  requirePlainFile(from, file.path)
  const target = join(work, file.path)
  mkdirSync(dirname(target), { recursive: true })
  await copyFile(join(from, file.path), target)
  const found = await hashFile(target, job.signal)
  if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) throw damaged('backup-file', file.path)
}

/** No link on the way: a backup from a stick must not be able to name files of this machine. */
function requirePlainFile(from: string, path: string): void {
  let at = from
  for (const part of path.split('/')) {
    at = join(at, part)
    const found = lstatSync(at, { throwIfNoEntry: false })
    if (!found) throw damaged('backup-file-missing', path)
    if (found.isSymbolicLink()) throw damaged('backup-link', path)
  }
  if (!statSync(at).isFile()) throw damaged('backup-file-missing', path)
}

function checkLedger(work: string, manifest: BackupManifest): void {
  const { file } = readArchiveFile(work)
  if (file.archiveId !== manifest.archiveId) throw damaged('backup-mixed', 'archive.json')
  const ledger = openLedger(join(work, LEDGER))
  try {
    if (ledger.damage || ledger.torn) throw damaged(ledger.damage?.code ?? 'ledger-line', LEDGER)
    const { seq, hash } = ledger.head()
    if (seq !== manifest.ledger.seq || hash !== manifest.ledger.hash) throw damaged('backup-mixed', LEDGER)
    const missing = new Set(manifest.missing)
    for (const event of ledger.read()) {
      for (const { sha256 } of filesOf(event)) {
        const path = join(work, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
        if (!missing.has(sha256) && !existsSync(path)) throw damaged('backup-file-missing', sha256)
      }
    }
  } finally {
    ledger.close()
  }
}

/** A database copied by hand while it was open is valid and empty (reliability.md §0.4): refused, not opened. */
function checkDatabase(work: string, manifest: BackupManifest): void {
  const path = join(work, DATABASE)
  try {
    const db = openDatabase(path)
    try {
      if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) throw damaged('raw-copy', DATABASE)
      const mark = readMark(db)
      if (mark.archiveId !== manifest.archiveId || mark.seq > manifest.ledger.seq)
        throw damaged('backup-mixed', DATABASE)
      db.pragma('journal_mode = DELETE')
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof OperationError) throw error
    throw damaged('backup-database', DATABASE)
  }
}
