import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { type FileLayer, makeFolders, systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'
import { originalParts } from '../originals/original-store.ts'
import { textFile, textParts } from '../texts/text-store.ts'
import { vaultOf } from '../vault/vaults.ts'
import { moveAside } from './aside.ts'
import { type BackupFile, type BackupManifest, damaged, placeOf, readManifest } from './backup-manifest.ts'
import { fileTasks, type NamedFile, namedFiles } from './check-files.ts'
import { copyHashed } from './copy-file.ts'
import { type HashAll, hashAll } from './hash-pool.ts'
import { runTask } from './hash-task.ts'
import { repairLedger } from './repair-ledger.ts'
import { theBackup } from './restore.ts'

export type RepairDeps = Readonly<{ files?: FileLayer; hash?: HashAll }>

export type Repaired = Readonly<{
  checked: number
  damaged: number
  mended: number
  texts: number
  /** Lines of the ledger taken from the backup; the archive has to be opened anew where there are any. */
  ledgerLines: number
}>

type Bad = Readonly<{ of: NamedFile; kind: 'file' | 'text'; lost: boolean }>

/**
 * Takes what is damaged or lost in the archive from a backup of it: an original by its hash, the text read of it, lines of the
 * ledger where the hash chain proves them. What was there is set aside, never deleted; what the backup cannot prove stays as
 * it is and is named. A line of the job tells what became of each.
 */
export async function repair(
  archive: OpenedArchive,
  backup: string,
  job: JobHandle,
  deps: RepairDeps = {}
): Promise<Repaired> {
  if (!archive.folderWritable) throw new OperationError('archive-read-only')
  const files = deps.files ?? systemFiles
  const from = theBackup(resolve(backup))
  const manifest = readManifest(from)
  if (manifest.archiveId !== archive.archiveId) throw new OperationError('conflict', { problem: 'other-archive' })
  try {
    const ledgerLines = await repairLedger(archive, from, manifest, job, files)
    const named = namedFiles(archive)
    job.total(named.size)
    const bad = await findBad(archive, named, job, deps.hash ?? hashAll)
    const taking = { archive, from, manifest, files, held: new Map(manifest.files.map((one) => [one.path, one])) }
    let mended = 0
    let texts = 0
    for (const one of bad) {
      if (job.cancelled) throw new OperationError('cancelled')
      const done = await take(taking, one)
      if (done === 'mended' && one.kind === 'file') mended++
      if (done === 'mended' && one.kind === 'text') texts++
      const code = done === 'mended' ? (one.kind === 'file' ? 'file-mended' : 'text-mended') : done
      job.result({ name: one.of.name, code, id: one.of.documentId, detail: {} })
    }
    const originals = bad.filter((one) => one.kind === 'file').length
    const counts = { checked: named.size, damaged: originals, mended, texts, ledgerLines }
    job.result({ name: manifest.createdAt, code: 'repaired', id: null, detail: counts })
    return counts
  } catch (error) {
    throw storageFailure(error)
  }
}

async function findBad(
  archive: OpenedArchive,
  named: ReadonlyMap<string, NamedFile>,
  job: JobHandle,
  hash: HashAll
): Promise<readonly Bad[]> {
  const bad: Bad[] = []
  await hash(fileTasks(archive, named.values()), { signal: job.signal }, ({ of, kind }, answer) => {
    if (kind === 'file') job.step(of.name)
    const good = 'whole' in answer ? answer.whole : 'sha256' in answer && answer.sha256 === of.sha256
    if (!good) bad.push({ of, kind, lost: 'problem' in answer })
  })
  return bad
}

type Taking = Readonly<{
  archive: OpenedArchive
  from: string
  manifest: BackupManifest
  files: FileLayer
  held: ReadonlyMap<string, BackupFile>
}>

/** Whether it was put right, or why not: the backup has no such file, or its own is damaged too. */
async function take(taking: Taking, { of, kind }: Bad): Promise<'mended' | 'not-in-backup' | 'backup-bad'> {
  const { archive, from, manifest, files, held } = taking
  const vault = vaultOf(archive.folder)
  const parts = kind === 'file' ? originalParts(of.sha256, vault) : textParts(of.sha256, vault)
  const told = held.get(parts.join('/'))
  if (!told) return 'not-in-backup'
  let source: string
  try {
    source = placeOf(from, manifest, told)
  } catch {
    return 'not-in-backup'
  }
  requireSpace(archive.folder, told.bytes)
  const target = join(archive.folder, ...parts)
  const folder = makeFolders(files, archive.folder, ...parts.slice(0, -1))
  const temporary = join(archive.folder, parts[0], `${TEMPORARY}repair`)
  try {
    const copied = await copyHashed(files, source, temporary)
    if (copied.sha256 !== told.sha256) throw damaged('backup-file', told.path)
    // The bytes themselves are asked, not the backup's word for them.
    const answer = await runTask(
      kind === 'file'
        ? { kind, file: vault.stored(temporary) }
        : { kind, file: { ...textFile(archive.folder, of.sha256, vault), path: temporary } }
    )
    const proved = 'whole' in answer ? answer.whole : 'sha256' in answer && answer.sha256 === of.sha256
    if (!proved) throw damaged('backup-file', told.path)
    if (existsSync(target)) await moveAside(files, archive.folder, target, `damaged-${parts.at(-1)}`)
    await files.rename(temporary, target)
    files.syncFolder(folder)
    return 'mended'
  } catch (error) {
    if (error instanceof OperationError && error.code === 'archive-damaged') return 'backup-bad'
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}
