import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { ARCHIVE_FORMAT } from '../archive-file.ts'
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
  ledger: Readonly<{ seq: number; hash: string }>
  documents: number
  files: readonly BackupFile[]
  /** Originals that were missing or changed in the archive itself, and so are not here. */
  missing: readonly string[]
}>

/** The only names a backup may hold: nothing that climbs out, nothing unknown. */
const ALLOWED =
  /^(?:archive\.json|archive\.db|ledger\/\d{6}\.jsonl|originals\/([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{60}|texts\/([0-9a-f]{2})\/([0-9a-f]{2})\/\3\4[0-9a-f]{60}\.json)$/

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
    bytes = readFileSync(join(folder, MANIFEST))
    seal = readFileSync(join(folder, SEAL), 'utf8').trim()
  } catch {
    // Archive files without a manifest: somebody copied the folder by hand, perhaps while it was open.
    const copied = existsSync(join(folder, 'archive.json')) || existsSync(join(folder, 'archive.db'))
    throw damaged(copied ? 'raw-copy' : existsSync(join(folder, MANIFEST)) ? 'backup-seal' : 'no-backup')
  }
  if (createHash('sha256').update(bytes).digest('hex') !== seal) throw damaged('backup-manifest')
  const manifest = parse(bytes)
  if (manifest.format > ARCHIVE_FORMAT) throw new OperationError('archive-newer', { format: manifest.format })
  const names = new Set<string>()
  for (const { path } of manifest.files) {
    if (!ALLOWED.test(path) || names.has(path)) throw damaged('backup-name', path.slice(0, 80))
    names.add(path)
  }
  for (const needed of ['archive.json', 'archive.db', 'ledger/000001.jsonl']) {
    if (!names.has(needed)) throw damaged('backup-incomplete', needed)
  }
  return manifest
}

export function damaged(damage: string, file?: string): OperationError {
  return new OperationError('archive-damaged', { damage, ...(file === undefined ? {} : { file }) })
}

function parse(bytes: Buffer): BackupManifest {
  try {
    const manifest = JSON.parse(bytes.toString('utf8')) as BackupManifest
    if (manifest.kind === 'van-kho-backup' && Array.isArray(manifest.files) && manifest.ledger.seq >= 0) return manifest
  } catch {
    // falls through: not ours
  }
  throw damaged('backup-manifest')
}
