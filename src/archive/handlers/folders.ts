import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { isArchive } from '../archive-file.ts'
import { isBackup } from '../care/backup-manifest.ts'
import { isWritable } from '../folder-checks.ts'
import type { EngineHandlers } from './engine-host.ts'

const MOST_FOLDERS = 2000

/** Choosing a folder where the shell has no dialog of its own: names of folders, never of files. */
export const folderHandlers: EngineHandlers<'folders.list'> = {
  'folders.list': (_engine, input) => {
    const folder = resolve(input.folder ?? homedir())
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new OperationError('not-found', {})
    const parent = dirname(folder)
    return {
      folder,
      parent: parent === folder ? null : parent,
      folders: foldersIn(folder).map((name) => {
        const path = join(folder, name)
        return { name, path, isArchive: isArchive(path) && !isBackup(path), isBackup: isBackup(path) }
      }),
      writable: isWritable(folder)
    }
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort((a, b) => a.localeCompare(b, 'vi'))
      .slice(0, MOST_FOLDERS)
  } catch {
    throw new OperationError('folder-unusable', { problem: 'not-readable' })
  }
}
