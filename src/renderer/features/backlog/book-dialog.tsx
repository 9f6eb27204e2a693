import { useRef, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { StagedId } from '#contract/ids.ts'
import type { RegisterReading } from '#contract/operations/backlog.ts'
import type { OutputOf } from '#contract/operations.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { backlogWords as words } from '../../strings/backlog.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { useClient, useTransport } from '../../transport/context.tsx'
import { BookCheck } from './book-check.tsx'
import { BookColumns } from './book-columns.tsx'
import { BookImport } from './book-import.tsx'
import { hasNumber } from './book-steps.ts'
import './backlog.css'

type Looked = OutputOf<'backlog.look'>
type Checked = OutputOf<'backlog.check'>
type Step =
  | Readonly<{ at: 'file' | 'looking' }>
  | Readonly<{ at: 'columns' | 'checking' }>
  | Readonly<{ at: 'check'; checked: Checked }>
  | Readonly<{ at: 'import'; started: OutputOf<'backlog.import'> }>

/** An old register, step by step: file, columns, dry run, import. Nothing is put in before the last. */
export function BookDialog(props: Readonly<{ onClose(): void }>) {
  const client = useClient()
  const transport = useTransport()
  const chooser = useRef<HTMLInputElement>(null)
  const [step, setStep] = useState<Step>({ at: 'file' })
  const [looked, setLooked] = useState<Looked | null>(null)
  const [reading, setReading] = useState<RegisterReading | null>(null)
  const [error, setError] = useState<unknown>(null)

  const attempt = async (busy: Step, back: Step, work: () => Promise<Step>) => {
    setError(null)
    setStep(busy)
    try {
      setStep(await work())
    } catch (failure) {
      setError(failure)
      setStep(back)
    }
  }
  const look = (staged: StagedId, sheet: number | null, back: Step) =>
    attempt({ at: 'looking' }, back, async () => {
      const found = await client.call('backlog.look', { staged, sheet })
      setLooked(found)
      setReading(found.reading)
      return { at: 'columns' }
    })
  const take = (file: File) =>
    attempt({ at: 'looking' }, { at: 'file' }, async () => {
      const outcome = await transport.stage(file)
      if (!outcome.ok) throw new CallError(outcome)
      const found = await client.call('backlog.look', { staged: outcome.value.staged as StagedId, sheet: null })
      setLooked(found)
      setReading(found.reading)
      return { at: 'columns' }
    })
  const check = () =>
    attempt({ at: 'checking' }, { at: 'columns' }, async () => {
      if (!reading) return { at: 'file' }
      return { at: 'check', checked: await client.call('backlog.check', { reading }) }
    })
  const start = (back: Step) =>
    attempt({ at: 'checking' }, back, async () => {
      if (!reading) return { at: 'file' }
      return { at: 'import', started: await client.call('backlog.import', { reading }) }
    })
  if (step.at === 'import') {
    return (
      <BookImport
        started={step.started}
        name={looked?.name ?? ''}
        onClose={props.onClose}
        onAnother={() => setStep({ at: 'file' })}
      />
    )
  }
  const busy = step.at === 'looking' || step.at === 'checking'
  return (
    <Dialog
      size="wide"
      title={looked && step.at !== 'file' ? words.book(looked.name) : words.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{commonWords.cancel}</Button>
          {step.at === 'check' && <Button onPress={() => setStep({ at: 'columns' })}>{words.back}</Button>}
          {step.at === 'file' && (
            <Button kind="primary" icon="spreadsheet" onPress={() => chooser.current?.click()}>
              {words.choose}
            </Button>
          )}
          {step.at === 'columns' && reading && (
            <Button kind="primary" disabled={!hasNumber(reading.columns)} onPress={() => void check()}>
              {words.toCheck}
            </Button>
          )}
          {step.at === 'check' && (
            <Button kind="primary" disabled={step.checked.ready === 0} onPress={() => void start(step)}>
              {words.import(showCount(step.checked.ready))}
            </Button>
          )}
        </>
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={words.choose}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      {error !== null && <BookFailure error={error} />}
      {step.at === 'file' && <p>{words.about}</p>}
      {busy && (
        <>
          <p className="muted" role="status">
            {step.at === 'looking' ? words.looking : words.checking}
          </p>
          <Loading rows={4} />
        </>
      )}
      {step.at === 'columns' && looked && reading && (
        <BookColumns
          looked={looked}
          reading={reading}
          onReading={setReading}
          onSheet={(sheet) => void look(reading.staged, sheet, { at: 'columns' })}
        />
      )}
      {step.at === 'check' && <BookCheck checked={step.checked} />}
    </Dialog>
  )
}

/** What is wrong with a workbook has its own words: what to save it as, how to part it. */
function BookFailure(props: Readonly<{ error: unknown }>) {
  const problem = props.error instanceof CallError ? props.error.failure.detail.problem : null
  const said =
    problem === 'old-excel'
      ? words.oldExcel
      : problem === 'no-table'
        ? words.noTable
        : problem === 'rows'
          ? words.tooMany
          : null
  return said ? <Note tone="danger">{said}</Note> : <FailureNote error={props.error} />
}
