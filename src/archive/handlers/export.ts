import type { JobId } from '#contract/ids.ts'
import type { exportOperations } from '#contract/operations/export.ts'
import { edxmlOf } from '../export/edxml/write-edxml.ts'
import { restoreExport } from '../export/from-export.ts'
import { exportArchive } from '../export/full-export.ts'
import { handOver } from '../export/hand-over.ts'
import { contentsOf } from '../export/hand-over-contents.ts'
import type { EngineHandlers } from './engine-host.ts'

/** All of it only reads the archive: an archive that can only be read, or is damaged, can still be taken out. */
export const exportHandlers: EngineHandlers<keyof typeof exportOperations> = {
  'export.full': (engine, input) => {
    const archive = engine.archive()
    const jobId = archive.startJob('export', async (job) => {
      job.folder(await exportArchive(archive, input.folder, job))
    })
    return { jobId: jobId as JobId }
  },
  'export.restore': (engine, input) => ({
    // Not the open archive's job: there may be none, and closing it does not stop this.
    jobId: engine.jobs.start('from-export', async (job) => {
      job.folder(await restoreExport(input.from, input.folder, job))
    }) as JobId
  }),
  'export.handOver': (engine, input) => {
    const archive = engine.archive()
    // What cannot be handed over is said at once, before a job begins.
    contentsOf(archive.db, input.what, archive.today())
    const jobId = archive.startJob('hand-over', async (job) => {
      job.folder(await handOver(archive, input.what, input.folder, job))
    })
    return { jobId: jobId as JobId }
  },
  'export.edxml': async (engine, input) => {
    const { name, xml, attachments } = await edxmlOf(engine.archive(), input.documentId)
    return { name, base64: Buffer.from(xml).toString('base64'), attachments }
  }
}
