import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import type { WritableDb } from '../archive-context.ts'
import { ASIDE, DATABASE } from '../archive-file.ts'
import { systemFiles } from '../files/file-layer.ts'
import { openDatabase } from '../store/db/connection.ts'
import { vaultOf } from '../vault/vaults.ts'
import { type Moved, removeBeside, setDatabaseAside } from './aside.ts'

/**
 * What came of putting another database in the old one's place. `failure`: it could not be; `db` is then the old one, opened
 * again, and `inPlace` says whether it lies where it lay, so that the archive goes on as if nothing had been tried.
 */
export type Swapped = Readonly<{ db: WritableDb; failure: unknown; inPlace: boolean }>

/** Closes the old database, sets it aside and puts the one at `from` in its place; undone step by step where a step fails. */
export function swapDatabase(folder: string, from: string, old: WritableDb): Swapped {
  const place = join(folder, DATABASE)
  const moved: Moved[] = []
  try {
    old.close()
    setDatabaseAside(folder, moved)
    systemFiles.renameNow(from, place)
    moved.push({ from, to: place })
    return { db: openDatabase(place), failure: null, inPlace: true }
  } catch (failure) {
    if (old.open) return { db: old, failure, inPlace: true }
    const inPlace = takeBack(place, moved)
    try {
      return { db: reopened(folder), failure, inPlace }
    } catch {
      // Closed as it is: whoever asks for it next tries again.
      return { db: old, failure, inPlace: false }
    }
  }
}

/** Opens a database that was put out of place, where it lies; for reading, since nothing is written that the next opening would not see. */
export function reopened(folder: string): WritableDb {
  const places = [join(folder, DATABASE), join(folder, ASIDE, DATABASE)]
  // Opened by its name alone, an empty one would be made where there is none.
  const there = places.find((path) => existsSync(path))
  if (there === undefined) throw new OperationError('io-error', { problem: 'database' })
  return openDatabase(there, { key: vaultOf(folder).databaseKey })
}

/**
 * Newest move first; false where one could not be taken back. A journal that the other one left goes before it: the old one
 * opened beside it would have pages of another database rolled into it.
 */
function takeBack(place: string, moved: readonly Moved[]): boolean {
  try {
    if (moved.some(({ to }) => to === place)) removeBeside(place)
    for (const { from, to } of moved.toReversed()) systemFiles.renameNow(to, from)
    return true
  } catch {
    return false
  }
}
