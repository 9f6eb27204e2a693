import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import { isArchive } from '../archive-file.ts'
import { namesIn, requireUsableFolder } from '../folder-checks.ts'

/** Restoring never writes over anything. */
export function newFolder(folder: string): string {
  if (isArchive(folder)) throw new OperationError('archive-exists')
  requireUsableFolder(folder)
  if (existsSync(folder) && (!statSync(folder).isDirectory() || namesIn(folder).length > 0)) {
    throw new OperationError('folder-unusable', { problem: 'not-empty' })
  }
  mkdirSync(dirname(folder), { recursive: true })
  return folder
}
