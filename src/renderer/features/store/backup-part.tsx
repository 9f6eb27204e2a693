import type { ArchiveState } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount, showInstant } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { CareJob, useCareJob } from './care-job.tsx'
import { OpenMade } from './open-made.tsx'

const words = storeWords.backup

/** A copy on another disk, and an archive made of one. */
export function BackupPart(props: Readonly<{ state: ArchiveState }>) {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const [place, setPlace] = useKeptState<string | null>('store.backup.place', null)
  const backup = useCommand('archive.backup')
  const restore = useCommand('archive.restore')
  const saving = useCareJob('backup')
  const restoring = useCareJob('restore')

  const startBackup = async () => {
    const folder = await folders.ask({
      title: words.title,
      action: words.action,
      purpose: 'place',
      start: place,
      hint: words.hint
    })
    if (!folder) return
    setPlace(folder)
    backup.mutate(
      { folder },
      {
        onSuccess: (out) => saving.started(out.jobId),
        onError: (error) => toasts.failed(error, storeWords.verify.notStarted)
      }
    )
  }
  const startRestore = async () => {
    const from = await folders.ask({
      title: words.fromTitle,
      action: words.fromAction,
      purpose: 'backup',
      start: place,
      hint: words.fromHint
    })
    if (!from) return
    const folder = await folders.ask({
      title: words.toTitle,
      action: words.toAction,
      purpose: 'place',
      newName: words.newFolder,
      hint: words.toHint
    })
    if (!folder) return
    restore.mutate(
      { backup: from, folder },
      {
        onSuccess: (out) => restoring.started(out.jobId),
        onError: (error) => toasts.failed(error, storeWords.verify.notStarted)
      }
    )
  }
  const restored = restoring.job?.state === 'done' ? restoring.job.folder : null
  const lost = restoring.job?.results.filter((one) => one.code === 'file-missing').length ?? 0
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <p className="hint">{words.last(showInstant(props.state.lastBackupAt) || storeWords.never)}</p>
      <p className="row store-deeds">
        <Button
          kind="primary"
          icon="copies"
          disabled={saving.running || backup.isPending}
          onPress={() => void startBackup()}
        >
          {words.start}
        </Button>
      </p>
      {saving.job && <CareJob job={saving.job} kind="backup" done={words.done(saving.job.folder ?? '')} />}
      <h2 className="store-second">{words.restoreHeading}</h2>
      <p className="muted">{words.restoreAbout}</p>
      <p className="row store-deeds">
        <Button icon="undo" disabled={restoring.running || restore.isPending} onPress={() => void startRestore()}>
          {words.restore}
        </Button>
      </p>
      {restoring.job && (
        <CareJob job={restoring.job} kind="restore" done={restored ? words.restored(restored) : null} />
      )}
      {restored && lost > 0 && <Note tone="warn">{words.lost(showCount(lost))}</Note>}
      {restored && <OpenMade folder={restored}>{words.openRestored}</OpenMade>}
      {folders.dialog}
    </>
  )
}
