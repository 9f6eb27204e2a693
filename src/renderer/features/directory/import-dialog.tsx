import { useRef, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { StagedId } from '#contract/ids.ts'
import type { OutputOf } from '#contract/operations.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { directoryCareWords, directoryIssueWords } from '../../strings/directory-care.ts'
import { useClient, useTransport } from '../../transport/context.tsx'

const words = directoryCareWords.imported
type Checked = OutputOf<'directory.checkImport'>

/** A sheet of the directory: read first, nothing put in; then its good rows as one fact. */
export function ImportDialog(props: Readonly<{ onClose(): void }>) {
  const transport = useTransport()
  const client = useClient()
  const toasts = useToasts()
  const chooser = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [staged, setStaged] = useState<StagedId | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [error, setError] = useState<unknown>(null)
  const put = useCommand('directory.import')
  const take = async (file: File) => {
    setBusy(true)
    setError(null)
    setChecked(null)
    try {
      const outcome = await transport.stage(file)
      if (!outcome.ok) throw new CallError({ ...outcome, detail: { ...outcome.detail, name: file.name } })
      const id = outcome.value.staged as StagedId
      setChecked(await client.call('directory.checkImport', { staged: id }))
      setStaged(id)
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const count = checked ? checked.added + checked.changed + checked.groupsAdded + checked.groupsChanged : 0
  const submit = () => {
    if (!staged) return
    put.mutate(
      { staged },
      {
        onSuccess: (out) => {
          toasts.done(words.done(out.added, out.changed, out.groups), out.undo)
          props.onClose()
        },
        onError: (failure) => toasts.failed(failure, words.notDone)
      }
    )
  }
  return (
    <Dialog
      size="wide"
      title={checked ? `${words.title}: ${checked.name}` : words.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{commonWords.cancel}</Button>
          <Button
            kind={checked ? 'plain' : 'primary'}
            icon="spreadsheet"
            disabled={busy}
            onPress={() => chooser.current?.click()}
          >
            {words.choose}
          </Button>
          {checked && (
            <Button kind="primary" disabled={count === 0 || put.isPending} onPress={submit}>
              {words.action(checked.added + checked.changed)}
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
      {error !== null && <ImportFailure error={error} />}
      {!checked && !busy && <p>{words.about}</p>}
      {busy && (
        <>
          <p className="muted" role="status">
            {words.reading}
          </p>
          <Loading rows={4} />
        </>
      )}
      {checked && <CheckedSheet checked={checked} nothing={count === 0} />}
    </Dialog>
  )
}

function ImportFailure(props: Readonly<{ error: unknown }>) {
  const problem = props.error instanceof CallError ? props.error.failure.detail.problem : null
  return problem === 'no-names' ? <Note tone="danger">{words.noNames}</Note> : <FailureNote error={props.error} />
}

function CheckedSheet(props: Readonly<{ checked: Checked; nothing: boolean }>) {
  const { checked } = props
  return (
    <>
      <p className="row import-counts num" role="status">
        <b className="strong">{words.counts(checked.rows)}</b>
        <span>{words.added(checked.added)}</span>
        <span>{words.changed(checked.changed)}</span>
        <span>{words.same(checked.same)}</span>
        {checked.wrong > 0 && <span className="danger-text">{words.wrong(checked.wrong)}</span>}
        {checked.groupsAdded + checked.groupsChanged > 0 && (
          <span>{words.groups(checked.groupsAdded, checked.groupsChanged)}</span>
        )}
      </p>
      {checked.strange.length > 0 && <p className="hint">{words.strange(checked.strange.join(', '))}</p>}
      {props.nothing && checked.wrong === 0 && <Note tone="ok">{words.nothing}</Note>}
      {checked.issues.length > 0 && (
        <>
          <h3>{words.issues}</h3>
          <table className="tbl import-tbl">
            <thead>
              <tr>
                <th scope="col" className="r">
                  {words.row}
                </th>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.what}</th>
              </tr>
            </thead>
            <tbody>
              {checked.issues.map((issue) => (
                <tr key={`${issue.row} ${issue.column} ${issue.code}`}>
                  <td className="r num">{issue.row}</td>
                  <td>{issue.column}</td>
                  <td title={issue.value}>{issue.value}</td>
                  <td>{directoryIssueWords(issue)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {checked.preview.length > 0 && (
        <>
          <h3>{words.preview}</h3>
          <table className="tbl import-tbl">
            <thead>
              <tr>
                <th scope="col" className="r">
                  {words.row}
                </th>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.change}</th>
              </tr>
            </thead>
            <tbody>
              {checked.preview.map((line) => (
                <tr key={line.row}>
                  <td className="r num">{line.row}</td>
                  <td title={line.name}>{line.name}</td>
                  <td>
                    {line.what === 'added'
                      ? words.new
                      : line.fields.map((field) => directoryCareWords.fields[field] ?? field).join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
