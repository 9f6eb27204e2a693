import { useState } from 'react'
import type { Job } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { careWords } from '../../strings/care.ts'
import { showCount } from '../../strings/dates.ts'
import { BackupChoice } from './backup-choice.tsx'
import { CareJob, useCareJob } from './care-job.tsx'

const words = careWords.repair

/** Takes what is damaged or lost from a backup, and says what became of it. */
export function RepairPart() {
  const toasts = useToasts()
  const [choosing, setChoosing] = useState(false)
  const repair = useCommand('care.repair')
  const mending = useCareJob('repair')
  const start = (backup: string) => {
    setChoosing(false)
    repair.mutate(
      { backup },
      {
        onSuccess: (out) => mending.started(out.jobId),
        onError: (error) => toasts.failed(error, careWords.notStarted)
      }
    )
  }
  return (
    <>
      <h2 className="store-second">{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <p className="row store-deeds">
        <Button icon="copies" disabled={mending.running || repair.isPending} onPress={() => setChoosing(true)}>
          {words.start}
        </Button>
      </p>
      {mending.job && mending.job.state !== 'done' && <CareJob job={mending.job} kind="repair" />}
      {mending.job?.state === 'done' && <Mended job={mending.job} />}
      {choosing && (
        <BackupChoice title={words.choose} action={words.action} onClose={() => setChoosing(false)} onChoose={start} />
      )}
    </>
  )
}

function Mended(props: Readonly<{ job: Job }>) {
  const { results } = props.job
  const counts = results.find((one) => one.code === 'repaired')?.detail ?? {}
  const left = results.filter((one) => one.code === 'not-in-backup' || one.code === 'backup-bad')
  const count = (name: string): number => Number(counts[name] ?? 0)
  return (
    <>
      <Note tone={left.length > 0 ? 'warn' : 'ok'}>
        <b className="strong">
          {count('damaged') === 0 ? words.nothing : words.done(showCount(count('damaged')), showCount(count('mended')))}
        </b>
        {count('texts') > 0 && <p>{words.texts(showCount(count('texts')))}</p>}
        {count('ledgerLines') > 0 && <p>{words.lines(showCount(count('ledgerLines')))}</p>}
        {left.length > 0 && <p>{words.left(showCount(left.length))}</p>}
      </Note>
      {left.length > 0 && (
        <ul className="care-left">
          {left.slice(0, 50).map((one, index) => (
            <li key={index}>{one.name}</li>
          ))}
        </ul>
      )}
    </>
  )
}
