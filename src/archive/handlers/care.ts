import { resolve } from 'node:path'
import type { JobId } from '#contract/ids.ts'
import { OperationError } from '#contract/operation-error.ts'
import type { careOperations } from '#contract/operations/care.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { backUpMedia } from '../care/back-up-media.ts'
import { usableTarget } from '../care/backup.ts'
import { readCare, saveCare } from '../care/care-file.ts'
import { markMedium, planToChange, readPlan, savePlan } from '../care/care-plan.ts'
import { careState, listBackups } from '../care/care-state.ts'
import { rowsOf } from '../care/check-rows-apart.ts'
import { drill } from '../care/drill.ts'
import { findMedium } from '../care/media.ts'
import { repair } from '../care/repair.ts'
import { recheckFindings, scrub } from '../care/scrub.ts'
import { verify } from '../care/verify.ts'
import { dataKeyOf } from '../vault/vaults.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

export const careHandlers: EngineHandlers<keyof typeof careOperations> = {
  'care.state': (engine) => stateOf(engine),
  'care.saveSettings': (engine, input) => {
    const archive = writable(engine)
    savePlan(archive.folder, { ...planToChange(archive.folder), settings: input.settings })
    return stateOf(engine)
  },
  'care.addMedium': (engine, input) => {
    const archive = writable(engine)
    const folder = usableTarget(archive, input.folder)
    const plan = planToChange(archive.folder)
    const id = markMedium(folder, input.name, archive.clock.now().toISOString())
    const known = plan.media.find((one) => one.id === id)
    const medium = { lastBackupAt: null, failure: null, ...known, id, name: input.name, kind: input.kind, folder }
    savePlan(archive.folder, { ...plan, media: [...plan.media.filter((one) => one.id !== id), medium] })
    return stateOf(engine)
  },
  'care.dropMedium': (engine, input) => {
    const archive = writable(engine)
    const plan = planToChange(archive.folder)
    if (!plan.media.some((one) => one.id === input.id)) throw new OperationError('not-found', { medium: input.id })
    savePlan(archive.folder, { ...plan, media: plan.media.filter((one) => one.id !== input.id) })
    return stateOf(engine)
  },
  'care.backups': (engine, input) => ({ backups: [...listBackups(engine.archive(), input.folder)] }),
  'care.backUp': (engine, input) => {
    const archive = engine.archive()
    const { media } = readPlan(archive.folder)
    const asked = media.filter((one) =>
      input.mediumId === null ? findMedium(one).presence === 'present' : one.id === input.mediumId
    )
    if (asked.length === 0) throw new OperationError('not-found', { medium: input.mediumId ?? '' })
    return started(engine, archive, 'backup', (job) => backUpMedia(archive, asked, engine.options.version, job))
  },
  'care.repair': (engine, input) => {
    const archive = writable(engine)
    // Not the archive's own job: where lines of the ledger were put right, the archive is opened anew.
    const jobId = engine.jobs.start('repair', async (job) => {
      const { ledgerLines } = await repair(archive, resolve(input.backup), job)
      if (ledgerLines > 0) await openAnew(engine, archive.folder)
      await lookAgain(engine.archive(), job)
      engine.announce()
    })
    return { jobId: jobId as JobId }
  },
  'care.drill': (engine, input) => {
    const archive = engine.archive()
    return started(engine, archive, 'drill', async (job) => void (await drill(archive, resolve(input.backup), job)))
  },
  'care.scrub': (engine) => {
    const archive = writable(engine)
    return started(engine, archive, 'scrub', async (job) => {
      const count = await scrub(archive, job)
      archive.setNotice('scrub-found', count > 0 ? { count } : null)
    })
  }
}

function stateOf(engine: EngineHost) {
  const running = engine.jobs.list().some((job) => job.kind === 'backup' && job.state === 'running')
  return careState(engine.archive(), running)
}

/** With the key it is open by, where it is encrypted. */
async function openAnew(engine: EngineHost, folder: string): Promise<void> {
  const dataKey = dataKeyOf(folder)
  await (dataKey ? engine.open(folder, { dataKey }) : engine.open(folder))
}

/** Settings and marks lie beside the facts: an archive that is read-only for its ledger's sake may still have them. */
function writable(engine: EngineHost): OpenedArchive {
  const archive = engine.archive()
  if (!archive.folderWritable) throw new OperationError('archive-read-only')
  return archive
}

/** What was known of the damage is asked again, to the depth it was found at. */
async function lookAgain(archive: OpenedArchive, job: JobHandle): Promise<void> {
  const count = await recheckFindings(archive)
  archive.setNotice('scrub-found', count > 0 ? { count } : null)
  const { lastVerify } = readCare(archive.folder)
  if (lastVerify === null || lastVerify.report.ok) return
  const report = await verify(archive, lastVerify.report.depth, job, rowsOf(archive))
  saveCare(archive, { lastVerify: { report, at: archive.clock.now().toISOString() } })
}

function started(
  engine: EngineHost,
  archive: OpenedArchive,
  kind: 'backup' | 'drill' | 'scrub',
  work: (job: JobHandle) => Promise<void>
): { jobId: JobId } {
  const jobId = archive.startJob(kind, async (job) => {
    try {
      await work(job)
    } finally {
      engine.announce()
    }
  })
  return { jobId: jobId as JobId }
}
