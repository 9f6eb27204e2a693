import { join, resolve } from 'node:path'
import type { JobId } from '#contract/ids.ts'
import { OperationError } from '#contract/operation-error.ts'
import type { JobHandle } from '../archive-context.ts'
import { backup } from '../care/backup.ts'
import { readCare, saveCare } from '../care/care-file.ts'
import { rowsOf } from '../care/check-rows-apart.ts'
import { rebuild } from '../care/rebuild.ts'
import { restore } from '../care/restore.ts'
import { verify } from '../care/verify.ts'
import { seedEvents } from '../directory/seed-directory.ts'
import { systemFiles } from '../files/file-layer.ts'
import { fileSample } from '../sample/file-sample.ts'
import { sampleSources } from '../sample/sample-sources.ts'
import { freshFolder } from '../settings/settings.ts'
import { office } from '../store/office.ts'
import { secretOf } from '../vault/given-secret.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

type ArchiveOperation =
  | 'archive.state'
  | 'archive.create'
  | 'archive.open'
  | 'archive.unlock'
  | 'archive.close'
  | 'archive.sample'
  | 'archive.saveOffice'
  | 'archive.verify'
  | 'archive.rebuild'
  | 'archive.backup'
  | 'archive.restore'
  | 'archive.lastVerify'

export const archiveHandlers: EngineHandlers<ArchiveOperation> = {
  'archive.state': (engine) => engine.state(),
  'archive.create': async (engine, input, caller) => {
    const state = await engine.create(input.folder, input.office, caller, input.encryption)
    const archive = engine.archive()
    archive.commit(seedEvents(input.office, archive.newId), caller)
    return state
  },
  'archive.open': (engine, input) => engine.open(input.folder),
  'archive.unlock': (engine, input) => {
    const secret = secretOf(input)
    if (!secret) throw new OperationError('missing-field', { field: 'password' })
    return engine.open(input.folder, secret)
  },
  'archive.close': (engine) => engine.close(),
  'archive.sample': async (engine, input, caller) => {
    const sources = sampleSources(engine.options.resourcesFolder)
    const folder = freshFolder(resolve(input.folder ?? join(engine.options.settingsFolder, SAMPLE_FOLDER)))
    await engine.create(folder, sources.office, caller, null)
    const archive = engine.archive()
    const jobId = archive.startJob('sample', async (job) => {
      job.folder(folder)
      await fileSample(archive, sources, caller, job)
    })
    return { jobId: jobId as JobId, folder }
  },
  'archive.saveOffice': (engine, input, caller) => {
    const archive = engine.archive()
    const before = office(archive.db)
    archive.commit([{ kind: 'office-saved', data: { office: input.office, before } }], caller)
    engine.announce()
    return { office: input.office }
  },
  'archive.verify': (engine, input) => {
    const archive = engine.archive()
    return careJob(engine, 'verify', async (job) => {
      const report = await verify(archive, input.depth, job, rowsOf(archive))
      job.report(report)
      saveCare(archive, { lastVerify: { report, at: archive.clock.now().toISOString() } })
    })
  },
  'archive.rebuild': (engine) => {
    const archive = engine.archive()
    return careJob(engine, 'rebuild', (job) => rebuild(archive, job))
  },
  'archive.backup': (engine, input) => {
    const archive = engine.archive()
    return careJob(engine, 'backup', async (job) => {
      job.folder(await backup(archive, input.folder, engine.options.version, job))
      saveCare(archive, { lastBackupAt: archive.clock.now().toISOString() })
    })
  },
  'archive.restore': (engine, input) => ({
    // Not the open archive's job: there may be none, and closing it does not stop this.
    jobId: engine.jobs.start('restore', async (job) => {
      job.folder(await restore(input.backup, input.folder, job, systemFiles, secretOf(input)))
    }) as JobId
  }),
  'archive.lastVerify': (engine) => {
    const { lastVerify } = readCare(engine.archive().folder)
    return { report: lastVerify?.report ?? null, at: lastVerify?.at ?? null }
  }
}

const SAMPLE_FOLDER = 'kho-mau'

/** A job of the open archive's care; what it changed of the archive's state is pushed when it ends. */
function careJob(
  engine: EngineHost,
  kind: 'verify' | 'rebuild' | 'backup',
  work: (job: JobHandle) => Promise<void>
): { jobId: JobId } {
  const jobId = engine.archive().startJob(kind, async (job) => {
    try {
      await work(job)
    } finally {
      engine.announce()
    }
  })
  return { jobId: jobId as JobId }
}
