import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { DocumentFile } from '#contract/schemas.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { storeFile } from '../intake/file-documents.ts'
import { type IntakeRecord, readRecord, removeItem } from '../intake/intake-items.ts'
import { documentsInTheWay } from '../intake/warnings.ts'
import type { NewEvent } from '../ledger/events.ts'
import { documentLine } from '../store/document-lines.ts'
import { isBare } from './matches.ts'

const FILES_A_COMMIT = 25

export type Pair = Readonly<{ intakeId: string; documentId: string }>
type Tied = Readonly<{ record: IntakeRecord; documentId: string; file: DocumentFile }>

/** Ties waiting files to lines of the register, one batch; a line that got a file meanwhile is left as it is. */
export function startAttach(
  archive: ArchiveContext,
  pairs: readonly Pair[],
  caller: Caller
): Readonly<{ jobId: string; batchId: string }> {
  const batchId = archive.newId('x')
  const jobId = archive.startJob('match', async (job) => {
    job.total(pairs.length)
    const taken = new Set<string>()
    let began = false
    let group: Tied[] = []
    const flush = (): void => {
      if (group.length === 0) return
      const events = group.map(
        ({ documentId, file }): NewEvent => ({
          kind: 'file-attached',
          data: { documentId, file, batch: { id: batchId, key: null } }
        })
      )
      const first: NewEvent = {
        kind: 'batch-began',
        data: { batchId, kind: 'match', name: '', source: batchId, rows: pairs.length }
      }
      archive.commit(began ? events : [first, ...events], caller)
      began = true
      for (const { record, documentId } of group) {
        removeItem(archive.folder, record.id)
        const reference = documentLine(archive.db, documentId)?.reference ?? ''
        job.result({ name: record.name, code: 'attached', id: documentId, detail: { documentId, reference } })
      }
      group = []
    }
    for (const { intakeId, documentId } of pairs) {
      if (job.cancelled) break
      const record = readRecord(archive.folder, intakeId)
      job.step(record.name)
      const [same] = documentsInTheWay(archive.db, record)
      if (same || taken.has(documentId) || !isBare(archive.db, documentId)) {
        const code = same ? 'duplicate' : 'conflict'
        job.result({ name: record.name, code, id: same?.id ?? documentId, detail: {} })
        continue
      }
      taken.add(documentId)
      group.push({ record, documentId, file: await storeFile(archive, record, 'main') })
      if (group.length >= FILES_A_COMMIT) flush()
    }
    flush()
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    if (job.cancelled) throw new OperationError('cancelled')
  })
  return { jobId, batchId }
}
