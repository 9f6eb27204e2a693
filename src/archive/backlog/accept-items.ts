import { setImmediate as pause } from 'node:timers/promises'
import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { refusedBySeal } from '../books/sealed.ts'
import { commitFilings, type PreparedFiling, prepareFiling } from '../intake/file-documents.ts'
import { intakeDetails } from '../intake/intake-details.ts'
import { type IntakeRecord, listRecords } from '../intake/intake-items.ts'
import { documentsInTheWay } from '../intake/warnings.ts'

const FILES_A_COMMIT = 32

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
    let group: { record: IntakeRecord; prepared: Promise<PreparedFiling> }[] = []
    job.total(ids.length)
    const flush = async (): Promise<void> => {
      if (group.length === 0) return
      const now = group
      group = []
      const ready = await Promise.all(now.map((one) => one.prepared))
      await archive.settleNames()
      const data = { batchId, kind: 'accept', name, source: batchId, rows: ids.length } as const
      const filed = commitFilings(archive, ready, caller, {
        batchId,
        began: began ? null : { kind: 'batch-began', data }
      })
      began = true
      now.forEach(({ record }, index) => {
        job.result({ name: record.name, code: 'filed', id: filed[index]?.documentId ?? null, detail: {} })
      })
      await job.keep()
    }
    for (const id of ids) {
      if (job.cancelled) break
      const record = known.get(id)
      if (record?.state !== 'read') continue
      job.step(record.name)
      if (record.problem !== null) {
        // Its text was not read, so no stamp Mật was looked for: a person has to.
        job.result({ name: record.name, code: record.problem, id, detail: {} })
        continue
      }
      const [same] = documentsInTheWay(archive.db, record)
      if (same || hashes.has(record.sha256)) {
        const detail = same ? { documentId: same.id, reference: same.reference ?? '' } : {}
        job.result({ name: record.name, code: 'duplicate', id: same?.id ?? null, detail })
        continue
      }
      hashes.add(record.sha256)
      const { form, text } = intakeDetails(archive, id)
      const refused = refusedBySeal(archive.db, form)
      if (refused) {
        job.result({ name: record.name, code: refused.code, id: null, detail: {} })
        continue
      }
      const files = [{ intakeId: id, role: 'main' }] as const
      const prepared = prepareFiling(archive, { form, files, reviewed: false }, { record, text })
      prepared.catch(() => {}) // seen when its group is committed
      group.push({ record, prepared })
      if (group.length >= FILES_A_COMMIT) await flush()
      else await pause()
    }
    await flush()
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    if (job.cancelled) throw new OperationError('cancelled')
  })
  return { jobId, batchId }
}
