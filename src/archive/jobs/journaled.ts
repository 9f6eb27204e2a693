import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import type { Journal } from './job-journal.ts'
import { CLOSING } from './jobs.ts'

/** Runs a job's work so that its lines are kept besides, and its end with them. */
export async function journaled(
  job: JobHandle,
  journal: Journal,
  now: () => Date,
  work: (job: JobHandle) => Promise<void>
): Promise<void> {
  let total = 0
  let state: 'done' | 'cancelled' | 'failed' = 'done'
  const kept: JobHandle = {
    id: job.id,
    get cancelled() {
      return job.cancelled
    },
    signal: job.signal,
    total(n) {
      total = n
      job.total(n)
    },
    step: (name) => job.step(name),
    result(line) {
      journal.add(line)
      job.result(line)
    },
    went(lines) {
      for (const line of lines) journal.add(line)
      job.went(lines)
    },
    keep: () => journal.keep(),
    report: (report) => job.report(report),
    folder: (path) => job.folder(path)
  }
  try {
    await work(kept)
    if (job.cancelled) state = 'cancelled'
  } catch (error) {
    state = error instanceof OperationError && error.code === 'cancelled' ? 'cancelled' : 'failed'
    throw error
  } finally {
    if (job.signal.reason === CLOSING) await journal.leave()
    else await journal.end({ state, endedAt: now().toISOString(), total })
  }
}
