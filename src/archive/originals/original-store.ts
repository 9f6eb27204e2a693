import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { OriginalStore } from '../archive-context.ts'
import { type FileLayer, makeFolders, systemFiles, TEMPORARY } from '../files/file-layer.ts'
import type { FolderSyncs } from '../files/folder-syncs.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'
import { SealBroken } from '../vault/seal-broken.ts'
import { type FileSource, storedSize, streamStored } from '../vault/stored-file.ts'
import { plainVault, type Vault } from '../vault/vault.ts'

export const ORIGINALS = 'originals'

/** Where the bytes of a hash lie below the archive: `originals/ab/cd/<sha256>`, or the name that stands for it in an encrypted one. */
export function originalParts(sha256: string, vault: Vault = plainVault): readonly [string, string, string, string] {
  const name = vault.nameOf(sha256)
  return [ORIGINALS, name.slice(0, 2), name.slice(2, 4), name]
}

/**
 * The originals by their hash, each written once and never again. A file is copied beside its place, synced, then
 * renamed: under the name of a hash there are never half its bytes.
 */
export function openOriginals(
  archiveFolder: string,
  files: FileLayer = systemFiles,
  syncs: Pick<FolderSyncs, 'add'> = { add: files.syncFolder },
  vault: Vault = plainVault
): OriginalStore {
  const later = { syncFolder: (folder: string): void => syncs.add(folder) }
  const path = (sha256: string): string => join(archiveFolder, ...originalParts(sha256, vault))
  return {
    path,
    file: (sha256) => vault.stored(path(sha256)),
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
        return (await linked(source.path, known.sha256)) ? known : await copyIn(source)
      } catch (error) {
        throw storageFailure(error)
      }
    }
  }

  async function copyIn(source: FileSource): Promise<{ sha256: string; bytes: number }> {
    requireSpace(archiveFolder, storedSize(source))
    makeFolders(files, archiveFolder, ORIGINALS)
    const temporary = join(archiveFolder, ORIGINALS, `${TEMPORARY}${randomBytes(8).toString('hex')}`)
    try {
      const copied = await copyHashed(source, temporary, files, vault)
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
    const [, first, second] = originalParts(sha256, vault)
    const folder = makeFolders(later, archiveFolder, ORIGINALS, first, second)
    if (!(await files.link(source, target))) return false
    if (process.platform !== 'win32') chmodSync(target, 0o400)
    syncs.add(folder)
    return true
  }

  async function settle(temporary: string, sha256: string): Promise<void> {
    const target = path(sha256)
    // The same bytes again: nothing to do, unless what lies there is no longer what its name says.
    if (existsSync(target) && (await stillIs(vault.stored(target), sha256))) return
    const [, first, second, name] = originalParts(sha256, vault)
    const folder = makeFolders(files, archiveFolder, ORIGINALS, first, second)
    if (existsSync(target)) {
      const aside = makeFolders(files, archiveFolder, 'aside')
      await files.rename(target, join(aside, `original-${name}-${randomBytes(4).toString('hex')}`))
    }
    if (process.platform !== 'win32') chmodSync(temporary, 0o400)
    await files.rename(temporary, target)
    files.syncFolder(folder)
  }
}

async function stillIs(source: FileSource, sha256: string): Promise<boolean> {
  try {
    return (await hashFile(source)).sha256 === sha256
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

/** Copies and hashes what was read; the copy is on the disk when this returns. */
async function copyHashed(
  source: FileSource,
  target: string,
  files: FileLayer,
  vault: Vault
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(target, 'wx', 0o600)
  try {
    const sealer = vault.sealer()
    for await (const chunk of streamStored(source)) {
      hash.update(chunk)
      bytes += chunk.length
      await handle.writeFile(sealer.update(chunk))
    }
    await handle.writeFile(sealer.end())
    await files.syncHandle(handle)
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Hash and length of a file's bytes: of one outside as it lies on the disk, of a stored one as it was taken in. */
export async function hashFile(source: FileSource, signal?: AbortSignal): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of streamStored(source)) {
    if (signal?.aborted) throw new OperationError('cancelled')
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** The name of every file stored, by walking the folders: its hash, or what stands for it (`Vault.nameOf`). */
export function* storedNames(archiveFolder: string, store: string): Generator<{ name: string; path: string }> {
  for (const first of folderNames(join(archiveFolder, store))) {
    for (const second of folderNames(join(archiveFolder, store, first))) {
      for (const file of folderNames(join(archiveFolder, store, first, second))) {
        const name = file.replace(/\.json$/, '')
        if (/^[0-9a-f]{64}$/.test(name)) yield { name, path: join(archiveFolder, store, first, second, file) }
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
