import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  writeSync
} from 'node:fs'
import { type FileHandle, link, open, rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { discard } from './discard.ts'

/**
 * The few calls on which "nothing acknowledged is lost" stands. One place, so that a test can make the n-th of them
 * fail (reliability.md R3). Everything here throws what the system said.
 */
export type FileLayer = Readonly<{
  write(fd: number, bytes: Uint8Array): void
  sync(fd: number): void
  truncate(fd: number, length: number): void
  syncHandle(handle: FileHandle): Promise<void>
  rename(from: string, to: string): Promise<void>
  renameNow(from: string, to: string): void
  /** A second name for the same bytes. Says no where the disk knows none (FAT), or no more of them. */
  link(from: string, to: string): Promise<boolean>
  /** Makes a new name in the folder lasting. Windows has no such call and needs none. */
  syncFolder(folder: string): void
  /** The same without holding up the thread. */
  syncFolderLater(folder: string): Promise<void>
}>

/** A virus scanner may hold a new file for a moment on Windows: the rename is tried again, for about a second. */
const RENAME_TRIES = 8
const HELD: ReadonlySet<string | undefined> = new Set(['EPERM', 'EBUSY', 'EACCES'])
/** What a disk says that knows no second names, or has that name already. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'ENOSYS',
  'EXDEV',
  'EMLINK',
  'EINVAL',
  'EEXIST'
])

export const systemFiles: FileLayer = {
  write(fd, bytes) {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at)
  },
  sync: fsyncSync,
  truncate: ftruncateSync,
  syncHandle: (handle) => handle.sync(),
  async rename(from, to) {
    for (let tried = 1; ; tried++) {
      try {
        return await rename(from, to)
      } catch (error) {
        if (!mayRetry(error, tried)) throw error
        await wait(tried * 30)
      }
    }
  },
  renameNow(from, to) {
    for (let tried = 1; ; tried++) {
      try {
        return renameSync(from, to)
      } catch (error) {
        if (!mayRetry(error, tried)) throw error
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tried * 30)
      }
    }
  },
  async link(from, to) {
    try {
      await link(from, to)
      return true
    } catch (error) {
      if (NO_LINKS.has((error as NodeJS.ErrnoException).code)) return false
      throw error
    }
  },
  async syncFolderLater(folder) {
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  syncFolder(folder) {
    if (process.platform === 'win32') return
    const fd = openSync(folder, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  }
}

function mayRetry(error: unknown, tried: number): boolean {
  return process.platform === 'win32' && HELD.has((error as NodeJS.ErrnoException).code) && tried < RENAME_TRIES
}

/** Whole or not at all: written in `within` (a folder swept at opening), synced, renamed over, the folder synced. */
export function writeFileDurably(
  files: FileLayer,
  folder: string,
  name: string,
  bytes: Uint8Array,
  within: string = folder
): void {
  const temporary = `${within}/${TEMPORARY}${process.pid}-${name}`
  const fd = openSync(temporary, 'w', 0o600)
  try {
    try {
      files.write(fd, bytes)
      files.sync(fd)
    } finally {
      closeSync(fd)
    }
    files.renameNow(temporary, `${folder}/${name}`)
    files.syncFolder(folder)
  } catch (error) {
    discard(temporary)
    throw error
  }
}

/** Begins the name of every file that is not yet whole; swept when the archive opens. */
export const TEMPORARY = '.new-'

/** Makes a folder and its parents below `root`, each new name synced. */
export function makeFolders(files: Pick<FileLayer, 'syncFolder'>, root: string, ...parts: readonly string[]): string {
  let at = root
  for (const part of parts) {
    const next = `${at}/${part}`
    try {
      mkdirSync(next)
      files.syncFolder(at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    at = next
  }
  return at
}

/** Removes files a crash left half made; nobody was told of them. Says how many there were; one that stays does no harm. */
export function sweepTemporary(folder: string): number {
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(TEMPORARY)) : []
  for (const name of left) discard(`${folder}/${name}`)
  return left.length
}
