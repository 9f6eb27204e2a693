import type { DocumentFile } from '#contract/schemas.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { startIntake } from '../intake/intake-jobs.ts'
import { stageFile } from '../intake/staging.ts'

/** A file taken off its line waits in the queue again, as it came; its bytes among the originals stay. */
export async function backToQueue(archive: ArchiveContext, file: Pick<DocumentFile, 'sha256' | 'name'>): Promise<void> {
  const staged = archive.newId('s')
  await stageFile(archive.folder, staged, file.name, archive.originals.path(file.sha256))
  await startIntake(archive, [staged])
}
