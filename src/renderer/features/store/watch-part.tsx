import { useState } from 'react'
import type { WatchSettings, WatchState } from '#contract/operations/watch.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { Select } from '../../components/select.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { showInstant } from '../../strings/dates.ts'
import { failureWords, isFailureCode } from '../../strings/failures.ts'
import { watchWords as words } from '../../strings/watch.ts'

const SECONDS = ['2', '5', '10', '30', '60', '300'] as const

/** The folder whose new files are taken by themselves: what is set, and what was taken of late. */
export function WatchPart(props: Readonly<{ readOnly: boolean }>) {
  const state = useCall('watch.get', {}, { keep: true, every: 4000 })
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      {state.isError ? (
        <FailureNote error={state.error} onRetry={() => void state.refetch()} />
      ) : state.data ? (
        <>
          <WatchForm key={JSON.stringify(state.data.settings)} state={state.data} readOnly={props.readOnly} />
          <LastTaken state={state.data} />
        </>
      ) : (
        <Loading rows={4} />
      )}
    </>
  )
}

function WatchForm(props: Readonly<{ state: WatchState; readOnly: boolean }>) {
  const { state, readOnly } = props
  const [settings, setSettings] = useState<WatchSettings>(state.settings)
  const save = useCommand('watch.save')
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const change = (part: Partial<WatchSettings>) => setSettings((old) => ({ ...old, ...part }))
  const choose = async () => {
    const question = { title: words.chooseTitle, action: words.chooseAction, purpose: 'place', start: settings.folder }
    const folder = await folders.ask(question as Parameters<typeof folders.ask>[0])
    if (folder) change({ folder, on: true })
  }
  const keep = () =>
    save.mutate(
      { settings },
      {
        onSuccess: () => toasts.done(words.saved),
        onError: (error) => toasts.failed(error, words.notSaved)
      }
    )
  return (
    <div className="watch-form">
      {state.problem && state.settings.on && <Note tone="warn">{words.unreachable}</Note>}
      <p className="row">
        <span className="muted">{words.folder}</span>
        <b className="strong clip">{settings.folder ?? words.none}</b>
        <Button small icon="folder" disabled={readOnly} onPress={() => void choose()}>
          {words.choose}
        </Button>
      </p>
      <Checkbox checked={settings.on} disabled={readOnly || settings.folder === null} onChange={(on) => change({ on })}>
        {words.on}
      </Checkbox>
      <div className="watch-choices">
        <Select<string>
          label={words.seconds}
          value={String(settings.seconds)}
          disabled={readOnly}
          choices={SECONDS.map((value) => ({ value, text: words.secondsOf(value) }))}
          onChange={(value) => change({ seconds: Number(value) })}
        />
        <Select
          label={words.after}
          value={settings.after}
          disabled={readOnly}
          choices={(['move', 'leave'] as const).map((value) => ({
            value,
            text: words.afters[value](state.doneFolder)
          }))}
          onChange={(after) => change({ after })}
        />
      </div>
      <p className="row">
        <Button kind="primary" disabled={readOnly || save.isPending} onPress={keep}>
          {words.save}
        </Button>
      </p>
      {folders.dialog}
    </div>
  )
}

function LastTaken(props: Readonly<{ state: WatchState }>) {
  const { last } = props.state
  return (
    <>
      <h3 className="h3">{words.last}</h3>
      {last.length === 0 ? (
        <p className="muted">{words.nothing}</p>
      ) : (
        <table className="tbl watch-last">
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.result}</th>
            </tr>
          </thead>
          <tbody>
            {last.map((one) => (
              <tr key={`${one.at} ${one.name}`}>
                <td title={one.name}>{one.name}</td>
                <td className="num">{showInstant(one.at)}</td>
                <td className="watch-said">{said(one.name, one.code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function said(name: string, code: string): string {
  if (code === 'taken') return words.taken
  if (code === 'duplicate') return words.duplicate
  const failure = failureWords({ code: isFailureCode(code) ? code : 'internal', detail: { name } })
  return `${failure.happened} ${failure.todo}`
}
