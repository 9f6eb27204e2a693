import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { OriginalStore } from '../archive-context.ts'
import { type FileLayer, makeFolders, systemFiles, TEMPORARY } from '../files/file-layer.ts'
import type { FolderSyncs } from '../files/folder-syncs.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'

export const ORIGINALS = 'originals'

/** Where the bytes of a hash lie below the archive: `originals/ab/cd/<sha256>`. */
export function originalParts(sha256: string): readonly [string, string, string, string] {
  return [ORIGINALS, sha256.slice(0, 2), sha256.slice(2, 4), sha256]
}

/**
 * The originals by their hash, each written once and never again. A file is copied beside its place, synced, then
 * renamed: under the name of a hash there are never half its bytes.
 */
export function openOriginals(
  archiveFolder: string,
  files: FileLayer = systemFiles,
  syncs: Pick<FolderSyncs, 'add'> = { add: files.syncFolder }
): OriginalStore {
  const later = { syncFolder: (folder: string): void => syncs.add(folder) }
  const path = (sha256: string): string => join(archiveFolder, ...originalParts(sha256))
  return {
    path,
    has: (sha256) => existsSync(path(sha256)),
    async put(source) {
      try {
        return await copyIn(source)
      } catch (error) {
        throw storageFailure(error)
      }
    },
    async adopt(source) {
      try {
        const known = await hashFile(source)
        return (await linked(source, known.sha256)) ? known : await copyIn(source)
      } catch (error) {
        throw storageFailure(error)
      }
    }
  }

  async function copyIn(source: string): Promise<{ sha256: string; bytes: number }> {
    requireSpace(archiveFolder, statSync(source).size)
    makeFolders(files, archiveFolder, ORIGINALS)
    const temporary = join(archiveFolder, ORIGINALS, `${TEMPORARY}${randomBytes(8).toString('hex')}`)
    try {
      const copied = await copyHashed(source, temporary, files)
      await settle(temporary, copied.sha256)
      return copied
    } finally {
      await rm(temporary, { force: true })
    }
  }

  /** Gives the bytes their place by a second name; false where that cannot be and they have to be copied. */
  async function linked(source: string, sha256: string): Promise<boolean> {
    const target = path(sha256)
    if (existsSync(target)) return false
    const [, first, second] = originalParts(sha256)
    const folder = makeFolders(later, archiveFolder, ORIGINALS, first, second)
    if (!(await files.link(source, target))) return false
    if (process.platform !== 'win32') chmodSync(target, 0o400)
    syncs.add(folder)
    return true
  }

  async function settle(temporary: string, sha256: string): Promise<void> {
    const target = path(sha256)
    // The same bytes again: nothing to do, unless what lies there is no longer what its name says.
    if (existsSync(target) && (await hashFile(target)).sha256 === sha256) return
    const [, first, second] = originalParts(sha256)
    const folder = makeFolders(files, archiveFolder, ORIGINALS, first, second)
    if (existsSync(target)) {
      const aside = makeFolders(files, archiveFolder, 'aside')
      await files.rename(target, join(aside, `original-${sha256}-${randomBytes(4).toString('hex')}`))
    }
    if (process.platform !== 'win32') chmodSync(temporary, 0o400)
    await files.rename(temporary, target)
    files.syncFolder(folder)
  }
}

/** Copies and hashes what was read; the copy is on the disk when this returns. */
async function copyHashed(
  source: string,
  target: string,
  files: FileLayer
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(target, 'wx', 0o600)
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
      await handle.writeFile(chunk)
    }
    await files.syncHandle(handle)
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Hash and length of a file as it lies on the disk. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (signal?.aborted) throw new OperationError('cancelled')
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Every hash stored, by walking the folders. */
export function* storedHashes(archiveFolder: string, store: string): Generator<{ sha256: string; path: string }> {
  for (const first of folderNames(join(archiveFolder, store))) {
    for (const second of folderNames(join(archiveFolder, store, first))) {
      for (const name of folderNames(join(archiveFolder, store, first, second))) {
        const sha256 = name.replace(/\.json$/, '')
        if (/^[0-9a-f]{64}$/.test(sha256)) yield { sha256, path: join(archiveFolder, store, first, second, name) }
      }
    }
  }
}

function folderNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
