import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { discard } from '../files/discard.ts'
import { type FileLayer, systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'
import { isKeyFile, KEY_FILE, type KeyFile, readKeyFile } from '../vault/key-file.ts'
import { dataKeyBy, type Secret } from '../vault/slots.ts'
import { openVault } from '../vault/vaults.ts'
import {
  type BackupFile,
  type BackupManifest,
  backupsBelow,
  damaged,
  isBackup,
  placeOf,
  readManifest
} from './backup-manifest.ts'
import { checkDatabase, checkLedger } from './check-backup.ts'
import { copyHashed } from './copy-file.ts'
import { newFolder } from './new-folder.ts'

/**
 * Makes an archive of a backup in a new folder. Everything is copied beside it, hashed and held against the manifest
 * and the ledger's chain; only a backup that is whole gets the folder's name. Whatever is wrong with it is named, and
 * nothing is left. An encrypted one is opened with `secret` to be asked; without it nothing is taken (`archive-sealed`).
 */
export async function restore(
  backup: string,
  folder: string,
  job: JobHandle,
  files: FileLayer = systemFiles,
  secret: Secret | null = null
): Promise<string> {
  const from = theBackup(resolve(backup))
  const manifest = readManifest(from)
  const target = newFolder(resolve(folder))
  const work = join(dirname(target), `${TEMPORARY}${basename(target)}`)
  const dataKey = await dataKeyFor(from, manifest, secret)
  const sealed = openVault(work, dataKey)
  try {
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    requireSpace(dirname(target), bytes)
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    job.total(manifest.files.length)
    for (const file of manifest.files) await take(from, manifest, work, file, { job, files })
    checkLedger(work, manifest)
    checkDatabase(work, manifest)
    if (job.cancelled) throw new OperationError('cancelled')
    syncFolders(files, work, manifest)
    if (existsSync(target)) rmdirSync(target)
    renameSync(work, target)
    files.syncFolder(dirname(target))
    for (const sha256 of manifest.missing)
      job.result({ name: sha256.slice(0, 12), code: 'file-missing', id: null, detail: {} })
    return target
  } catch (error) {
    discard(work)
    throw storageFailure(error)
  } finally {
    sealed.close()
  }
}

/** null: the backup is plain. Asked before anything is copied. */
async function dataKeyFor(from: string, manifest: BackupManifest, secret: Secret | null): Promise<Uint8Array | null> {
  if (!manifest.files.some((file) => isKeyFile(file.path))) return null
  const file = keysIn(from)
  if (file.archiveId !== manifest.archiveId) throw damaged('backup-mixed', KEY_FILE)
  if (!secret) throw new OperationError('archive-sealed')
  return await dataKeyBy(file, secret)
}

/** Both copies gone or damaged: like any other of its files, it is the backup that is not whole. */
function keysIn(from: string): KeyFile {
  try {
    return readKeyFile(from).file
  } catch (error) {
    if (!(error instanceof OperationError && error.code === 'key-file-lost')) throw error
    throw damaged(error.detail.problem === 'missing' ? 'backup-file-missing' : 'backup-file', KEY_FILE)
  }
}

/** The backup itself, or the newest one in the folder that was pointed at, if all in it are of one archive. */
export function theBackup(folder: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new OperationError('not-found', {})
  if (isBackup(folder)) return folder
  const within = backupsBelow(folder)
  if (new Set(within.map((one) => one.archiveId)).size > 1) throw damaged('backup-several')
  return within[0]?.folder ?? folder
}

/** Every name of the restored archive lasts before it gets its own. */
function syncFolders(files: FileLayer, work: string, manifest: BackupManifest): void {
  const folders = new Set<string>([work])
  for (const { path } of manifest.files) {
    for (let at = dirname(join(work, path)); at !== work && !folders.has(at); at = dirname(at)) folders.add(at)
  }
  for (const folder of folders) files.syncFolder(folder)
}

async function take(
  from: string,
  manifest: BackupManifest,
  work: string,
  file: BackupFile,
  taking: Readonly<{ job: JobHandle; files: FileLayer }>
): Promise<void> {
  const { job, files } = taking
  if (job.cancelled) throw new OperationError('cancelled')
  job.step(file.path)
  const copied = await copyHashed(files, placeOf(from, manifest, file), join(work, file.path), { signal: job.signal })
  if (copied.sha256 !== file.sha256 || copied.bytes !== file.bytes) throw damaged('backup-file', file.path)
}
