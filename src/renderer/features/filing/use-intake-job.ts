import { useState } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { countKinds, notCopiedLine, type ResultLine, resultLine } from './job-results.ts'
import type { NotCopied } from './use-add-files.ts'

export type IntakeJob = OutputOf<'job.list'>['jobs'][number]
const MINE: ReadonlySet<IntakeJob['kind']> = new Set<IntakeJob['kind']>(['intake', 'import', 'accept'])

/** Result lines asked for at a time. */
const LINES = 200

/** The last job that reads or files files, running or done, and what it has to say; `seen` puts the notice away. */
export function useIntakeJob(notCopied: readonly NotCopied[]) {
  const list = useCall('job.list', {}, { keep: true }).data?.jobs
  const last = (list?.filter((job) => MINE.has(job.kind)) ?? []).toSorted((a, b) =>
    a.startedAt < b.startedAt ? 1 : -1
  )
  const job: IntakeJob | null = last.find((one) => one.state === 'running') ?? last[0] ?? null
  const running = job?.state === 'running'
  useCall('job.list', {}, { enabled: running, every: 1000 })
  const [seen, setSeen] = useKeptState<string | null>('filing.job-seen', null)
  const [began] = useKeptState('filing.began', new Date().toISOString())
  const counts = countKinds(job, notCopied)
  const odd = counts.refused + counts.unreadable + counts.duplicate
  // What ended before the window was opened is looked up with F9, not announced.
  const fresh = notCopied.length > 0 || (job?.endedAt ?? '') > began
  return {
    job,
    running,
    counts,
    odd,
    any: job !== null || notCopied.length > 0,
    notice: !running && odd > 0 && fresh && seen !== (job?.id ?? 'copy'),
    see: () => setSeen(job?.id ?? 'copy')
  }
}

/** Result lines of a job, what wants a look first, as many as were scrolled to. */
export function useResultLines(job: IntakeJob | null, notCopied: readonly NotCopied[]) {
  const [asked, setAsked] = useState(LINES)
  const running = job?.state === 'running'
  const found = useCall(
    'job.results',
    { jobId: job?.id ?? ('' as IntakeJob['id']), limit: asked },
    { enabled: job !== null, keep: true, ...(running ? { every: 1000 } : {}) }
  ).data
  const lines: readonly ResultLine[] = [...notCopied.map(notCopiedLine), ...(found?.results.map(resultLine) ?? [])]
  const more = () => setAsked((old) => (found && found.results.length >= old ? old + LINES : old))
  return { lines, more }
}
