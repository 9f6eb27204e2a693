import { useState } from 'react'
import type { Job } from '#contract/operations/archive.ts'
import type { CareState, Medium } from '#contract/operations/care.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { careWords as words } from '../../strings/care.ts'
import { daysSince, showCount, showInstant } from '../../strings/dates.ts'
import { isFailureCode } from '../../strings/failures.ts'
import { storeWords } from '../../strings/store.ts'
import { AddMedium } from './add-medium.tsx'
import { CareJob, useCareJob } from './care-job.tsx'
import { age, failed, mediumTone } from './care-words.ts'

/** The media backups go to, how old the newest of each is, and a backup now. */
export function MediaPart(props: Readonly<{ care: CareState; documents: number }>) {
  const { care } = props
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const [place, setPlace] = useKeptState<string | null>('store.backup.place', null)
  const [adding, setAdding] = useState(false)
  const [dropping, setDropping] = useState<Medium | null>(null)
  const backUp = useCommand('care.backUp')
  const elsewhere = useCommand('archive.backup')
  const drop = useCommand('care.dropMedium')
  const saving = useCareJob('backup')
  const busy = saving.running || backUp.isPending || elsewhere.isPending
  const start = (mediumId: string | null) =>
    backUp.mutate(
      { mediumId },
      {
        onSuccess: (out) => saving.started(out.jobId),
        onError: (error) => toasts.failed(error, words.notStarted)
      }
    )
  const startElsewhere = async () => {
    const folder = await folders.ask({
      title: words.chooseTitle,
      action: storeWords.backup.action,
      purpose: 'place',
      start: place,
      hint: storeWords.backup.hint
    })
    if (!folder) return
    setPlace(folder)
    elsewhere.mutate(
      { folder },
      { onSuccess: (out) => saving.started(out.jobId), onError: (error) => toasts.failed(error, words.notStarted) }
    )
  }
  const dropNow = (medium: Medium) => {
    setDropping(null)
    drop.mutate(
      { id: medium.id },
      {
        onSuccess: () => toasts.done(words.dropped(medium.name)),
        onError: (error) => toasts.failed(error, words.notDropped)
      }
    )
  }
  const present = care.media.filter((one) => one.presence === 'present')
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <AgeNote care={care} documents={props.documents} />
      {care.media.length > 0 && (
        <table className="tbl tall care-media" aria-label={words.table}>
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.folder}</th>
              <th scope="col">{words.columns.last}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {care.media.map((one) => (
              <tr key={one.id}>
                <td>
                  <b className="strong">{one.name}</b> <span className="hint">{words.kinds[one.kind]}</span>
                </td>
                <td title={one.folder}>
                  <span className="clip">{one.folder}</span>
                </td>
                <td className="num" title={showInstant(one.lastBackupAt)}>
                  {age(one.lastBackupAt, storeWords.never, Date.now())}
                </td>
                <td>
                  <Badge tone={mediumTone(one)}>{words.presence[one.presence]}</Badge>
                  {one.sameDisk && <span className="hint"> {words.sameDisk}</span>}
                </td>
                <td className="row care-deeds">
                  <Button
                    small
                    label={words.nowOne(one.name)}
                    disabled={busy || one.presence !== 'present'}
                    onPress={() => start(one.id)}
                  >
                    {words.now}
                  </Button>
                  <Button small label={words.dropOne(one.name)} disabled={busy} onPress={() => setDropping(one)}>
                    {words.drop}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {care.media
        .filter((one) => one.failure !== null && one.presence === 'present')
        .map((one) => (
          <Note key={one.id} tone="warn">
            {words.notDone(one.name, words.failed(failed(one.failure?.code ?? '')))}
          </Note>
        ))}
      <p className="row store-deeds">
        {care.media.length > 0 && (
          <Button kind="primary" icon="copies" disabled={busy || present.length === 0} onPress={() => start(null)}>
            {words.now}
          </Button>
        )}
        <Button kind={care.media.length === 0 ? 'primary' : 'plain'} onPress={() => setAdding(true)}>
          {words.add}
        </Button>
        <Button icon="folder" disabled={busy} onPress={() => void startElsewhere()}>
          {words.elsewhere}
        </Button>
      </p>
      {saving.job && <Made job={saving.job} />}
      {adding && <AddMedium onClose={() => setAdding(false)} />}
      {dropping && (
        <Confirm
          title={words.dropTitle(dropping.name)}
          action={words.dropAction}
          onKeep={() => setDropping(null)}
          onDo={() => dropNow(dropping)}
        >
          <p>{words.dropText}</p>
        </Confirm>
      )}
      {folders.dialog}
    </>
  )
}

/** How long the archive has been without a backup. */
function AgeNote(props: Readonly<{ care: CareState; documents: number }>) {
  const { care } = props
  const days = daysSince(care.lastBackupAt, Date.now())
  if (days === null) {
    if (props.documents === 0) return null
    return (
      <Note tone="warn">
        <b className="strong">{words.never}</b>
        <p>{words.neverTodo}</p>
      </Note>
    )
  }
  if (days > care.settings.remindDays) {
    return (
      <Note tone="warn">
        <b className="strong">{words.old(showCount(days))}</b>
        <p>{words.oldTodo}</p>
      </Note>
    )
  }
  if (care.media.length > 0 && care.media.every((one) => one.sameDisk)) {
    return (
      <Note tone="warn">
        {words.lastGood(showInstant(care.lastBackupAt))} {words.allSameDisk}
      </Note>
    )
  }
  return (
    <Note tone={care.media.length === 1 ? 'info' : 'ok'}>
      {words.lastGood(showInstant(care.lastBackupAt))} {care.media.length === 1 && words.oneMedium}
    </Note>
  )
}

/** What became of a backup, medium by medium. */
function Made(props: Readonly<{ job: Job }>) {
  const { job } = props
  const made = job.results.filter((one) => one.code === 'backed-up').length
  const removed = sum(job, 'old-backups-removed')
  const mended = job.results.filter((one) => one.code === 'copy-mended').length
  const lost = job.results.filter((one) => one.code === 'file-missing' || one.code === 'file-changed').length
  // A backup into a folder that is no medium says where it lies.
  const done = made > 0 ? words.done(showCount(made)) : job.folder ? storeWords.backup.done(job.folder) : null
  return (
    <>
      <CareJob job={job} kind="backup" done={done} />
      {job.endedAt !== null && (
        <>
          {removed > 0 && <p className="hint">{words.removed(showCount(removed))}</p>}
          {mended > 0 && <Note tone="warn">{words.mended(showCount(mended))}</Note>}
          {lost > 0 && <Note tone="danger">{words.missing(showCount(lost))}</Note>}
          {made > 0 &&
            job.results
              .filter((one) => isFailureCode(one.code))
              .map((one) => (
                <Note key={one.name} tone="warn">
                  {words.notDone(one.name, failed(one.code))}
                </Note>
              ))}
        </>
      )}
    </>
  )
}

function sum(job: Job, code: string): number {
  return job.results.filter((one) => one.code === code).reduce((total, one) => total + Number(one.detail.count ?? 0), 0)
}
