import { useState } from 'react'
import type { CareState, DrillReport } from '#contract/operations/care.ts'
import { usePrint } from '../../app/print.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { careWords } from '../../strings/care.ts'
import { showBytes, showCount, showInstant } from '../../strings/dates.ts'
import { BackupChoice } from './backup-choice.tsx'
import { CareJob, useCareJob } from './care-job.tsx'
import { monthsSince } from './care-words.ts'

const words = careWords.drill

/** Whether a backup was ever tried out, trying one out, and the sheets to be printed for it (B02). */
export function DrillPart(props: Readonly<{ care: CareState }>) {
  const { lastDrill, settings, lastBackupAt } = props.care
  const toasts = useToasts()
  const print = usePrint()
  const [choosing, setChoosing] = useState(false)
  const drill = useCommand('care.drill')
  const trying = useCareJob('drill')
  const start = (backup: string) => {
    setChoosing(false)
    drill.mutate(
      { backup },
      {
        onSuccess: (out) => trying.started(out.jobId),
        onError: (error) => toasts.failed(error, careWords.notStarted)
      }
    )
  }
  const months = monthsSince(lastDrill?.at ?? null, Date.now())
  return (
    <>
      <h2 className="store-second">{words.heading}</h2>
      <p className="muted">{words.about}</p>
      {lastDrill ? <LastDrill report={lastDrill} /> : lastBackupAt !== null && <Note tone="warn">{words.never}</Note>}
      {months !== null && months >= settings.drillMonths && (
        <Note tone="warn">{words.due(showCount(settings.drillMonths))}</Note>
      )}
      <p className="row store-deeds">
        <Button icon="undo" disabled={trying.running || drill.isPending} onPress={() => setChoosing(true)}>
          {words.start}
        </Button>
        <Button
          icon="print"
          disabled={print.busy || lastDrill === null}
          onPress={() => void print.report({ name: 'restore-drill' })}
        >
          {words.print}
        </Button>
        <Button icon="print" disabled={print.busy} onPress={() => void print.report({ name: 'restore-guide' })}>
          {words.guide}
        </Button>
      </p>
      <p className="hint">{words.guideAbout}</p>
      {trying.job && trying.job.state !== 'done' && <CareJob job={trying.job} kind="drill" />}
      {choosing && (
        <BackupChoice title={words.choose} action={words.action} onClose={() => setChoosing(false)} onChoose={start} />
      )}
    </>
  )
}

function LastDrill(props: Readonly<{ report: DrillReport }>) {
  const { report } = props
  const { documents, originals, bytes } = report.restored
  const when = showInstant(report.at)
  const seconds =
    report.seconds < 10 ? report.seconds.toFixed(1).replace('.', ',') : showCount(Math.round(report.seconds))
  const { problem } = report
  return (
    <Note tone={report.ok ? 'ok' : 'danger'}>
      <b className="strong">
        {report.ok ? words.ok(when, showInstant(report.backupAt)) : words.bad(when, showInstant(report.backupAt))}
      </b>
      <p>
        {problem === null
          ? words.counts(showCount(documents), showCount(originals), showBytes(bytes), seconds)
          : words.problem(words.problems[problem] ?? words.otherProblem(problem))}
      </p>
    </Note>
  )
}
