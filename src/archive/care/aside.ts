import { existsSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ASIDE, DATABASE } from '../archive-file.ts'
import { discard, removeFile } from '../files/discard.ts'
import { type FileLayer, makeFolders, systemFiles } from '../files/file-layer.ts'

const PARTS = ['', '-wal', '-shm', '-journal'] as const

/** A file that has another name now, so that it can be given its own back. */
export type Moved = Readonly<{ from: string; to: string }>

/**
 * Takes a database out of the way without deleting it: it may hold what somebody wants to look at. One is kept. What was moved
 * is said in `moved` as it goes, for whoever has to take it back when the next step fails.
 */
export function setDatabaseAside(folder: string, moved: Moved[] = []): void {
  const aside = makeFolders(systemFiles, folder, ASIDE)
  for (const part of PARTS) {
    const [from, to] = [join(folder, `${DATABASE}${part}`), join(aside, `${DATABASE}${part}`)]
    removeFile(to)
    if (!existsSync(from)) continue
    systemFiles.renameNow(from, to)
    moved.push({ from, to })
  }
}

/** The same of one that was never finished; what cannot be removed stays and is overwritten the next time. */
export function discardDatabase(path: string): void {
  for (const part of PARTS) discard(`${path}${part}`)
}

export function removeDatabase(path: string): void {
  for (const part of PARTS) removeFile(`${path}${part}`)
}

/** What a database has beside its own file: its log, or a journal it did not finish with. */
export function removeBeside(path: string): void {
  for (const part of PARTS) if (part !== '') removeFile(`${path}${part}`)
}

/** A damaged file out of the way, under a name that is free. */
export async function moveAside(files: FileLayer, folder: string, path: string, name: string): Promise<void> {
  const aside = makeFolders(files, folder, ASIDE)
  await files.rename(path, freeName(aside, name))
  files.syncFolder(aside)
  files.syncFolder(dirname(path))
}

/** A copy of a file that is about to be replaced in its place. */
export async function copyAside(files: FileLayer, folder: string, path: string, name: string): Promise<void> {
  const aside = makeFolders(files, folder, ASIDE)
  const copy = freeName(aside, name)
  await copyFile(path, copy)
  const handle = await open(copy, 'r+')
  try {
    await files.syncHandle(handle)
  } finally {
    await handle.close()
  }
  files.syncFolder(aside)
}

function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${name}-${n}`)
    if (!existsSync(path)) return path
  }
}
