import type { Job } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { parentFolder } from '../../components/folder-choice.ts'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Note } from '../../components/note.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { exportWords as words } from '../../strings/export.ts'
import { storeWords } from '../../strings/store.ts'
import { CareJob, useCareJob } from './care-job.tsx'
import { ExportFacts } from './export-facts.tsx'
import { HandOverPart } from './hand-over-part.tsx'
import { OpenMade } from './open-made.tsx'

/** Xuất, bàn giao: the whole archive as plain files, packages to hand over, and an archive made of an export. */
export function ExportPart() {
  return (
    <>
      <FullExport />
      <HandOverPart />
      <FromExport />
    </>
  )
}

function FullExport() {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const [place, setPlace] = useKeptState<string | null>('store.export.place', null)
  const start = useCommand('export.full')
  const { job, running, started } = useCareJob('export')
  const ask = async () => {
    const folder = await folders.ask({
      title: words.chooseTitle,
      action: words.chooseAction,
      purpose: 'place',
      start: place,
      newName: words.newFolder,
      hint: words.chooseHint
    })
    if (!folder) return
    setPlace(parentFolder(folder))
    start.mutate(
      { folder },
      {
        onSuccess: (out) => started(out.jobId),
        onError: (error) => toasts.failed(error, storeWords.verify.notStarted)
      }
    )
  }
  return (
    <>
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <p className="row store-deeds">
        <Button kind="primary" icon="folder" disabled={running || start.isPending} onPress={() => void ask()}>
          {words.start}
        </Button>
      </p>
      {job && <CareJob job={job} kind="export" done={words.done(job.folder ?? '')} />}
      {job?.state === 'done' && <Lost job={job} />}
      {job?.state === 'done' && (
        <ExportFacts
          job={job}
          code="exported"
          shown={['documents', 'originals', 'missing', 'files', 'bytes', 'seq', 'head']}
        />
      )}
      {folders.dialog}
    </>
  )
}

function Lost(props: Readonly<{ job: Job }>) {
  const lost = props.job.results.filter((one) => one.code === 'file-missing' || one.code === 'file-changed')
  if (lost.length === 0) return null
  return (
    <Note tone="warn">
      {words.lost(showCount(lost.length))} {lost.map((one) => one.name).join('; ')}
    </Note>
  )
}

function FromExport() {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const start = useCommand('export.restore')
  const { job, running, started } = useCareJob('from-export')
  const ask = async () => {
    const from = await folders.ask({
      title: words.fromTitle,
      action: words.fromAction,
      purpose: 'place',
      hint: words.fromHint
    })
    if (!from) return
    const folder = await folders.ask({
      title: words.toTitle,
      action: words.toAction,
      purpose: 'place',
      newName: words.toFolder,
      hint: words.toHint
    })
    if (!folder) return
    start.mutate(
      { from, folder },
      {
        onSuccess: (out) => started(out.jobId),
        onError: (error) => toasts.failed(error, storeWords.verify.notStarted)
      }
    )
  }
  const made = job?.state === 'done' ? job.folder : null
  const equal = job?.results.some((one) => one.code === 'facts-equal') ?? false
  const lost = job?.results.filter((one) => one.code === 'file-missing').length ?? 0
  return (
    <>
      <h2 className="store-second">{words.backHeading}</h2>
      <p className="muted">{words.backAbout}</p>
      <p className="row store-deeds">
        <Button icon="undo" disabled={running || start.isPending} onPress={() => void ask()}>
          {words.back}
        </Button>
      </p>
      {job && <CareJob job={job} kind="from-export" done={made && equal ? words.backDone(made) : null} />}
      {made && !equal && <Note tone="danger">{words.backDiffers(made)}</Note>}
      {made && lost > 0 && <Note tone="warn">{storeWords.backup.lost(showCount(lost))}</Note>}
      {made && <OpenMade folder={made}>{words.openBack}</OpenMade>}
      {folders.dialog}
    </>
  )
}
