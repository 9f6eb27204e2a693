import { useState } from 'react'
import type { FoundUpdate, UpdateState } from '#contract/operations/update.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { showDay } from '../../strings/dates.ts'
import { updateProblem, updateWords as words } from '../../strings/update.ts'
import { CareJob, useCareJob } from './care-job.tsx'

/** Bản chương trình: which version runs, a newer one from a stick, the way back. */
export function UpdatePart() {
  const state = useCall('update.state', {})
  return (
    <>
      <h2>{words.heading}</h2>
      {state.isError ? (
        <FailureNote error={state.error} onRetry={() => void state.refetch()} />
      ) : !state.data ? (
        <Loading />
      ) : (
        <Version state={state.data} onChanged={() => void state.refetch()} />
      )}
    </>
  )
}

function Version(props: Readonly<{ state: UpdateState; onChanged(): void }>) {
  const { state } = props
  const { may } = useAccess()
  if (state.kind === 'installed')
    return (
      <>
        <p className="strong">{words.version(state.version)}</p>
        <p className="muted">{words.installed}</p>
      </>
    )
  return (
    <>
      <p className="strong">{words.version(state.version)}</p>
      <p className="muted">{words.about}</p>
      {state.trusts ? may('update.take') && <Packages /> : <Note tone="warn">{words.noKeys}</Note>}
      {state.next && <Note>{words.next(state.next)}</Note>}
      {state.older && may('update.goBack') && (
        <WayBack running={state.version} version={state.older} onChanged={props.onChanged} />
      )}
    </>
  )
}

function Packages() {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const [folder, setFolder] = useState<string | null>(null)
  const take = useCommand('update.take')
  const { job, running, started } = useCareJob('update')
  const ask = async () => {
    const chosen = await folders.ask({
      title: words.findTitle,
      action: words.findAction,
      purpose: 'place',
      hint: words.findHint
    })
    if (chosen) setFolder(chosen)
  }
  const start = (one: FoundUpdate) =>
    take.mutate(
      { path: one.path },
      { onSuccess: (out) => started(out.jobId), onError: (error) => toasts.failed(error) }
    )
  const version = job?.results.find((one) => one.code === 'updated')?.detail.version
  return (
    <>
      <p className="row store-deeds">
        <Button icon="folder" disabled={running} onPress={() => void ask()}>
          {words.find}
        </Button>
      </p>
      {folder && <Found folder={folder} busy={running || take.isPending} onTake={start} />}
      {job && <CareJob job={job} kind="update" done={words.taken(String(version ?? ''))} />}
      {folders.dialog}
    </>
  )
}

function Found(props: Readonly<{ folder: string; busy: boolean; onTake(one: FoundUpdate): void }>) {
  const found = useCall('update.find', { folder: props.folder })
  if (found.isError) return <FailureNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  if (found.data.packages.length === 0) return <Note>{words.none}</Note>
  return (
    <ul className="store-packages">
      {usableFirst(found.data.packages).map((one) => (
        <li key={one.path}>
          <p className="row">
            <span className="strong grow">
              {one.version && one.madeOn ? words.package(one.version, showDay(one.madeOn)) : one.name}{' '}
              {one.version && <span className="hint">{one.name}</span>}
            </span>
            {!one.problem && (
              <Button kind="primary" disabled={props.busy} onPress={() => props.onTake(one)}>
                {words.take}
              </Button>
            )}
          </p>
          {one.problem ? (
            <p className="muted">{updateProblem(one.problem)}</p>
          ) : (
            <p className="store-notes">{one.notes}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What can be taken stands before what cannot, and why. */
function usableFirst(packages: readonly FoundUpdate[]): readonly FoundUpdate[] {
  return packages.toSorted((a, b) => Number(a.problem !== null) - Number(b.problem !== null))
}

/** Asked before: the button stands alone on the page, and what it does is seen only at the next start. */
function WayBack(props: Readonly<{ running: string; version: string; onChanged(): void }>) {
  const { running, version } = props
  const toasts = useToasts()
  const [asking, setAsking] = useState(false)
  const back = useCommand('update.goBack')
  const go = () =>
    back.mutate(
      {},
      {
        onSuccess: () => {
          toasts.done(words.backDone(version))
          setAsking(false)
          props.onChanged()
        },
        onError: (error) => toasts.failed(error)
      }
    )
  return (
    <>
      <p className="row store-deeds">
        <Button icon="undo" onPress={() => setAsking(true)}>
          {words.back(version)}
        </Button>
      </p>
      {asking && (
        <Confirm
          title={words.backTitle(version)}
          action={words.backAction(version)}
          busy={back.isPending}
          onKeep={() => setAsking(false)}
          onDo={go}
        >
          <ul className="store-points">
            {words.backPoints(running, version).map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <Note tone="warn">{words.backAbout}</Note>
        </Confirm>
      )}
    </>
  )
}
