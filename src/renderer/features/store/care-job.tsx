import { CallError } from '#contract/client.ts'
import type { JobId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Note } from '../../components/note.tsx'
import { Progress } from '../../components/progress.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useJob } from '../../hooks/use-job.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { isFailureCode } from '../../strings/failures.ts'
import { storeWords as words } from '../../strings/store.ts'

export type CareKind =
  | 'verify'
  | 'rebuild'
  | 'backup'
  | 'restore'
  | 'export'
  | 'hand-over'
  | 'from-export'
  | 'repair'
  | 'drill'
  | 'scrub'
  | 'update'
  | 'encrypt'

/** The job of this kind that was started here or runs anyway, so that leaving the screen loses nothing. */
export function useCareJob(kind: CareKind) {
  const [jobId, setJobId] = useKeptState<JobId | null>(`store.job.${kind}`, null)
  const listed = useCall('job.list', {}, { keep: true }).data?.jobs.find(
    (job) => job.kind === kind && job.state === 'running'
  )
  const own = useJob(jobId ?? listed?.id ?? null)
  const started = (id: JobId) => setJobId(id)
  const job = own && own.kind === kind ? own : null
  return { job, running: job?.state === 'running', started } as const
}

/** How far a job is, a way to stop it, and what became of it. `done`: what to say when it ended well. */
export function CareJob(props: Readonly<{ job: Job; kind: Job['kind']; done?: string | null }>) {
  const { job } = props
  const cancel = useCommand('job.cancel')
  const toasts = useToasts()
  const name = words.job.names[props.kind]
  switch (job.state) {
    case 'running':
      return (
        <div className="care-job" role="status">
          <div className="row">
            <span className="strong">{words.runningJob(name)}</span>
            {job.total > 0 && <span className="num">{words.job.of(showCount(job.done), showCount(job.total))}</span>}
            <span className="hint clip grow">{job.current ?? ''}</span>
            <Button
              small
              disabled={cancel.isPending}
              onPress={() => cancel.mutate({ jobId: job.id }, { onError: (error) => toasts.failed(error) })}
            >
              {words.job.cancel}
            </Button>
          </div>
          <Progress wide label={name} done={job.done} total={job.total} />
        </div>
      )
    case 'failed':
      return <FailureNote error={jobError(job)} />
    case 'cancelled':
      return <Note>{words.job.cancelled}</Note>
    case 'done':
      return props.done ? <Note tone="ok">{props.done}</Note> : null
  }
}

/** A failed job's failure, so that it is said like any other. */
export function jobError(job: Pick<Job, 'failure'>): CallError {
  const code = job.failure?.code ?? ''
  return new CallError({ ok: false, code: isFailureCode(code) ? code : 'internal', detail: job.failure?.detail ?? {} })
}
