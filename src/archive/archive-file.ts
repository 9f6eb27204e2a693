import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { throwIfDiskFailed } from './files/disk-failed.ts'
import { type FileLayer, writeFileDurably } from './files/file-layer.ts'
import { checkLine, parseLine } from './ledger/ledger-line.ts'
import { segmentName } from './ledger/scan-ledger.ts'
import { hasKeyFile, readKeyFile } from './vault/key-file.ts'

/** The version of the folder's layout. A newer one is refused, an older one is migrated. */
export const ARCHIVE_FORMAT = 1
export const ARCHIVE_FILE = 'archive.json'
export const LEDGER = 'ledger'
export const DATABASE = 'archive.db'
export const ASIDE = 'aside'

/** That of an encrypted archive (ADR 0017): a program that knows nothing of it must not take it for a damaged one. */
export const SEALED_FORMAT = 2

/** `archive.json`: says what the folder is. */
export type ArchiveFile = Readonly<{
  format: number
  archiveId: string
  createdAt: string
  /** Of an encrypted archive: which key it is sealed by (`keyCheck`). */
  sealed?: string
}>

export function isArchive(folder: string): boolean {
  return existsSync(join(folder, ARCHIVE_FILE)) || existsSync(join(folder, LEDGER, segmentName(1)))
}

/**
 * What the folder is. A lost or damaged `archive.json` is told again from the ledger's first line, or from the key file where
 * that line is sealed; a folder that has neither is no archive, and none is made of it.
 */
export function readArchiveFile(folder: string): { file: ArchiveFile; lost: boolean } {
  if (!isArchive(folder)) throw new OperationError('archive-missing')
  const file = parse(join(folder, ARCHIVE_FILE))
  if (file && file.format > SEALED_FORMAT) throw new OperationError('archive-newer', { format: file.format })
  if (file) return { file, lost: false }
  const told = fromKeys(folder) ?? fromLedger(folder)
  if (!told) throw new OperationError('archive-damaged', { damage: 'archive-file' })
  if (told.format > SEALED_FORMAT) throw new OperationError('archive-newer', { format: told.format })
  return { file: told, lost: true }
}

export function writeArchiveFile(files: FileLayer, folder: string, file: ArchiveFile): void {
  writeFileDurably(
    files,
    folder,
    ARCHIVE_FILE,
    Buffer.from(`${JSON.stringify({ ...file, sum: sumOf(file) }, null, 2)}\n`)
  )
}

/**
 * Over every field as it stands, those of a newer program too. Without it a format of which one letter went bad would be
 * believed, and the archive refused as a newer program's.
 */
function sumOf(file: object): string {
  return createHash('sha256').update(JSON.stringify(file)).digest('hex')
}

/** null: lost, or not what was written. One without a sum is of a program from before there was one. */
function parse(path: string): ArchiveFile | null {
  try {
    const { sum, ...file } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ArchiveFile & { sum: unknown }>
    const { format, archiveId, createdAt, sealed } = file
    if (typeof format !== 'number' || typeof archiveId !== 'string' || typeof createdAt !== 'string') return null
    if (sum !== undefined && sum !== sumOf(file)) return null
    return { format, archiveId, createdAt, ...(typeof sealed === 'string' ? { sealed } : {}) }
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}

function fromKeys(folder: string): ArchiveFile | null {
  if (!hasKeyFile(folder)) return null
  const { archiveId, createdAt, check } = readKeyFile(folder).file
  return { format: SEALED_FORMAT, archiveId, createdAt, sealed: check }
}

function fromLedger(folder: string): ArchiveFile | null {
  try {
    const bytes = readFileSync(join(folder, LEDGER, segmentName(1)))
    const line = bytes.subarray(0, bytes.indexOf(10))
    const event = checkLine(line) ? parseLine(line.toString('utf8')) : null
    if (event?.kind !== 'archive-created') return null
    return { format: event.data.format, archiveId: event.data.archiveId, createdAt: event.at }
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}
