import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs'
import { type FileHandle, mkdir, open, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OperationError } from '#contract/failures.ts'
import { discard } from '../files/discard.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { openRegular } from '../files/open-regular.ts'
import { MOST_BYTES } from '../read/read-result.ts'
import type { Sealer } from '../vault/sealer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'
import type { StoredFile } from '../vault/stored-file.ts'
import { vaultOf } from '../vault/vaults.ts'
import { forgetQueue } from './queue-memory.ts'

/**
 * Where files lie between being dropped and being filed: `<archive>/staging/<id>/`. `s_…`: handed in, no job yet;
 * `i_…`: an item of the review queue, which survives a restart.
 */
export function stagingFolder(archiveFolder: string): string {
  return join(archiveFolder, 'staging')
}

export function stagedFile(archiveFolder: string, id: string): string {
  return join(stagingFolder(archiveFolder), id, 'file')
}

/** For whoever reads its bytes. */
export function stagedSource(archiveFolder: string, id: string): StoredFile {
  return vaultOf(archiveFolder).stored(stagedFile(archiveFolder, id))
}

/** What was handed in: its name, and what its bytes were found to be while they were copied. */
export type Staged = Readonly<{ name: string; sha256: string; bytes: number }>

/** What the small file beside staged bytes is sealed for. */
const STAGED_NAME = 'staged name'
/** What those of a waiting item are sealed for. */
export const ITEM = 'intake item'
export const ITEM_TEXT = 'intake text'
export const HEADER_FILE = 'header.json'

/** Small files beside waiting bytes, and what each is sealed for. */
export const SMALL_STAGED: Readonly<Record<string, string>> = {
  'name.json': STAGED_NAME,
  'item.json': ITEM,
  'text.json': ITEM_TEXT,
  [HEADER_FILE]: HEADER_FILE
}

/** Throws `not-found` where there is none. */
export function staged(archiveFolder: string, id: string): Staged {
  try {
    return JSON.parse(
      readSmall(archiveFolder, STAGED_NAME, join(stagingFolder(archiveFolder), id, 'name.json'))
    ) as Staged
  } catch (error) {
    throwIfDiskFailed(error)
    throw nothingStaged(archiveFolder, id)
  }
}

/** Nothing was handed in under this id; or the disk the archive lies on was pulled out, and says ENOENT to everything. */
export function nothingStaged(archiveFolder: string, id: string): OperationError {
  if (!existsSync(archiveFolder)) return new OperationError('io-error', { problem: 'ENOENT' })
  return new OperationError('not-found', { staged: id })
}

export function stagedName(archiveFolder: string, id: string): string {
  return staged(archiveFolder, id).name
}

/**
 * Copies a file in. The sender's file is only read. Refuses what is too large, cutting off a stream that lies about
 * its length, and leaves nothing behind when it fails.
 */
export async function stageFile(
  archiveFolder: string,
  id: string,
  name: string,
  source: Readable | string
): Promise<void> {
  const opened = typeof source === 'string' ? await openSource(source, name) : null
  const folder = join(stagingFolder(archiveFolder), id)
  const sealer = vaultOf(archiveFolder).sealer()
  try {
    if (opened && (await opened.stat()).size > MOST_BYTES) throw tooLarge(name)
    await mkdir(folder, { recursive: true })
    const stream = opened ? opened.createReadStream({ autoClose: false }) : source
    const seen = measured(name)
    await pipeline(
      stream,
      seen.through,
      sealing(sealer),
      createWriteStream(join(folder, 'file'), { mode: 0o600, flush: true })
    )
    // Not synced: whoever is told that the file is kept has it in `item.json`.
    await writeStagedName(archiveFolder, id, { name: cleanName(name), ...seen.found() })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw asFailure(error, name)
  } finally {
    await opened?.close()
  }
}

/** Says what was handed in; not synced. */
export async function writeStagedName(archiveFolder: string, id: string, known: Staged): Promise<void> {
  const bytes = sealedFor(archiveFolder, STAGED_NAME, JSON.stringify(known))
  await writeFile(join(stagingFolder(archiveFolder), id, 'name.json'), bytes)
}

/**
 * Throws away what was handed in but never taken up by a job, or only half: nobody was told it is kept. Run when an archive
 * opens.
 */
export function sweepStaging(archiveFolder: string): number {
  forgetQueue(archiveFolder)
  let swept = 0
  for (const entry of entries(archiveFolder)) {
    if (entry.startsWith('i_') && isThere(join(stagingFolder(archiveFolder), entry, 'item.json'))) continue
    discard(join(stagingFolder(archiveFolder), entry))
    swept++
  }
  return swept
}

/** Throws where the disk did not say: what may be a waiting paper is not swept. */
function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Names in the staging folder; none where the folder is not there yet. */
export function entries(archiveFolder: string): readonly string[] {
  try {
    return readdirSync(stagingFolder(archiveFolder)).sort()
  } catch (error) {
    throwIfDiskFailed(error)
    return []
  }
}

/**
 * Overwrites every byte before unlinking: for what must not be kept (U04). Bytes that have a second name among the originals
 * are a document's, or were to be: only this name goes.
 */
export async function wipe(path: string): Promise<void> {
  try {
    const { size, nlink } = await stat(path)
    if (nlink > 1) return
    const file = await open(path, 'r+')
    try {
      const zeros = new Uint8Array(1 << 20)
      for (let at = 0; at < size; at += zeros.length) {
        await file.write(zeros, 0, Math.min(zeros.length, size - at), at)
      }
      await file.sync()
    } finally {
      await file.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}

/** The last part of a path, without control and direction characters or what Windows forbids in names. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim()
  return /^\.*$/.test(plain) ? 'file' : plain.slice(-200)
}

/** Opened once: what is looked at is what is copied. */
async function openSource(path: string, name: string): Promise<FileHandle> {
  const file = await openRegular(path).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') throw noSource(path, name)
    throw asFailure(error, name)
  })
  if (!file) throw new OperationError('file-unsupported', { name: cleanName(name) })
  return file
}

/** A file that is not there any more; or its stick was pulled out, folder and all. */
function noSource(path: string, name: string): OperationError {
  const detail = { name: cleanName(name) }
  return new OperationError(existsSync(dirname(resolve(path))) ? 'not-found' : 'io-error', detail)
}

/** Counts and hashes what goes through; stops what is too much. */
function measured(name: string): Readonly<{ through: Transform; found(): Pick<Staged, 'sha256' | 'bytes'> }> {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      if (bytes > MOST_BYTES) done(tooLarge(name))
      else done(null, chunk)
    }
  })
  return { through, found: () => ({ sha256: hash.digest('hex'), bytes }) }
}

function sealing(sealer: Sealer): Transform {
  return new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => done(null, sealer.update(chunk)),
    flush: (done) => done(null, sealer.end())
  })
}

function tooLarge(name: string): OperationError {
  return new OperationError('file-too-large', { name: cleanName(name), most: MOST_BYTES })
}

function asFailure(error: unknown, name: string): unknown {
  if (error instanceof OperationError) return error
  const code = (error as { code?: string }).code
  const detail = { name: cleanName(name) }
  if (code === 'ENOSPC' || code === 'EDQUOT') return new OperationError('disk-full', detail)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new OperationError('archive-read-only', detail)
  return new OperationError('io-error', detail)
}
