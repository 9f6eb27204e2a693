import type { EngineEvent } from '#contract/events.ts'
import type { Job } from '#contract/operations/archive.ts'

/** Waits until a job of that kind has ended; the newest that has. */
export async function jobEnded(events: readonly EngineEvent[], kind: Job['kind']): Promise<Job> {
  for (;;) {
    const ended = events.findLast(
      (event) => event.type === 'job' && event.job.kind === kind && event.job.state !== 'running'
    )
    if (ended?.type === 'job') return ended.job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
