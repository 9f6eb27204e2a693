import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { showCount } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { CareJob, useCareJob } from './care-job.tsx'
import { OpenMade } from './open-made.tsx'

const words = storeWords.backup

/** An archive made of a backup, in a new folder; `start`: where backups are. */
export function RestorePart(props: Readonly<{ start: string | null }>) {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const restore = useCommand('archive.restore')
  const restoring = useCareJob('restore')
  const startRestore = async () => {
    const from = await folders.ask({
      title: words.fromTitle,
      action: words.fromAction,
      purpose: 'backup',
      start: props.start,
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
