import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Progress } from '../../components/progress.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import { secretWords } from '../../strings/secret-book.ts'
import { recordSecret } from '../secret/record-secret.ts'
import type { countKinds } from './job-results.ts'
import type { NotCopied } from './use-add-files.ts'
import { type IntakeJob, useResultLines } from './use-intake-job.ts'

type Counts = ReturnType<typeof countKinds>
type JobPanelProps = Readonly<{
  job: IntakeJob | null
  counts: Counts
  notCopied: readonly NotCopied[]
  onClose(): void
}>
/** So near its end the list is gone on with. */
const NEAR_END = 400

/** F9: how far the files are, and what became of each (mock-up 08, "Việc dài"). */
export function JobPanel(props: JobPanelProps) {
  const { job } = props
  const [, navigate] = useLocation()
  const cancel = useCommand('job.cancel')
  const print = usePrint()
  const secretBook = useCall('secret.state', {}, { keep: true }).data?.on ?? false
  const { lines, more } = useResultLines(job, props.notCopied)
  const report: AskedReport | null = job && job.endedAt !== null ? { name: 'import-summary', jobId: job.id } : null
  const running = job?.state === 'running'
  const title = !running
    ? words.jobTitle.done
    : job.kind === 'import'
      ? words.jobTitle.importing
      : words.jobTitle.reading
  return (
    <Dialog
      size="wide"
      title={title}
      onClose={props.onClose}
      onScroll={(left) => {
        if (left < NEAR_END) more()
      }}
      footer={
        <>
          {running && (
            <Button disabled={cancel.isPending} onPress={() => cancel.mutate({ jobId: job.id })}>
              {words.stopJob}
            </Button>
          )}
          {report && (
            <>
              <SaveMenu report={report} />
              <Button icon="print" disabled={print.busy} onPress={() => void print.report(report)}>
                {words.printResults}
              </Button>
            </>
          )}
          <Button kind={running ? 'plain' : 'primary'} onPress={props.onClose}>
            {running ? words.shrink : commonWords.close}
          </Button>
        </>
      }
    >
      {job && (
        <>
          <Progress label={title} done={job.done} total={job.total} wide />
          <JobCounts job={job} counts={props.counts} />
          {running && job.current && <p className="hint clip">{job.current}</p>}
        </>
      )}
      <table className="tbl job-results">
        <colgroup>
          <col />
          <col className="job-badge" />
          <col className="job-text" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.jobFile}</th>
            <th scope="col" colSpan={2}>
              {words.jobResult}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td title={line.name}>{line.name}</td>
              <td>
                <Badge tone={line.tone}>{line.badge}</Badge>
              </td>
              <td className="job-said">
                {line.documentId ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => navigate(paths.document(line.documentId ?? ''))}
                  >
                    {line.text}
                  </button>
                ) : (
                  line.text
                )}
                {line.secret && secretBook && (
                  <Button small onPress={() => recordSecret(navigate)}>
                    {secretWords.refused}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

function JobCounts(props: Readonly<{ job: IntakeJob; counts: Counts }>) {
  const { counts } = props
  const said = [
    counts.waiting && words.jobRead(showCount(counts.waiting)),
    counts.filed && words.jobFiled(showCount(counts.filed)),
    counts.unreadable && words.jobLook(showCount(counts.unreadable)),
    counts.duplicate && words.jobSame(showCount(counts.duplicate)),
    counts.refused && words.jobRefused(showCount(counts.refused))
  ].filter((text) => typeof text === 'string')
  return (
    <p className="row job-counts">
      <b className="strong num">{words.jobCounts(showCount(props.job.done), showCount(props.job.total))}</b>
      {said.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  )
}
