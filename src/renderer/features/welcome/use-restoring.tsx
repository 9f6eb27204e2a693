import { useToasts } from '../../app/toasts.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { showCount } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { CareJob, useCareJob } from '../store/care-job.tsx'
import { OpenMade } from '../store/open-made.tsx'

const words = storeWords.backup

/** An archive made of a backup where none is open yet: on a bare machine, from the stick. Render `shown`. */
export function useRestoring() {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const restore = useCommand('archive.restore')
  const restoring = useCareJob('restore')
  const start = async () => {
    const backup = await folders.ask({
      title: words.fromTitle,
      action: words.fromAction,
      purpose: 'backup',
      hint: words.fromHint
    })
    if (backup === null) return
    const folder = await folders.ask({
      title: words.toTitle,
      action: words.toAction,
      purpose: 'place',
      newName: words.newFolder,
      hint: words.toHint
    })
    if (folder === null) return
    restore.mutate(
      { backup, folder },
      {
        onSuccess: (out) => restoring.started(out.jobId),
        onError: (error) => toasts.failed(error, storeWords.verify.notStarted)
      }
    )
  }
  const { job } = restoring
  const made = job?.state === 'done' ? job.folder : null
  const lost = job?.results.filter((one) => one.code === 'file-missing').length ?? 0
  const shown = (
    <>
      {job && <CareJob job={job} kind="restore" done={made ? words.restored(made) : null} />}
      {made && lost > 0 && <Note tone="warn">{words.lost(showCount(lost))}</Note>}
      {made && <OpenMade folder={made}>{words.openRestored}</OpenMade>}
      {folders.dialog}
    </>
  )
  return { start, busy: restoring.running || restore.isPending, shown } as const
}
