import { createHash } from 'node:crypto'
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { ARCHIVE_FORMAT } from '../archive-file.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { type FileLayer, writeFileDurably } from '../files/file-layer.ts'

const MANIFEST = 'backup.json'
/** The hash of the manifest, in a file beside it. */
const SEAL = 'backup.sha256'

export type BackupFile = Readonly<{ path: string; bytes: number; sha256: string }>

/** What a backup holds: the archive as it was at one line of its ledger. */
export type BackupManifest = Readonly<{
  kind: 'van-kho-backup'
  format: number
  archiveId: string
  createdAt: string
  program: string
  /** The folder beside the backup in which files of several backups lie once (ADR 0016); null: each file lies in it. */
  shared: string | null
  ledger: Readonly<{ seq: number; hash: string }>
  documents: number
  /** How many originals are missing. */
  lost: number
  /** By the name they have on the disk: originals that were missing or changed in the archive itself, and so are not here. */
  missing: readonly string[]
  files: readonly BackupFile[]
}>

/** The only names a backup may hold: nothing that climbs out, nothing unknown. */
const ALLOWED =
  /^(?:archive\.json|archive\.db|keys(?:-copy)?\.json|ledger\/\d{6}\.jsonl|originals\/([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{60}|texts\/([0-9a-f]{2})\/([0-9a-f]{2})\/\3\4[0-9a-f]{60}\.json)$/

const HASH = /^[0-9a-f]{64}$/

/** Where files lie once for all backups of an archive on a disk that knows no second names. */
const SHARED = /^tep-dung-chung-[0-9a-z_-]{1,40}$/

export function sharedName(archiveId: string): string {
  return `tep-dung-chung-${archiveId}`
}

/** Where a hash lies below the shared folder. */
export function sharedParts(sha256: string): readonly [string, string, string] {
  return [sha256.slice(0, 2), sha256.slice(2, 4), sha256]
}

export function isBackup(folder: string): boolean {
  return existsSync(join(folder, MANIFEST))
}

export function writeManifest(files: FileLayer, folder: string, manifest: BackupManifest): void {
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  writeFileDurably(files, folder, SEAL, Buffer.from(`${createHash('sha256').update(bytes).digest('hex')}\n`))
  writeFileDurably(files, folder, MANIFEST, bytes)
}

/** The manifest of a backup, or a refusal that names what is wrong with it. */
export function readManifest(folder: string): BackupManifest {
  let bytes: Buffer
  let seal: string
  try {
    for (const name of [MANIFEST, SEAL]) {
      if (lstatSync(join(folder, name)).isSymbolicLink()) throw damaged('backup-link', name)
    }
    bytes = readFileSync(join(folder, MANIFEST))
    seal = readFileSync(join(folder, SEAL), 'utf8')
  } catch (error) {
    if (error instanceof OperationError) throw error
    throwIfDiskFailed(error)
    // Archive files without a manifest: somebody copied the folder by hand, perhaps while it was open.
    const copied = existsSync(join(folder, 'archive.json')) || existsSync(join(folder, 'archive.db'))
    throw damaged(copied ? 'raw-copy' : existsSync(join(folder, MANIFEST)) ? 'backup-seal' : 'no-backup')
  }
  if (`${createHash('sha256').update(bytes).digest('hex')}\n` !== seal) throw damaged('backup-manifest')
  const manifest = parse(bytes)
  if (manifest.format > ARCHIVE_FORMAT) throw new OperationError('archive-newer', { format: manifest.format })
  if (manifest.shared !== null && !SHARED.test(manifest.shared)) throw damaged('backup-name', 'shared')
  const names = new Set<string>()
  for (const { path, sha256 } of manifest.files) {
    if (!ALLOWED.test(path) || names.has(path)) throw damaged('backup-name', path.slice(0, 80))
    if (!HASH.test(sha256)) throw damaged('backup-name', path)
    names.add(path)
  }
  for (const needed of ['archive.json', 'archive.db', 'ledger/000001.jsonl']) {
    if (!names.has(needed)) throw damaged('backup-incomplete', needed)
  }
  return manifest
}

/**
 * Where a file of the backup lies: in it, or once beside it. No link on the way: a backup from a stick must not be able to
 * name files of this machine.
 */
export function placeOf(folder: string, manifest: Pick<BackupManifest, 'shared'>, file: BackupFile): string {
  const own = plainFile(folder, file.path.split('/'), file.path)
  if (own !== null) return own
  const beside =
    manifest.shared === null
      ? null
      : plainFile(dirname(folder), [manifest.shared, ...sharedParts(file.sha256)], file.path)
  if (beside === null) throw damaged('backup-file-missing', file.path)
  return beside
}

function plainFile(root: string, parts: readonly string[], said: string): string | null {
  let at = root
  for (const [index, part] of parts.entries()) {
    at = join(at, part)
    const found = lstatSync(at, { throwIfNoEntry: false })
    if (!found) return null
    if (found.isSymbolicLink()) throw damaged('backup-link', said)
    if (index === parts.length - 1 && !found.isFile()) return null
  }
  return at
}

/** What a list says of a backup: told by the first lines of its manifest, which are not held against its seal. */
export type BackupHead = Readonly<{
  folder: string
  name: string
  archiveId: string
  createdAt: string
  seq: number
  hash: string
  documents: number
  /** Originals the archive itself had lost by then. */
  missing: number
}>

/** Backups in a place (or the place itself, if it is one), the newest first; what does not say what it is, is left out. */
export function backupsBelow(place: string): readonly BackupHead[] {
  let folders: readonly string[]
  try {
    folders = isBackup(place)
      ? [place]
      : readdirSync(place)
          .filter((name) => !name.startsWith('.'))
          .map((name) => join(place, name))
          .filter(isBackup)
  } catch {
    return []
  }
  return folders
    .flatMap((folder) => headOf(folder) ?? [])
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0))
}

const MOST_HEAD = 8192

function headOf(folder: string): BackupHead | null {
  try {
    const fd = openSync(join(folder, MANIFEST), 'r')
    const bytes = Buffer.alloc(MOST_HEAD)
    let begin: string
    try {
      begin = bytes.toString('utf8', 0, readSync(fd, bytes, 0, MOST_HEAD, 0))
    } finally {
      closeSync(fd)
    }
    const facts = JSON.parse(`${begin.slice(0, begin.search(LISTS))}}`) as Omit<BackupManifest, 'files'>
    const { archiveId, createdAt, ledger, documents } = facts
    if (facts.kind !== 'van-kho-backup' || typeof archiveId !== 'string' || typeof createdAt !== 'string') return null
    const missing = Number(/"lost":\s*(\d+)/.exec(begin)?.[1] ?? 0)
    return { folder, name: basename(folder), archiveId, createdAt, ...ledger, documents, missing }
  } catch {
    return null
  }
}

/** Where the long lists of a manifest begin. */
const LISTS = /,\s*"(?:files|missing)":/

export function damaged(damage: string, file?: string): OperationError {
  return new OperationError('archive-damaged', { damage, ...(file === undefined ? {} : { file }) })
}

function parse(bytes: Buffer): BackupManifest {
  try {
    const manifest = JSON.parse(bytes.toString('utf8')) as BackupManifest
    if (manifest.kind === 'van-kho-backup' && Array.isArray(manifest.files) && manifest.ledger.seq >= 0) {
      return { ...manifest, shared: manifest.shared ?? null }
    }
  } catch {
    // falls through: not ours
  }
  throw damaged('backup-manifest')
}
