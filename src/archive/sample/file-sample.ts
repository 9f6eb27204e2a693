import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import type { ArchiveContext, JobHandle } from '../archive-context.ts'
import { commitFilings, prepareFiling } from '../intake/file-documents.ts'
import { takeOver } from '../intake/intake-items.ts'
import { prefillForm } from '../intake/prefill-form.ts'
import { readItem } from '../intake/read-item.ts'
import { stageFile } from '../intake/staging.ts'
import type { NewEvent } from '../ledger/events.ts'
import { office } from '../store/office.ts'
import type { SamplePaper, SampleSources } from './sample-sources.ts'

/**
 * Files every paper of the sample as a clerk would: staged, read, the form as the reader filled it in, with the day
 * and number of arrival from the stamp and what only a person can see, then filed, one after another.
 */
export async function fileSample(
  archive: ArchiveContext,
  sources: SampleSources,
  caller: Caller,
  job: JobHandle
): Promise<void> {
  const directory: NewEvent[] = [
    ...sources.bodies.map((body): NewEvent => ({ kind: 'body-saved', data: { body, before: null } })),
    ...sources.groups.map((group): NewEvent => ({ kind: 'group-saved', data: { group, before: null } }))
  ]
  archive.commit(directory, caller)
  job.total(sources.papers.length)
  for (const paper of sources.papers) {
    if (job.cancelled) throw new OperationError('cancelled')
    job.step(paper.file)
    await filePaper(archive, sources.folder, paper, caller, job)
  }
}

async function filePaper(
  archive: ArchiveContext,
  folder: string,
  paper: SamplePaper,
  caller: Caller,
  job: JobHandle
): Promise<void> {
  const stagedId = archive.newId('s')
  const intakeId = archive.newId('i')
  await stageFile(archive.folder, stagedId, paper.file, join(folder, 'files', paper.file))
  const [record] = await takeOver(archive.folder, [{ stagedId, intakeId }], archive.clock.now().toISOString())
  if (!record) return
  const read = await readItem(archive, record, job.signal)
  if (read.kind === 'cancelled') throw new OperationError('cancelled')
  if (read.kind === 'refused') {
    job.result({ name: paper.file, code: read.code, id: null, detail: read.detail })
    return
  }
  const form = formOf(paper, prefillForm(read.draft, office(archive.db), archive.today(), read.record.pages))
  const prepared = await prepareFiling(archive, { form, files: [{ intakeId, role: 'main' }], reviewed: true })
  const [filed] = commitFilings(archive, [prepared], caller)
  job.result({ name: paper.file, code: 'filed', id: filed?.documentId ?? null, detail: {} })
}

function formOf(paper: SamplePaper, read: DocumentForm): DocumentForm {
  const arrival =
    paper.arrived === null
      ? {}
      : { direction: 'incoming' as const, arrivedOn: paper.arrived, arrivalNumber: paper.arrivalNumber ?? null }
  return { ...read, ...paper.typed, ...arrival }
}
