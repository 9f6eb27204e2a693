import { useEffect, useState } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Select } from '../../components/select.tsx'
import { useJob } from '../../hooks/use-job.ts'
import { backlogWords } from '../../strings/backlog.ts'
import { showCount } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import { useClient } from '../../transport/context.tsx'
import { jobError } from '../store/care-job.tsx'

const LEVELS = ['0', '1', '2'] as const
type Level = (typeof LEVELS)[number]

/** Files every paper read whole, or with so few open fields as chosen, as one batch; each is marked as not looked at. */
export function FileReady(props: Readonly<{ within: readonly number[] }>) {
  const client = useClient()
  const toasts = useToasts()
  const [asking, setAsking] = useState(false)
  const [level, setLevel] = useState<Level>('0')
  const [started, setStarted] = useState<OutputOf<'intake.accept'> | null>(null)
  const job = useJob(started?.jobId ?? null)
  const ready = showCount(props.within[0] ?? 0)
  const chosen = props.within[Number(level)] ?? 0
  const count = showCount(chosen)

  useEffect(() => {
    if (!started || !job || job.state === 'running') return
    const filed = job.counts.filed ?? 0
    const undo = { seq: 0, what: 'batch', batchId: started.batchId }
    if (filed > 0) toasts.done(words.readyDone(showCount(filed)), undo)
    if (job.state === 'failed') toasts.failed(jobError(job), words.notFiled(job.current ?? ''))
    setStarted(null)
  }, [started, job, toasts])

  const run = async () => {
    setAsking(false)
    try {
      const name = backlogWords.acceptLevels[level]
      setStarted(await client.call('intake.accept', { doubt: Number(level), name }))
    } catch (error) {
      toasts.failed(error, words.notFiled(''))
    }
  }
  if (started) {
    const [done, total] = [showCount(job?.done ?? 0), showCount(job?.total ?? 0)]
    return <span className="muted num">{words.readyNow(done, total)}</span>
  }
  if ((props.within.at(-1) ?? 0) === 0) return null
  return (
    <>
      <Button onPress={() => setAsking(true)}>{words.fileReady(ready)}</Button>
      {asking && (
        <Confirm
          title={words.readyTitle(count)}
          action={level === '0' ? words.fileReady(count) : backlogWords.acceptDo(count)}
          busy={chosen === 0}
          onKeep={() => setAsking(false)}
          onDo={() => void run()}
        >
          <Select<Level>
            label={backlogWords.acceptDoubts}
            value={level}
            choices={LEVELS.map((value) => ({ value, text: backlogWords.acceptLevels[value] }))}
            onChange={setLevel}
          />
          <p>{words.readyAbout}</p>
        </Confirm>
      )}
    </>
  )
}
