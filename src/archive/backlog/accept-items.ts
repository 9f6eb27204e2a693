import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { commitFilings, type PreparedFiling, prepareFiling } from '../intake/file-documents.ts'
import { intakeDetails } from '../intake/intake-details.ts'
import { type IntakeRecord, listRecords } from '../intake/intake-items.ts'
import { documentsWithFile } from '../intake/warnings.ts'

const FILES_A_COMMIT = 25

/** Files waiting papers as they were read, marked as not looked at: one batch, taken back in one go. */
export function startAccept(
  archive: ArchiveContext,
  ids: readonly string[],
  name: string,
  caller: Caller
): Readonly<{ jobId: string; batchId: string }> {
  const batchId = archive.newId('x')
  const jobId = archive.startJob('accept', async (job) => {
    const known = new Map(listRecords(archive.folder).map((record) => [record.id, record]))
    const hashes = new Set<string>()
    let began = false
    let group: { record: IntakeRecord; prepared: PreparedFiling }[] = []
    job.total(ids.length)
    const flush = (): void => {
      if (group.length === 0) return
      const data = { batchId, kind: 'accept', name, source: batchId, rows: ids.length } as const
      const filed = commitFilings(
        archive,
        group.map((one) => one.prepared),
        caller,
        { batchId, began: began ? null : { kind: 'batch-began', data } }
      )
      began = true
      group.forEach(({ record }, index) => {
        job.result({ name: record.name, code: 'filed', id: filed[index]?.documentId ?? null, detail: {} })
      })
      group = []
    }
    for (const id of ids) {
      if (job.cancelled) break
      const record = known.get(id)
      if (record?.state !== 'read') continue
      job.step(record.name)
      const [same] = documentsWithFile(archive.db, record.sha256)
      if (same || hashes.has(record.sha256)) {
        const detail = same ? { documentId: same.id, reference: same.reference ?? '' } : {}
        job.result({ name: record.name, code: 'duplicate', id: same?.id ?? null, detail })
        continue
      }
      hashes.add(record.sha256)
      const { form } = intakeDetails(archive, id)
      const prepared = await prepareFiling(archive, { form, files: [{ intakeId: id, role: 'main' }], reviewed: false })
      group.push({ record, prepared })
      if (group.length >= FILES_A_COMMIT) flush()
    }
    flush()
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    if (job.cancelled) throw new OperationError('cancelled')
  })
  return { jobId, batchId }
}
