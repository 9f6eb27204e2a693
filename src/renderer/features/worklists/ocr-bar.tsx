import type { JobId } from '#contract/ids.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Progress } from '../../components/progress.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useJob } from '../../hooks/use-job.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { worklistWords } from '../../strings/worklists.ts'

const words = worklistWords.ocr

/** Starts reading letters off the pictures of all papers without text, shows how far it is, and stops it. */
export function OcrBar() {
  const toasts = useToasts()
  const state = useCall('ocr.state', {}, { keep: true }).data
  const [jobId, setJobId] = useKeptState<JobId | null>('worklist.ocr', null)
  const listed = useCall('job.list', {}, { keep: true }).data?.jobs.find(
    (job) => job.kind === 'ocr' && job.state === 'running'
  )
  const job = useJob(listed?.id ?? jobId)
  const start = useCommand('ocr.start')
  const cancel = useCommand('job.cancel')
  if (!state) return null
  if (!state.available) return <p className="work-help">{words.missing}</p>
  if (job?.state === 'running') {
    return (
      <div className="work-ocr row" role="status">
        <span className="num">{words.running(showCount(job.done), showCount(job.total))}</span>
        <Progress label={words.start} done={job.done} total={job.total} />
        <span className="hint clip grow">{job.current ?? ''}</span>
        <Button
          small
          disabled={cancel.isPending}
          onPress={() => cancel.mutate({ jobId: job.id }, { onError: (error) => toasts.failed(error) })}
        >
          {words.stop}
        </Button>
      </div>
    )
  }
  const read = job?.results.filter((line) => line.code === 'ocr-read').length ?? 0
  return (
    <div className="work-ocr row">
      <Button
        disabled={start.isPending || state.waiting === 0}
        onPress={() =>
          start.mutate(
            { documentIds: null },
            { onSuccess: (answer) => setJobId(answer.jobId), onError: (error) => toasts.failed(error) }
          )
        }
      >
        {words.start}
      </Button>
      <span className="hint" role="status">
        {job?.state === 'done'
          ? words.done(showCount(read), job.results.length - read)
          : job?.state === 'cancelled'
            ? words.stopped
            : words.about}
      </span>
    </div>
  )
}
