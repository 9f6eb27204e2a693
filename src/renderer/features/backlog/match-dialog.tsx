import { useEffect, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { BatchId, JobId } from '#contract/ids.ts'
import type { OutputOf } from '#contract/operations.ts'
import { usePrint } from '../../app/print.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useJob } from '../../hooks/use-job.ts'
import { backlogWords as words } from '../../strings/backlog.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { useClient } from '../../transport/context.tsx'
import { jobError } from '../store/care-job.tsx'
import { matchReason } from './book-steps.ts'
import './backlog.css'

type Matches = OutputOf<'match.list'>
type Match = Matches['matches'][number]
/** A line got a file, or was withdrawn, since the list was made. */
const CHANGED = { ok: false, code: 'conflict', detail: {} } as const
const MOST_MATCHES = 1000
const REPORT = { name: 'match-report' } as const

/** Waiting files beside the lines of the register they seem to belong to, with the reason in words. */
export function MatchDialog(props: Readonly<{ onClose(): void }>) {
  const client = useClient()
  const toasts = useToasts()
  const print = usePrint()
  const list = useCall('match.list', { limit: MOST_MATCHES }, { keep: true })
  const [open, setOpen] = useState<'matches' | 'lines' | 'files'>('matches')
  const [started, setStarted] = useState<Readonly<{ jobId: JobId; batchId: BatchId }> | null>(null)
  const job = useJob(started?.jobId ?? null)
  const running = started !== null && (job === null || job.state === 'running')
  const ended = started !== null && job !== null && job.state !== 'running'

  // Said once, when it is over: then the button is for the next ones.
  useEffect(() => {
    if (!ended || !job || !started) return
    const attached = job.counts.attached ?? 0
    const undo = { seq: 0, what: 'batch', batchId: started.batchId }
    if (attached > 0) toasts.done(words.attached(showCount(attached)), undo)
    if (job.state === 'failed') toasts.failed(jobError(job), words.notAttached)
    else if (attached < job.results.length) toasts.failed(new CallError(CHANGED), words.notAttached)
    setStarted(null)
  }, [ended, job, started, toasts])

  const attach = async (matches: readonly Match[]) => {
    const pairs = matches.map((one) => ({ intakeId: one.intakeId, documentId: one.document.id }))
    try {
      setStarted(await client.call('match.attach', { pairs }))
    } catch (error) {
      toasts.failed(error, words.notAttached)
    }
  }
  const full = list.data?.matches.filter((one) => one.full) ?? []
  return (
    <Dialog
      size="wide"
      title={words.matchTitle}
      onClose={props.onClose}
      footer={
        <>
          <SaveMenu report={REPORT} />
          <Button icon="print" disabled={print.busy} onPress={() => void print.report(REPORT)}>
            {words.printMatch}
          </Button>
          <Button onPress={props.onClose}>{commonWords.close}</Button>
          <Button kind="primary" disabled={running || full.length === 0} onPress={() => void attach(full)}>
            {words.matchFull(showCount(full.length))}
          </Button>
        </>
      }
    >
      <p className="muted">{words.matchAbout}</p>
      {list.isError ? (
        <FailureNote error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Loading rows={6} />
      ) : (
        <Tabs<'matches' | 'lines' | 'files'>
          label={words.matchTitle}
          open={open}
          onOpen={setOpen}
          tabs={[
            { id: 'matches', title: words.tabs.matches(showCount(list.data.total)) },
            { id: 'lines', title: words.tabs.lines(showCount(list.data.linesWithoutFile)) },
            { id: 'files', title: words.tabs.files(showCount(list.data.filesWithoutLine)) }
          ]}
        >
          {open === 'matches' && (
            <MatchRows matches={list.data.matches} busy={running} onAttach={(one) => void attach([one])} />
          )}
          {open === 'lines' && <LineRows lines={list.data.lines} total={list.data.linesWithoutFile} />}
          {open === 'files' && <FileRows files={list.data.files} total={list.data.filesWithoutLine} />}
        </Tabs>
      )}
    </Dialog>
  )
}

function MatchRows(props: Readonly<{ matches: readonly Match[]; busy: boolean; onAttach(match: Match): void }>) {
  if (props.matches.length === 0) return <p className="muted book-none">{words.noMatch}</p>
  return (
    <table className="tbl match-rows">
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col">{words.line}</th>
          <th scope="col">{words.why}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {props.matches.map((match) => (
          <tr key={match.intakeId}>
            <td title={match.fileName}>{match.fileName}</td>
            <td title={match.document.subject ?? ''}>
              <span className="ref">{match.document.reference}</span>{' '}
              <span className="num muted">{showDay(match.document.issuedOn)}</span>
            </td>
            <td className="match-why">
              <Badge tone={match.full ? 'ok' : 'warn'}>{match.full ? words.full : words.maybe}</Badge>{' '}
              {matchReason(match)}
            </td>
            <td>
              <Button small disabled={props.busy} onPress={() => props.onAttach(match)}>
                {words.matchOne}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LineRows(props: Readonly<{ lines: Matches['lines']; total: number }>) {
  return (
    <>
      <table className="tbl match-rows">
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.id}>
              <td className="ref">{line.reference ?? commonWords.noReference}</td>
              <td>
                <span className="num">{showDay(line.issuedOn)}</span> {line.issuer}
              </td>
              <td title={line.subject ?? ''}>{line.subject}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.total > props.lines.length && <p className="hint">{words.listed(showCount(props.lines.length))}</p>}
    </>
  )
}

function FileRows(props: Readonly<{ files: Matches['files']; total: number }>) {
  return (
    <>
      <table className="tbl">
        <tbody>
          {props.files.map((file) => (
            <tr key={file.intakeId}>
              <td title={file.name}>{file.name}</td>
              <td className="ref">{file.reference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.total > props.files.length && <p className="hint">{words.listed(showCount(props.files.length))}</p>}
    </>
  )
}
