import { lstatSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupKeep } from '#contract/operations/care.ts'
import type { FileLayer } from '../files/file-layer.ts'
import { localDay } from '../ids.ts'
import { type BackupHead, backupsBelow, readManifest, sharedName } from './backup-manifest.ts'
import { REMOVED } from './backup-target.ts'

/**
 * Which of an archive's backups in one place may go: kept are the newest of each of the last days, weeks and months that have
 * one, and the newest of those that lack no original. Another archive's are never asked about.
 */
export function mayGo(backups: readonly BackupHead[], archiveId: string, keep: BackupKeep): readonly BackupHead[] {
  const own = backups
    .filter((one) => one.archiveId === archiveId)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  const kept = new Set<BackupHead>()
  const newestOf = (most: number, period: (day: string) => string): void => {
    const seen = new Set<string>()
    for (const one of own) {
      const key = period(localDay(new Date(one.createdAt)))
      if (seen.has(key)) continue
      if (seen.size >= most) break
      seen.add(key)
      kept.add(one)
    }
  }
  newestOf(keep.daily, (day) => day)
  newestOf(keep.weekly, mondayOf)
  newestOf(keep.monthly, (day) => day.slice(0, 7))
  const whole = own.find((one) => one.missing === 0)
  if (whole) kept.add(whole)
  if (own[0]) kept.add(own[0])
  return own.filter((one) => !kept.has(one))
}

function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
  return at.toISOString().slice(0, 10)
}

/**
 * Takes away what may go; says how many. One that is being taken away no longer has the name of a backup. Called after a new
 * one was made and read back, so that the newest is known to be good.
 */
export async function rotate(files: FileLayer, place: string, archiveId: string, keep: BackupKeep): Promise<number> {
  const going = mayGo(backupsBelow(place), archiveId, keep)
  for (const { folder, name } of going) {
    const old = join(place, `${REMOVED}${name}`)
    await files.rename(folder, old)
    files.syncFolder(place)
    await rm(old, { recursive: true, force: true })
  }
  if (going.length > 0) await sweepShared(place, archiveId)
  return going.length
}

/** Files that no backup names any more; nothing where one of the archive's manifests cannot be read. */
async function sweepShared(place: string, archiveId: string): Promise<void> {
  const shared = join(place, sharedName(archiveId))
  if (!lstatSync(shared, { throwIfNoEntry: false })?.isDirectory()) return
  const named = new Set<string>()
  try {
    for (const name of readdirSync(place)) {
      const folder = join(place, name)
      if (name.startsWith('.') || name === sharedName(archiveId) || !lstatSync(folder).isDirectory()) continue
      if (readdirSync(folder).includes('backup.json')) {
        for (const file of readManifest(folder).files) named.add(file.sha256)
      }
    }
  } catch {
    return
  }
  for (const first of readdirSync(shared)) {
    for (const second of foldersIn(join(shared, first))) {
      for (const name of foldersIn(join(shared, first, second))) {
        if (/^[0-9a-f]{64}$/.test(name) && !named.has(name))
          await rm(join(shared, first, second, name), { force: true })
      }
    }
  }
}

function foldersIn(folder: string): readonly string[] {
  return lstatSync(folder).isDirectory() ? readdirSync(folder) : []
}
