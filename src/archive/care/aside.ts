import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ASIDE, DATABASE } from '../archive-file.ts'
import { makeFolders, systemFiles } from '../files/file-layer.ts'

const PARTS = ['', '-wal', '-shm', '-journal'] as const

/** Takes a database out of the way without deleting it: it may hold what somebody wants to look at. One is kept. */
export function setDatabaseAside(folder: string): void {
  const aside = makeFolders(systemFiles, folder, ASIDE)
  for (const part of PARTS) {
    rmSync(join(aside, `${DATABASE}${part}`), { force: true })
    if (existsSync(join(folder, `${DATABASE}${part}`))) {
      renameSync(join(folder, `${DATABASE}${part}`), join(aside, `${DATABASE}${part}`))
    }
  }
}

export function removeDatabase(path: string): void {
  for (const part of PARTS) rmSync(`${path}${part}`, { force: true })
}
