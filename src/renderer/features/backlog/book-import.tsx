import type { OutputOf } from '#contract/operations.ts'
import { usePrint } from '../../app/print.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Note } from '../../components/note.tsx'
import { Progress } from '../../components/progress.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useJob } from '../../hooks/use-job.ts'
import { backlogWords as words } from '../../strings/backlog.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { filingWords } from '../../strings/filing.ts'
import { jobError } from '../store/care-job.tsx'
import { countRows, issuesOf } from './book-steps.ts'
import { IssueTable } from './issue-table.tsx'
import { useUndoBatch } from './use-undo-batch.tsx'

/** Faults shown; the dry run shows as many. */
const MOST_ISSUES = 500

type BookImportProps = Readonly<{
  started: OutputOf<'backlog.import'>
  name: string
  onClose(): void
  onAnother(): void
}>

/** The import as it runs, then what came of it and the way back. */
export function BookImport(props: BookImportProps) {
  const job = useJob(props.started.jobId)
  const cancel = useCommand('job.cancel')
  const print = usePrint()
  const { undo, dialog, job: undoing } = useUndoBatch()
  const running = job === null || job.state === 'running'
  const counts = countRows(job ?? { results: [] })
  const issues = issuesOf(job ?? { results: [] }).slice(0, MOST_ISSUES)
  const undone = undoing?.state === 'done'
  const progress = words.importing(showCount(job?.done ?? 0), showCount(job?.total ?? 0))
  return (
    <Dialog
      size="wide"
      title={words.book(props.name)}
      onClose={props.onClose}
      footer={
        <>
          {running && (
            <Button
              disabled={cancel.isPending || job === null}
              onPress={() => cancel.mutate({ jobId: props.started.jobId })}
            >
              {words.stop}
            </Button>
          )}
          {!running && counts.filed > 0 && (
            <Button
              icon="undo"
              disabled={undoing !== null}
              onPress={() => void undo(props.started.batchId, words.undoReason(props.name))}
            >
              {words.undo}
            </Button>
          )}
          {!running && (
            <Button
              icon="print"
              disabled={print.busy}
              onPress={() => void print.report({ name: 'import-summary', jobId: props.started.jobId })}
            >
              {filingWords.printResults}
            </Button>
          )}
          {!running && <Button onPress={props.onAnother}>{words.another}</Button>}
          <Button kind={running ? 'plain' : 'primary'} onPress={props.onClose}>
            {commonWords.close}
          </Button>
        </>
      }
    >
      {running && (
        <>
          <p role="status">{progress}</p>
          <Progress wide label={progress} done={job?.done ?? 0} total={job?.total ?? 0} />
        </>
      )}
      {job?.state === 'failed' && <FailureNote error={jobError(job)} />}
      {job?.state === 'cancelled' && <Note>{words.stopped}</Note>}
      {!running && !undone && (
        <Note tone={counts.filed > 0 ? 'ok' : 'info'}>
          <b className="strong">{counts.filed > 0 ? words.done(showCount(counts.filed)) : words.nothing}</b>{' '}
          {counts.already > 0 && words.doneAlready(showCount(counts.already))}{' '}
          {counts.wrong > 0 && words.doneWrong(showCount(counts.wrong))}
        </Note>
      )}
      {!running && !undone && issues.length > 0 && <IssueTable issues={issues} />}
      {undoing?.state === 'running' && (
        <p role="status">{words.undoing(showCount(undoing.done), showCount(undoing.total))}</p>
      )}
      {undone && <Note tone="ok">{words.undone}</Note>}
      {dialog}
    </Dialog>
  )
}
