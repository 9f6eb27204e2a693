import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { ARCHIVE_FILE, ARCHIVE_FORMAT, DATABASE, LEDGER } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { isWritable, requireSpace } from '../folder-checks.ts'
import { documentCount } from '../open-database.ts'
import { hashFile, originalParts } from '../originals/original-store.ts'
import { storedText, textParts } from '../texts/text-store.ts'
import { type BackupFile, damaged, isBackup, writeManifest } from './backup-manifest.ts'
import { filesOf } from './missing-texts.ts'

/**
 * Copies the archive as it stands at one line of its ledger into a new folder below `target`: the database by SQLite's
 * own backup, the ledger up to that line, every original and text it names. All is read back and hashed before the
 * backup gets its name; work goes on in the archive meanwhile.
 */
export async function backup(archive: OpenedArchive, target: string, program: string, job: JobHandle): Promise<string> {
  const into = usableTarget(archive, target)
  const stamp = archive.clock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const name = `${basename(archive.folder)}-${stamp}`
  const work = join(into, `${TEMPORARY}${name}`)
  const final = join(into, name)
  if (isBackup(final)) throw new OperationError('conflict', { name })
  try {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    const files = await copyAll(archive, work, job)
    for (const file of files.copied) await readBack(work, file, job)
    writeManifest(systemFiles, work, {
      kind: 'van-kho-backup',
      format: ARCHIVE_FORMAT,
      archiveId: archive.archiveId,
      createdAt: archive.clock.now().toISOString(),
      program,
      ledger: files.head,
      documents: files.documents,
      files: files.copied,
      missing: files.missing
    })
    renameSync(work, final)
    systemFiles.syncFolder(into)
    return final
  } catch (error) {
    rmSync(work, { recursive: true, force: true })
    throw storageFailure(error)
  }
}

/** A backup on the archive's own disk saves nothing from that disk, but inside its folder it would be lost with it. */
function usableTarget(archive: OpenedArchive, target: string): string {
  const into = resolve(target)
  try {
    mkdirSync(into, { recursive: true })
  } catch {
    throw new OperationError('folder-unusable', { problem: 'not-writable' })
  }
  if (!statSync(into).isDirectory() || !isWritable(into)) {
    throw new OperationError('folder-unusable', { problem: 'not-writable' })
  }
  const real = realpathSync(into)
  const own = realpathSync(archive.folder)
  if (real === own || real.startsWith(own + sep))
    throw new OperationError('folder-unusable', { problem: 'inside-archive' })
  return real
}

type Copied = { copied: BackupFile[]; missing: string[]; head: { seq: number; hash: string }; documents: number }

async function copyAll(archive: OpenedArchive, work: string, job: JobHandle): Promise<Copied> {
  const copied: BackupFile[] = []
  const missing: string[] = []
  await archive.db.backup(join(work, DATABASE))
  copied.push({ path: DATABASE, ...(await hashFile(join(work, DATABASE))) })
  // The database may be behind this line, never ahead of it; opening the restored archive takes it there.
  const head = { ...archive.ledger.head() }
  const documents = documentCount(archive.db)
  const ledgerFiles = archive.ledger.extent()
  copied.push(await copyFile(join(archive.folder, ARCHIVE_FILE), work, ARCHIVE_FILE))
  for (const { name, length } of ledgerFiles) {
    copied.push(await copyFile(join(archive.folder, LEDGER, name), work, `${LEDGER}/${name}`, length))
  }
  const named = new Map<string, { name: string; bytes: number }>()
  for (const event of archive.ledger.read(1, head.seq)) for (const file of filesOf(event)) named.set(file.sha256, file)
  job.total(named.size * 2)
  requireSpace(
    work,
    [...named.values()].reduce((sum, file) => sum + file.bytes, 0)
  )
  for (const [sha256, { name }] of named) {
    if (job.cancelled) throw new OperationError('cancelled')
    job.step(name)
    const path = originalParts(sha256).join('/')
    const source = archive.originals.path(sha256)
    const file = archive.originals.has(sha256) ? await copyFile(source, work, path) : null
    if (file?.sha256 === sha256) copied.push(file)
    else {
      // Damaged in the archive itself: said, and not carried over as if it were good.
      if (file) rmSync(join(work, path), { force: true })
      missing.push(sha256)
      job.result({ name, code: file ? 'file-changed' : 'file-missing', id: null, detail: {} })
    }
    const text = textParts(sha256).join('/')
    if (storedText(archive.folder, sha256)) copied.push(await copyFile(join(archive.folder, text), work, text))
  }
  return { copied, missing, head, documents }
}

/** Copies a file, or its first bytes, and says the hash of what was read. */
async function copyFile(source: string, work: string, path: string, length?: number): Promise<BackupFile> {
  const target = join(work, path)
  mkdirSync(dirname(target), { recursive: true })
  const handle = await open(target, 'wx', 0o600)
  try {
    if (length !== undefined) await handle.writeFile(readFileSync(source).subarray(0, length))
    else {
      const from = await open(source, 'r')
      try {
        await handle.writeFile(from.createReadStream({ highWaterMark: 1 << 20, autoClose: false }))
      } finally {
        await from.close()
      }
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  const { bytes, sha256 } = length === undefined ? await hashFile(source) : await hashFile(target)
  return { path, bytes, sha256 }
}

/** What lies in the backup is what was meant to lie there. */
async function readBack(work: string, file: BackupFile, job: JobHandle): Promise<void> {
  if (job.cancelled) throw new OperationError('cancelled')
  if (file.path.startsWith('originals/')) job.step(file.path.slice(-12))
  const found = await hashFile(join(work, file.path), job.signal)
  if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) throw damaged('backup-file', file.path)
}
