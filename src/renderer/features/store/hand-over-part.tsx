import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierId, FondsId } from '#contract/ids.ts'
import type { HandOver } from '#contract/operations/export.ts'
import { paths } from '../../app/paths.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useFolderQuestion } from '../../components/folder-dialog.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { Segments } from '../../components/segments.tsx'
import { Select } from '../../components/select.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { keepState, useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { exportWords as words } from '../../strings/export.ts'
import { storeWords } from '../../strings/store.ts'
import { keepReportSettings, readReportSettings } from '../reports/report-settings.ts'
import { CareJob, useCareJob } from './care-job.tsx'
import { DossierPicks } from './dossier-picks.tsx'
import { ExportFacts } from './export-facts.tsx'

type Kind = HandOver['kind']
const KINDS: readonly Kind[] = ['dossiers', 'fonds']

/** Gói bàn giao: which dossiers, or which fonds that has ended; where to; what came of it. */
export function HandOverPart() {
  const toasts = useToasts()
  const folders = useFolderQuestion()
  const [, go] = useLocation()
  const [kind, setKind] = useKeptState<Kind>('store.handOver.kind', 'dossiers')
  const [picked, setPicked] = useKeptState<ReadonlySet<DossierId>>('store.handOver.dossiers', new Set())
  const [fondsId, setFondsId] = useState<FondsId | null>(null)
  const fonds = useCall('fonds.list', {}, { keep: true })
  const closed = fonds.data?.fonds.filter((one) => one.closed !== null) ?? []
  const chosenFonds = closed.find((one) => one.id === fondsId) ?? closed[0] ?? null
  const start = useCommand('export.handOver')
  const { job, running, started } = useCareJob('hand-over')

  const what: HandOver | null =
    kind === 'dossiers'
      ? picked.size > 0
        ? { kind, dossierIds: [...picked] }
        : null
      : chosenFonds && { kind, fondsId: chosenFonds.id }
  const ask = async () => {
    if (!what) return
    const folder = await folders.ask({
      title: words.bagTitle,
      action: words.bagAction,
      purpose: 'place',
      newName: words.bagFolder,
      hint: words.bagHint
    })
    if (!folder) return
    start.mutate(
      { folder, what },
      {
        onSuccess: (out) => started(out.jobId),
        onError: (error) => toasts.failed(error, storeWords.verify.notStarted)
      }
    )
  }
  const result = job?.state === 'done' ? job.results.find((one) => one.code === 'handed-over')?.detail : undefined
  const open = job?.state === 'done' ? job.results.filter((one) => one.code === 'dossier-open') : []
  const openReport = () => {
    const ofFonds = result?.kind === 'fonds'
    keepReportSettings({ ...readReportSettings(), name: ofFonds ? 'fonds-handover' : 'dossier-list' })
    if (ofFonds) keepState('reports.fonds', result.fondsId)
    go(paths.reports)
  }
  return (
    <>
      <h2 className="store-second">{words.bagHeading}</h2>
      <p className="muted">{words.bagAbout}</p>
      <div className="store-deeds">
        <Segments<Kind>
          label={words.what}
          value={kind}
          choices={KINDS.map((value) => ({ value, text: words.kinds[value] }))}
          onChange={setKind}
        />
      </div>
      {kind === 'dossiers' ? (
        <DossierPicks picked={picked} onPick={setPicked} />
      ) : fonds.isError ? (
        <FailureNote error={fonds.error} onRetry={() => void fonds.refetch()} />
      ) : !fonds.data ? (
        <Loading rows={2} />
      ) : chosenFonds === null ? (
        <EmptyState title={words.noFonds}>
          <p className="muted">{words.noFondsText}</p>
          <Button onPress={() => go(paths.books)}>{words.toBooks}</Button>
        </EmptyState>
      ) : (
        <Select<FondsId>
          label={words.fonds}
          value={chosenFonds.id}
          choices={closed.map((one) => ({
            value: one.id,
            text: words.fondsChoice(one.name, showCount(one.documents))
          }))}
          onChange={setFondsId}
        />
      )}
      <p className="row store-deeds">
        <Button
          kind="primary"
          icon="folder"
          disabled={what === null || running || start.isPending}
          onPress={() => void ask()}
        >
          {kind === 'fonds'
            ? words.bagStartFonds
            : picked.size === 0
              ? words.bagStartNone
              : words.bagStart(showCount(picked.size))}
        </Button>
      </p>
      {job && <CareJob job={job} kind="hand-over" done={words.bagDone(job.folder ?? '')} />}
      {open.length > 0 && <Note tone="warn">{words.openDossiers(open.map((one) => one.name).join('; '))}</Note>}
      {job && result && (
        <>
          <ExportFacts
            job={job}
            code="handed-over"
            shown={['dossiers', 'documents', 'originals', 'paperOnly', 'files', 'bytes']}
          />
          <p className="row store-deeds">
            <Button icon="report" onPress={openReport}>
              {result.kind === 'fonds' ? words.minutes : words.list}
            </Button>
          </p>
        </>
      )}
      {folders.dialog}
    </>
  )
}
