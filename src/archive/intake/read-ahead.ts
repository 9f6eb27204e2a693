import { type FailureCode, OperationError } from '#contract/failures.ts'
import type { ArchiveContext, JobHandle } from '../archive-context.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { busyItems } from './busy-items.ts'
import type { IntakeRecord } from './intake-items.ts'
import { type ItemRead, readItem } from './read-item.ts'

/** Files read ahead while the one before is dealt with: the reader threads have work while a group is committed. */
const AHEAD = 12
/** Failures that are no single paper's. */
const GENERAL: ReadonlySet<FailureCode> = new Set([
  'disk-full',
  'io-error',
  'archive-read-only',
  'archive-damaged',
  'no-archive'
])

export function isGeneral(error: unknown): boolean {
  return error instanceof OperationError && GENERAL.has(error.code)
}

/** Reads a few files ahead and gives them in order; after a cancel the rest come as cancelled. */
export async function* readAhead(
  archive: ArchiveContext,
  records: readonly IntakeRecord[],
  job: JobHandle,
  keep: 'always' | 'unreadable'
): AsyncGenerator<readonly [IntakeRecord, ItemRead]> {
  const reading: Promise<ItemRead>[] = []
  const over = new AbortController()
  const signal = AbortSignal.any([job.signal, over.signal])
  try {
    for (const [index, record] of records.entries()) {
      while (reading.length < Math.min(records.length, index + AHEAD)) {
        const next = records[reading.length]
        if (!next) break
        const promise: Promise<ItemRead> = job.cancelled
          ? Promise.resolve({ kind: 'cancelled' })
          : readItem(archive, next, signal, keep)
        promise.catch(() => {}) // seen when its turn comes
        reading.push(promise)
      }
      job.step(record.name)
      try {
        const read = await reading[index]
        if (read) yield [record, read]
      } catch (error) {
        // The disk's failure is no file's: the work ends, and what is left of it is gone on with.
        throwIfDiskFailed(error)
        if (isGeneral(error)) throw error
        archive.log(error, 'intake.read')
        yield [record, { kind: 'refused', code: 'internal', detail: {} }]
      } finally {
        busyItems(archive).done(record.id)
      }
    }
  } finally {
    // Nothing is read any more when the work is said to have ended, whatever ended it.
    over.abort()
    await Promise.allSettled(reading)
    for (const record of records) busyItems(archive).done(record.id)
  }
}
