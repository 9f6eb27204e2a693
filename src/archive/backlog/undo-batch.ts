import { setImmediate as pause } from 'node:timers/promises'
import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { filesOfFiling, type PutBack, putBack, takeOutAgain } from '../intake/put-back.ts'
import type { NewEvent } from '../ledger/events.ts'
import { touches } from '../ledger/touches.ts'
import { type BatchRow, batchOf, batchRows, type StoredBatch } from '../store/batches.ts'
import { documentLine } from '../store/document-lines.ts'
import { documentFiles } from '../store/documents.ts'

const FACTS_A_COMMIT = 100
const MOST_NAMED = 10

/**
 * Takes back a batch. Documents of which something was said afterwards stand in the way: they are named, and nothing is
 * done unless they are to be left. Stopped in the middle, the same again goes on.
 */
export function startUndo(
  archive: OpenedArchive,
  input: Readonly<{ batchId: string; reason: string; keepTouched: boolean }>,
  caller: Caller
): string {
  const batch = batchOf(archive.db, input.batchId)
  if (!batch) throw new OperationError('not-found', { batch: input.batchId })
  if (batch.undoneAt !== null) throw new OperationError('conflict', { batch: batch.name, problem: 'undone' })
  const rows = batchRows(archive.db, batch.id)
  const touched = touchedSince(archive, batch, rows)
  if (touched.size > 0 && !input.keepTouched) {
    const names = [...touched].slice(0, MOST_NAMED).map((id) => documentLine(archive.db, id)?.reference ?? '')
    throw new OperationError('conflict', {
      batch: batch.name,
      problem: 'touched',
      count: touched.size,
      names: names.filter(Boolean).join(', ')
    })
  }
  return archive.startJob('undo', async (job) => {
    job.total(rows.length)
    for (let at = 0; at < rows.length; at += FACTS_A_COMMIT) {
      if (job.cancelled) throw new OperationError('cancelled')
      const group = rows.slice(at, at + FACTS_A_COMMIT)
      const taken = group.filter((row) => !touched.has(row.documentId) && stands(archive, row))
      const items = await putBack(
        archive,
        taken.flatMap((row) => backFrom(archive, batch, row))
      )
      try {
        archive.commit(
          taken.map((row) => inverse(row, batch.id, input.reason)),
          caller
        )
      } catch (error) {
        takeOutAgain(archive, items)
        throw error
      }
      for (const row of group) {
        const line = documentLine(archive.db, row.documentId)
        const name = line?.reference ?? line?.subject ?? ''
        job.step(name)
        if (touched.has(row.documentId)) job.result({ name, code: 'kept', id: row.documentId, detail: {} })
        else if (batch.kind !== 'register') job.result({ name, code: 'returned', id: row.documentId, detail: {} })
      }
      await job.keep()
      await pause()
    }
    const { id: batchId } = batch
    archive.commit([{ kind: 'batch-undone', data: { batchId, reason: input.reason, kept: touched.size } }], caller)
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
  })
}

/** A line of a register has no file; what was filed from the queue or tied to a line goes back there. */
function backFrom(archive: OpenedArchive, batch: StoredBatch, row: BatchRow): readonly PutBack[] {
  if (batch.kind === 'register') return []
  if (row.sha256 === '') return filesOfFiling(archive, row.documentId)
  const file = documentFiles(archive.db, row.documentId).find((one) => one.sha256 === row.sha256)
  return file ? [{ documentId: row.documentId, file, form: null }] : []
}

function inverse(row: BatchRow, batchId: string, reason: string): NewEvent {
  const { documentId, sha256 } = row
  const batch = { id: batchId, key: null }
  return sha256 === ''
    ? { kind: 'document-withdrawn', data: { documentId, reason, batch } }
    : { kind: 'file-detached', data: { documentId, sha256, reason, batch } }
}

/** Whether there is still something to take back: not withdrawn, not taken off already. */
function stands(archive: ArchiveContext, row: BatchRow): boolean {
  const line = documentLine(archive.db, row.documentId)
  if (!line || line.withdrawn) return false
  return row.sha256 === '' || documentFiles(archive.db, row.documentId).some((file) => file.sha256 === row.sha256)
}

/**
 * Documents of which a later fact speaks, other than this batch's own. One withdrawn by hand stands in nobody's way. For
 * a file tied to a line only what was said of that file, or of the document as a whole, counts.
 */
function touchedSince(archive: OpenedArchive, batch: StoredBatch, rows: readonly BatchRow[]): ReadonlySet<string> {
  const wholes = new Map<string, BatchRow>()
  for (const row of rows) wholes.set(row.documentId, row)
  const touched = new Set<string>()
  const deliveries = new Map<string, string>()
  for (const event of archive.ledger.read(batch.seq)) {
    if ('batch' in event.data && event.data.batch?.id === batch.id) continue
    if (event.kind === 'deliveries-sent') {
      for (const one of event.data.deliveries) deliveries.set(one.deliveryId, event.data.documentId)
    }
    for (const key of touches(event)) {
      const [thing = '', part] = key.split('/', 2)
      const id = thing.startsWith('document:') ? thing.slice(9) : (deliveries.get(thing.slice(9)) ?? '')
      const row = wholes.get(id)
      if (!row) continue
      if (row.sha256 !== '' && part !== undefined && part !== `file:${row.sha256}`) continue
      touched.add(id)
    }
  }
  return new Set([...touched].filter((id) => documentLine(archive.db, id)?.withdrawn === false))
}
