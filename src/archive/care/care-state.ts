import { resolve } from 'node:path'
import type { BackupLine, CareState } from '#contract/operations/care.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { backupsBelow } from './backup-manifest.ts'
import { readCare } from './care-file.ts'
import { readPlan } from './care-plan.ts'
import { mediumState, type Roots } from './media.ts'
import { scrubState } from './scrub.ts'

/** All that is known of an archive's safety: media and their backups' age, the reading of all files, the last drill. */
export function careState(archive: OpenedArchive, backupRunning: boolean, roots?: Roots): CareState {
  const { settings, media } = readPlan(archive.folder)
  const { lastBackupAt, lastDrill } = readCare(archive.folder)
  return {
    settings,
    media: media.map((one) => mediumState(archive.folder, one, roots)),
    lastBackupAt,
    backupRunning,
    scrub: scrubState(archive),
    lastDrill
  }
}

/** Backups of this archive on the media that are there, or in a folder; the newest first. */
export function listBackups(archive: OpenedArchive, folder: string | null, roots?: Roots): readonly BackupLine[] {
  const media = readPlan(archive.folder).media.map((one) => mediumState(archive.folder, one, roots))
  const places =
    folder !== null
      ? [{ folder: resolve(folder), id: media.find((one) => one.folder === resolve(folder))?.id ?? null }]
      : media.filter((one) => one.presence === 'present')
  return places
    .flatMap((place) =>
      backupsBelow(place.folder)
        .filter((one) => one.archiveId === archive.archiveId)
        .map(({ archiveId: _id, hash: _hash, ...line }) => ({ ...line, mediumId: place.id }))
    )
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}
