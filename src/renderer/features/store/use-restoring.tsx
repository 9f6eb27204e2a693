import { useState } from 'react'
import type { JobId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { showCount } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { BackupSecretDialog } from '../encryption/backup-secret-dialog.tsx'
import type { GivenSecret } from '../encryption/secret-fields.tsx'
import { CareJob, jobError, useCareJob } from './care-job.tsx'
import { OpenMade } from './open-made.tsx'

const words = storeWords.backup
/** Why an encrypted backup was not taken: nothing was given to open it, or something that does not. */
const ASKS: ReadonlySet<string> = new Set(['archive-sealed', 'key-wrong'])

/** Such a failure is a question, asked in a dialog. */
const isAsked = (job: Job): boolean => job.state === 'failed' && ASKS.has(job.failure?.code ?? '')

/** What was chosen, the last try at it, and whether something was given to open it with. */
type Wished = Readonly<{ backup: string; folder: string; jobId: JobId | null; given: boolean }>

/**
 * An archive made of a backup in a new folder; an encrypted one is asked for what opens it. `from`: where backups are. Render
 * `shown`.
 */
export function useRestoring(from: string | null = null) {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const restore = useCommand('archive.restore')
  const restoring = useCareJob('restore')
  const [wished, setWished] = useState<Wished | null>(null)
  const run = (what: Pick<Wished, 'backup' | 'folder'>, secret: GivenSecret | null) => {
    const { backup, folder } = what
    const tried = { backup, folder, given: secret !== null }
    setWished({ ...tried, jobId: null })
    restore.mutate(
      { backup, folder, ...secret },
      {
        onSuccess: (out) => {
          restoring.started(out.jobId)
          setWished({ ...tried, jobId: out.jobId })
        },
        onError: (error) => {
          setWished(null)
          toasts.failed(error, storeWords.verify.notStarted)
        }
      }
    )
  }
  const start = async () => {
    const backup = await folders.ask({
      title: words.fromTitle,
      action: words.fromAction,
      purpose: 'backup',
      start: from,
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
    if (folder !== null) run({ backup, folder }, null)
  }
  const { job } = restoring
  const made = job?.state === 'done' ? job.folder : null
  const lost = job?.results.filter((one) => one.code === 'file-missing').length ?? 0
  const own = wished !== null && job?.id === wished.jobId ? job : null
  const refused = own !== null && isAsked(own)
  // Files are counted only when the backup is open.
  const opening = wished !== null && (own === null || (own.state === 'running' && own.total === 0))
  const asking = refused || (opening && wished.given) ? wished : null
  const shown = (
    <>
      {job && !isAsked(job) && !asking && (
        <CareJob job={job} kind="restore" done={made ? words.restored(made) : null} />
      )}
      {made && lost > 0 && <Note tone="warn">{words.lost(showCount(lost))}</Note>}
      {made && <OpenMade folder={made}>{words.openRestored}</OpenMade>}
      {folders.dialog}
      {asking && (
        <BackupSecretDialog
          backup={asking.backup}
          busy={opening}
          error={own ? jobError(own) : null}
          onGiven={(secret) => run(asking, secret)}
          onClose={() => setWished(null)}
        />
      )}
    </>
  )
  return { start, busy: restoring.running || restore.isPending, shown } as const
}
