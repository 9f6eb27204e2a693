import { mkdirSync, realpathSync, renameSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { ARCHIVE_FILE, ARCHIVE_FORMAT, DATABASE, LEDGER, readArchiveFile, writeArchiveFile } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { discard } from '../files/discard.ts'
import { type FileLayer, systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { isWritable, requireSpace } from '../folder-checks.ts'
import { documentCount } from '../open-database.ts'
import { hashFile, originalParts } from '../originals/original-store.ts'
import { copyDatabase } from '../store/db/copy-database.ts'
import { isStoredText, textFile, textParts } from '../texts/text-store.ts'
import { KEY_FILE, KEY_FILE_COPY, readKeyFile, writeKeyFile } from '../vault/key-file.ts'
import { dataKeyOf, openVault, vaultOf } from '../vault/vaults.ts'
import { type BackupFile, damaged, isBackup, writeManifest } from './backup-manifest.ts'
import { type BackupTarget, backupTarget } from './backup-target.ts'
import { checkDatabase, checkLedger } from './check-backup.ts'
import { type NamedFile, namedFiles } from './check-files.ts'
import { type HashAll, hashAll } from './hash-pool.ts'
import { runTask } from './hash-task.ts'

/** Of the files an earlier backup left, each is read back once in so many days. */
const READ_AGAIN_WITHIN = 14
const DAY = 24 * 3600 * 1000

export type BackupDeps = Readonly<{ files?: FileLayer; hash?: HashAll }>

/**
 * Keeps the archive as it stands at one line of its ledger in a new folder below `target` (ADR 0016): the database by SQLite's
 * own backup, the ledger up to that line, every original and text it names, of which those an earlier backup holds there are
 * not copied again. What was written is read back and hashed, ledger and database are opened, before the backup gets its
 * name; work goes on in the archive meanwhile.
 */
export async function backup(
  archive: OpenedArchive,
  target: string,
  program: string,
  job: JobHandle,
  deps: BackupDeps = {}
): Promise<string> {
  const before = running.get(archive) ?? Promise.resolve()
  const made = before.then(() => make(archive, target, program, job, deps))
  running.set(
    archive,
    made.catch(() => undefined)
  )
  return await made
}

/** One after the other: a second one would take the first one's unfinished folder for left over. */
const running = new WeakMap<OpenedArchive, Promise<unknown>>()

async function make(
  archive: OpenedArchive,
  target: string,
  program: string,
  job: JobHandle,
  deps: BackupDeps
): Promise<string> {
  const files = deps.files ?? systemFiles
  const into = usableTarget(archive, target)
  const now = archive.clock.now()
  const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  const name = `${basename(archive.folder)}-${stamp}`
  const final = join(into, name)
  if (isBackup(final)) throw new OperationError('conflict', { name })
  // What lies in it is sealed as in the archive, and is opened there before it gets its name.
  const sealed = openVault(join(into, `${TEMPORARY}${name}`), dataKeyOf(archive.folder))
  try {
    const place = await backupTarget(files, into, name, archive.archiveId, job.signal)
    const made = await putAll(archive, place, job, files)
    await readBack(archive, place, made, job, deps.hash ?? hashAll)
    const { head, documents, missing } = made
    const manifest = {
      kind: 'van-kho-backup',
      format: ARCHIVE_FORMAT,
      archiveId: archive.archiveId,
      createdAt: now.toISOString(),
      program,
      shared: place.shared === null ? null : basename(place.shared),
      ledger: head,
      documents,
      lost: missing.length,
      missing: missing.map((sha256) => vaultOf(archive.folder).nameOf(sha256)),
      files: made.held
    } as const
    checkLedger(place.work, manifest)
    writeManifest(files, place.work, manifest)
    await place.settle()
    if (job.cancelled) throw new OperationError('cancelled')
    renameSync(place.work, final)
    files.syncFolder(into)
    return final
  } catch (error) {
    discard(join(into, `${TEMPORARY}${name}`))
    throw storageFailure(error)
  } finally {
    sealed.close()
  }
}

/** A backup on the archive's own disk saves nothing from that disk, but inside its folder it would be lost with it. */
export function usableTarget(archive: Pick<OpenedArchive, 'folder'>, target: string): string {
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

type Made = {
  held: BackupFile[]
  reused: Set<string>
  missing: string[]
  head: { seq: number; hash: string }
  documents: number
}

async function putAll(archive: OpenedArchive, place: BackupTarget, job: JobHandle, files: FileLayer): Promise<Made> {
  const held = new Map<string, BackupFile>()
  const reused = new Set<string>()
  const missing = new Set<string>()
  const texts = new Map<string, number>()
  const vault = vaultOf(archive.folder)
  const hashOf = (of: NamedFile): string | null => (vault.encrypted ? null : of.sha256)
  const add = (put: Readonly<{ file: BackupFile; reused: boolean }>): void => {
    held.set(put.file.path, put.file)
    if (put.reused) reused.add(put.file.path)
  }

  async function putFile(of: NamedFile): Promise<void> {
    if (job.cancelled) throw new OperationError('cancelled')
    job.step(of.name)
    const path = originalParts(of.sha256, vault).join('/')
    const put = (await sound(of.sha256, path))
      ? await place.put(path, hashOf(of), archive.originals.path(of.sha256))
      : null
    if (put) add(put)
    else if (!missing.has(of.sha256)) {
      // Damaged in the archive itself: said, and not carried over as if it were good.
      missing.add(of.sha256)
      const code = archive.originals.has(of.sha256) ? 'file-changed' : 'file-missing'
      job.result({ name: of.name, code, id: null, detail: {} })
    }
    await putText(of.sha256)
  }

  /** What lies sealed has another hash than the paper: it is asked before it is copied for the first time. */
  async function sound(sha256: string, path: string): Promise<boolean> {
    const file = archive.originals.file(sha256)
    if (file.key === null || !archive.originals.has(sha256)) return true
    if (place.has(path, null, statSync(file.path).size)) return true
    const answer = await runTask({ kind: 'file', file })
    // A disk that did not answer says nothing of the paper: no backup is called whole without it.
    if ('problem' in answer && answer.problem !== 'ENOENT') throw new OperationError('io-error', answer)
    return 'sha256' in answer && answer.sha256 === sha256
  }

  /** A text is written anew when its letters are read again: known by its own hash, not by the original's. */
  async function putText(sha256: string): Promise<void> {
    const file = textFile(archive.folder, sha256, vault)
    const found = statSync(file.path, { throwIfNoEntry: false })
    if (found === undefined) return
    texts.set(sha256, found.mtimeMs)
    const path = textParts(sha256, vault).join('/')
    const { sha256: own } = await hashFile(file.path, job.signal)
    held.delete(path)
    if (!place.has(path, own, found.size) && !isStoredText(file)) return
    const put = await place.put(path, own, file.path)
    if (put) add(put)
  }

  // Most of the work first, so that little has to be caught up after the database.
  const before = namedFiles(archive)
  job.total(before.size)
  let bytes = 0
  for (const of of before.values()) {
    if (!place.has(originalParts(of.sha256, vault).join('/'), hashOf(of), of.bytes)) bytes += of.bytes
  }
  requireSpace(place.work, bytes)
  for (const of of before.values()) await putFile(of)
  await copyDatabase(archive.db, join(place.work, DATABASE))
  // The database may be behind this line, never ahead of it; opening the restored archive takes it there.
  const head = { ...archive.ledger.head() }
  const documents = documentCount(archive.db)
  const segments = archive.ledger.extent()
  const redone = [...texts].filter(
    ([sha256, at]) => statSync(textFile(archive.folder, sha256, vault).path, { throwIfNoEntry: false })?.mtimeMs !== at
  )
  for (const of of namedFiles(archive, head.seq).values()) if (!before.has(of.sha256)) await putFile(of)
  for (const [sha256] of redone) await putText(sha256)
  makeGood(archive, vault.encrypted, files)
  for (const name of [ARCHIVE_FILE, ...(vault.encrypted ? [KEY_FILE, KEY_FILE_COPY] : [])]) {
    add({ file: await place.copy(name, join(archive.folder, name)), reused: false })
  }
  for (const { name, length } of segments) {
    const source = join(archive.folder, LEDGER, name)
    // The ledger lies in each backup itself: it can be opened there.
    const whole =
      place.shared === null && length === statSync(source).size ? (await hashFile(source, job.signal)).sha256 : null
    const put = whole === null ? null : await place.put(`${LEDGER}/${name}`, whole, source, length)
    // The one that is written on meanwhile: its first lines, up to the head.
    add(put ?? { file: await place.copy(`${LEDGER}/${name}`, source, length), reused: false })
  }
  add({ file: { path: DATABASE, ...(await atRest(archive, place.work, head, files)) }, reused: false })
  return { held: [...held.values()], reused, missing: [...missing], head, documents }
}

/**
 * What says what the folder is and what opens it, without which no backup is one: lost since the opening, it is written again
 * as an opening would do. Throws where nothing is left to tell it from.
 */
function makeGood({ folder, folderWritable }: OpenedArchive, encrypted: boolean, files: FileLayer): void {
  const told = readArchiveFile(folder)
  const keys = encrypted ? readKeyFile(folder) : null
  if (!told.lost && keys?.twice !== false) return
  if (!folderWritable) throw new OperationError('archive-read-only')
  if (told.lost) writeArchiveFile(files, folder, told.file)
  if (keys?.twice === false) writeKeyFile(files, folder, keys.file)
}

/** The database as it will be opened: at rest, on the disk, and hashed after that. */
async function atRest(
  archive: OpenedArchive,
  work: string,
  ledger: Readonly<{ seq: number; hash: string }>,
  files: FileLayer
): Promise<{ bytes: number; sha256: string }> {
  checkDatabase(work, { archiveId: archive.archiveId, ledger })
  const handle = await open(join(work, DATABASE), 'r+')
  try {
    await files.syncHandle(handle)
  } finally {
    await handle.close()
  }
  return await hashFile(join(work, DATABASE))
}

/**
 * What was written lies there as it was meant to; of what earlier backups left there, a share is read again each time, by day,
 * and what is no longer good is copied anew.
 */
async function readBack(
  archive: OpenedArchive,
  place: BackupTarget,
  made: Made,
  job: JobHandle,
  hash: HashAll
): Promise<void> {
  const turn = Math.floor(archive.clock.now().getTime() / DAY) % READ_AGAIN_WITHIN
  const due = made.held.filter(
    ({ path, sha256 }) => !made.reused.has(path) || Number.parseInt(sha256.slice(0, 4), 16) % READ_AGAIN_WITHIN === turn
  )
  job.total(due.length)
  const bad = new Map<BackupFile, string | null>()
  const tasks = due.map((file) => ({ kind: 'file', file: { path: place.place(file), key: null }, held: file }) as const)
  await hash(tasks, { signal: job.signal, threads: 1 }, ({ held }, answer) => {
    job.step(held.path)
    if ('sha256' in answer && answer.sha256 === held.sha256 && answer.bytes === held.bytes) return
    bad.set(held, 'problem' in answer && answer.problem !== 'ENOENT' ? answer.problem : null)
  })
  for (const [file, problem] of bad) {
    const mended = made.reused.has(file.path) && (await place.replace(file, join(archive.folder, file.path)))
    // The disk that did not give it back is the failure, whatever the file's bytes are.
    if (!mended && problem !== null) throw new OperationError('io-error', { problem })
    if (!mended) throw damaged('backup-file', file.path)
    job.result({ name: file.path, code: 'copy-mended', id: null, detail: {} })
  }
}
