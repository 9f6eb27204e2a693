import type { OutputOf } from '#contract/operations.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { countKinds, notCopiedLine, type ResultLine, resultLine } from './job-results.ts'
import type { NotCopied } from './use-add-files.ts'

export type IntakeJob = OutputOf<'job.get'>

/** The last job that reads or files files, running or done, and what it has to say; `seen` puts the notice away. */
export function useIntakeJob(notCopied: readonly NotCopied[]) {
  const list = useCall('job.list', {}, { keep: true }).data?.jobs
  const mine = list?.filter((job) => job.kind === 'intake' || job.kind === 'import' || job.kind === 'accept') ?? []
  const last = mine.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
  const job: IntakeJob | null = last.find((one) => one.state === 'running') ?? last[0] ?? null
  const running = job?.state === 'running'
  useCall('job.list', {}, { enabled: running, every: 1000 })
  const [seen, setSeen] = useKeptState<string | null>('filing.job-seen', null)
  const lines: readonly ResultLine[] = [...notCopied.map(notCopiedLine), ...(job?.results.map(resultLine) ?? [])]
  const counts = countKinds(lines)
  const odd = counts.refused + counts.unreadable + counts.duplicate
  return {
    job,
    running,
    lines,
    counts,
    odd,
    notice: !running && odd > 0 && job !== null && seen !== job.id,
    see: () => setSeen(job?.id ?? null)
  }
}
