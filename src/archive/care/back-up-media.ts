import { OperationError } from '#contract/operation-error.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { systemFiles } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { localDay } from '../ids.ts'
import { type BackupDeps, backup } from './backup.ts'
import { saveCare } from './care-file.ts'
import { changeMedium, type KnownMedium, readPlan } from './care-plan.ts'
import { findMedium, type Roots } from './media.ts'
import { rotate } from './rotation.ts'

export type MediaDeps = BackupDeps & Readonly<{ roots?: Roots }>

/** After a failure a medium is left alone for so long. */
const TRY_AGAIN_MS = 3600 * 1000

/** Media that are there and have no backup of this day yet; one that failed is tried again after a while. */
export function dueMedia(archive: OpenedArchive, roots?: Roots): readonly KnownMedium[] {
  const now = archive.clock.now()
  return readPlan(archive.folder).media.filter(({ lastBackupAt, failure, ...medium }) => {
    if (lastBackupAt !== null && localDay(new Date(lastBackupAt)) >= archive.today()) return false
    if (failure !== null && now.getTime() - Date.parse(failure.at) < TRY_AGAIN_MS && failure.at <= now.toISOString())
      return false
    return findMedium({ ...medium, lastBackupAt, failure }, roots).presence === 'present'
  })
}

/**
 * Backs up to each of the media, and takes away what has outlived its time there. What one medium refuses is written down for
 * it and said as a line; the others are served. Throws only where none was.
 */
export async function backUpMedia(
  archive: OpenedArchive,
  media: readonly KnownMedium[],
  program: string,
  job: JobHandle,
  deps: MediaDeps = {}
): Promise<void> {
  let failed: OperationError | null = null
  let made = 0
  for (const medium of media) {
    try {
      const { folder, presence } = findMedium(medium, deps.roots)
      if (presence !== 'present') throw new OperationError('not-found', { name: medium.name })
      const backupFolder = await backup(archive, folder, program, job, deps)
      const at = archive.clock.now().toISOString()
      made++
      job.folder(backupFolder)
      saveCare(archive, { lastBackupAt: at })
      changeMedium(archive.folder, medium.id, { folder, lastBackupAt: at, failure: null })
      job.result({ name: medium.name, code: 'backed-up', id: null, detail: { folder: backupFolder } })
      await rotateThere(archive, medium, folder, job, deps)
    } catch (error) {
      const failure = storageFailure(error)
      if (!(failure instanceof OperationError)) archive.log(error, 'backup')
      const known = failure instanceof OperationError ? failure : new OperationError('internal')
      if (known.code === 'cancelled') throw known
      failed = known
      changeMedium(archive.folder, medium.id, { failure: { at: archive.clock.now().toISOString(), code: known.code } })
      job.result({ name: medium.name, code: known.code, id: null, detail: {} })
    }
  }
  if (made === 0 && failed !== null) throw failed
}

/** An archive that is no longer whole takes no older backup away: it may be the one that mends it. */
async function rotateThere(
  archive: OpenedArchive,
  medium: KnownMedium,
  folder: string,
  job: JobHandle,
  deps: MediaDeps
): Promise<void> {
  if (archive.mode !== 'ready') return
  try {
    const gone = await rotate(
      deps.files ?? systemFiles,
      folder,
      archive.archiveId,
      readPlan(archive.folder).settings.keep
    )
    if (gone > 0) job.result({ name: medium.name, code: 'old-backups-removed', id: null, detail: { count: gone } })
  } catch (error) {
    // The backup is made; an old one that could not be taken away is only in the way of space.
    archive.log(error, 'rotation')
  }
}
