import { createHash, type Hash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { discard } from '../files/discard.ts'
import type { FileLayer } from '../files/file-layer.ts'
import { folderSyncs } from '../files/folder-syncs.ts'
import { openRegular } from '../files/open-regular.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { folderRisk, isWritable, namesIn, requireSpace } from '../folder-checks.ts'
import { hashFile } from '../originals/original-store.ts'
import { SealBroken } from '../vault/seal-broken.ts'
import { type FileSource, piecesIn, storedFileOf } from '../vault/stored-file.ts'

export type TreeFile = Readonly<{ path: string; bytes: number; sha256: string }>

/** A folder being written, whole or not at all. Paths are relative, parted by "/". */
export type NewTree = Readonly<{
  /** Text in pieces lets others run between them. */
  write(path: string, content: Uint8Array | string | Iterable<string>): Promise<TreeFile>
  /** Copies a file's bytes; a link is not followed. null: there is none to copy. */
  copy(path: string, source: FileSource): Promise<TreeFile | null>
  /** Takes back what `copy` made. */
  drop(path: string): void
  files(): readonly TreeFile[]
}>

export type TreeOptions = Readonly<{
  files: FileLayer
  job: Pick<JobHandle, 'cancelled' | 'signal' | 'step'>
  /** The open archive's folder: nothing is written into it. */
  archiveFolder: string
  /** How many bytes are to come, as far as known. */
  bytes: number
}>

/** While it is there the folder is not whole, whatever name somebody gave it. */
export const UNFINISHED_FILE = 'CHUA-XONG.txt'
const PARTIAL = '.partial'
const PIECES_A_PAUSE = 50

/**
 * Fills a new folder: written beside it under a name that says it is not whole, each file synced, all read back and
 * hashed, then renamed. Whatever fails leaves nothing that looks complete. An existing folder is taken only if it is empty.
 */
export async function makeTree<T>(
  folder: string,
  options: TreeOptions,
  fill: (tree: NewTree) => Promise<T>
): Promise<Readonly<{ folder: string; value: T; files: readonly TreeFile[] }>> {
  const target = newFolder(folder, options.archiveFolder)
  const work = `${target}${PARTIAL}`
  clearLeftOver(work)
  requireSpace(dirname(target), options.bytes)
  let made = false
  try {
    mkdirSync(work)
    made = true
    const syncs = folderSyncs(options.files)
    syncs.add(work)
    const marker = treeIn(work, options, syncs.add)
    await marker.write(UNFINISHED_FILE, `${basename(target)}\n`)
    const tree = treeIn(work, options, syncs.add)
    const value = await fill(tree)
    const files = tree.files()
    for (const file of files) await readBack(work, file, options.job)
    rmSync(join(work, UNFINISHED_FILE))
    await syncs.settleLater()
    syncs.settle()
    if (options.job.cancelled) throw new OperationError('cancelled')
    if (existsSync(target)) rmdirSync(target)
    await options.files.rename(work, target)
    made = false
    options.files.syncFolder(dirname(target))
    return { folder: target, value, files }
  } catch (error) {
    if (made) discard(work)
    throw storageFailure(error)
  }
}

function newFolder(folder: string, archiveFolder: string): string {
  const asked = resolve(folder)
  const parent = dirname(asked)
  if (asked === parent) throw new OperationError('folder-unusable', { problem: 'not-empty' })
  const found = lstatSync(asked, { throwIfNoEntry: false })
  if (found && (!found.isDirectory() || namesIn(asked).length > 0)) {
    throw new OperationError('folder-unusable', { problem: 'not-empty' })
  }
  if (folderRisk(asked) === 'sync-folder') throw new OperationError('folder-unusable', { problem: 'sync-folder' })
  try {
    mkdirSync(parent, { recursive: true })
  } catch {
    throw new OperationError('folder-unusable', { problem: 'not-writable' })
  }
  if (!isWritable(parent)) throw new OperationError('folder-unusable', { problem: 'not-writable' })
  const target = join(realpathSync(parent), basename(asked))
  const own = realpathSync(archiveFolder)
  if (target === own || target.startsWith(own + sep)) {
    throw new OperationError('folder-unusable', { problem: 'inside-archive' })
  }
  return target
}

/** What a crash left of a writing like this one; anything else under that name is somebody's. */
function clearLeftOver(work: string): void {
  const found = lstatSync(work, { throwIfNoEntry: false })
  if (!found) return
  const ours = found.isDirectory() && (namesIn(work).length === 0 || existsSync(join(work, UNFINISHED_FILE)))
  if (!ours) throw new OperationError('folder-unusable', { problem: 'not-empty' })
  rmSync(work, { recursive: true, force: true })
}

function treeIn(work: string, options: TreeOptions, changed: (folder: string) => void): NewTree {
  const written = new Map<string, TreeFile>()

  /** Opens a new file of that path, gives it to `put`, syncs and counts it. */
  async function make(path: string, put: (sink: Sink) => Promise<void>): Promise<TreeFile> {
    if (options.job.cancelled) throw new OperationError('cancelled')
    const parts = path.split('/')
    const folder = makeBelow(work, parts.slice(0, -1), changed)
    const handle = await open(join(folder, parts.at(-1) ?? ''), 'wx', 0o600)
    changed(folder)
    const sink = sinkOf(options.files, handle.fd)
    try {
      await put(sink)
      // Not on the engine's thread: a slow stick takes seconds, and others are searching meanwhile.
      await options.files.syncHandle(handle)
    } finally {
      await handle.close()
    }
    const file = { path, ...sink.end() }
    written.set(path, file)
    return file
  }

  return {
    write: (path, content) =>
      make(path, async (sink) => {
        if (typeof content === 'string' || content instanceof Uint8Array) return sink.put(content)
        let pieces = 0
        for (const piece of content) {
          sink.put(piece)
          if (++pieces % PIECES_A_PAUSE !== 0) continue
          if (options.job.cancelled) throw new OperationError('cancelled')
          await pause()
        }
      }),
    async copy(path, source) {
      const { path: place, key } = storedFileOf(source)
      const from = await openRegular(place).catch(missing)
      if (!from) return null
      try {
        return await make(path, async (sink) => {
          for await (const chunk of piecesIn(from, key)) {
            if (options.job.cancelled) throw new OperationError('cancelled')
            sink.put(chunk)
          }
        })
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error
        // Its bytes are not those that were taken in: what came so far is nobody's file, and hashes to nothing.
        rmSync(join(work, path), { force: true })
        return { path, bytes: 0, sha256: '' }
      } finally {
        await from.close()
      }
    },
    drop(path) {
      written.delete(path)
      rmSync(join(work, path), { force: true })
    },
    files: () => [...written.values()]
  }
}

type Sink = Readonly<{ put(bytes: Uint8Array | string): void; end(): { bytes: number; sha256: string } }>

function sinkOf(files: FileLayer, fd: number): Sink {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  return {
    put(content) {
      const piece = typeof content === 'string' ? Buffer.from(content) : content
      hash.update(piece)
      bytes += piece.length
      files.write(fd, piece)
    },
    end: () => ({ bytes, sha256: hash.digest('hex') })
  }
}

function makeBelow(root: string, parts: readonly string[], changed: (folder: string) => void): string {
  let at = root
  for (const part of parts) {
    const next = join(at, part)
    if (!existsSync(next)) {
      mkdirSync(next)
      changed(at)
    }
    at = next
  }
  return at
}

async function readBack(work: string, file: TreeFile, job: TreeOptions['job']): Promise<void> {
  if (job.cancelled) throw new OperationError('cancelled')
  job.step(file.path)
  const found = await hashFile(join(work, file.path), job.signal)
  if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) {
    throw new OperationError('io-error', { problem: 'read-back', name: basename(file.path) })
  }
}

function missing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}
