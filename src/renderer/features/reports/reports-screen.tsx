import { type KeyboardEvent, useRef } from 'react'
import type { ReportName } from '#contract/operations/registers.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Note } from '../../components/note.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { reportWords as words } from '../../strings/reports.ts'
import { PeriodChooser } from '../registers/period-chooser.tsx'
import { BOOK_KIND, boundsOf, type Chosen } from '../registers/register-period.ts'
import { askedReport, REPORT_GROUPS, REPORT_NEEDS } from './report-kinds.ts'
import { ReportPreview, usePrintPage } from './report-preview.tsx'
import './reports.css'

/** Báo cáo: the eight print views, each with what it needs to know, seen as they will be printed. */
export function ReportsScreen(_props: ScreenProps) {
  const [name, setName] = useKeptState<ReportName>('reports.name', 'register-in')
  const [period, setPeriod] = useKeptState<Chosen>('reports.period', { kind: 'newest' })
  const [document, setDocument] = useKeptState<DocumentLine | null>('reports.document', null)
  const [onlyUnsigned, setOnlyUnsigned] = useKeptState('reports.unsigned', false)
  const frame = useRef<HTMLIFrameElement>(null)
  const print = usePrint()
  const need = REPORT_NEEDS[name]
  const periods = useCall(
    'register.periods',
    { direction: need.period ?? 'incoming' },
    { enabled: need.period !== null }
  )
  const ready = need.period === null || periods.isSuccess
  const report = ready
    ? askedReport(name, { period, documentId: document?.id ?? null, onlyUnsigned }, periods.data?.periods ?? [])
    : null
  const page = usePrintPage(report)
  const canPrintPdf = useCall('archive.state', {}, { keep: true }).data?.canPrintPdf ?? true

  const printNow = () => {
    if (!report) return
    if (page.data && frame.current?.contentWindow) frame.current.contentWindow.print()
    else void print.report(report)
  }
  useShortcuts({ 'Ctrl+p': printNow })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.choose },
    { keys: ['Ctrl P'], does: words.keys.print }
  ])
  return (
    <div className="reports">
      <div className="toolbar">
        <h1>{words.names[name]}</h1>
        {page.data && !page.isPlaceholderData && (
          <span className="hint clip" role="status">
            {page.data.rows > 0 ? words.rows(showCount(page.data.rows)) : words.noRows}
          </span>
        )}
        <span className="row report-deeds">
          <Button kind="primary" icon="print" disabled={report === null || print.busy} onPress={printNow}>
            {words.print} <Kbd>Ctrl P</Kbd>
          </Button>
          <SaveMenu report={report} />
        </span>
      </div>
      <div className="report-panes">
        <ReportNames name={name} onName={setName} />
        <section className="col report-main" aria-label={words.preview}>
          <div className="report-params">
            <p className="hint">{words.about[name]}</p>
            {need.period && (
              <PeriodChooser
                periods={periods.data?.periods ?? []}
                chosen={period}
                value={boundsOf(period, periods.data?.periods ?? [], BOOK_KIND[need.period]).value}
                onChoose={setPeriod}
              />
            )}
            {need.document && <ChosenDocument key={name} document={document} onDocument={setDocument} />}
            {need.unsigned && (
              <Checkbox checked={onlyUnsigned} onChange={setOnlyUnsigned}>
                {words.onlyUnsigned}
              </Checkbox>
            )}
          </div>
          {!canPrintPdf && (
            <div className="report-note">
              <Note>{words.noPrinter}</Note>
            </div>
          )}
          {need.document && document === null ? (
            <EmptyState title={words.needDocument}>
              <p className="muted">{words.needDocumentText}</p>
            </EmptyState>
          ) : (
            <ReportPreview page={page} frame={frame} />
          )}
        </section>
      </div>
    </div>
  )
}

function ReportNames(props: Readonly<{ name: ReportName; onName(name: ReportName): void }>) {
  const pane = useRef<HTMLElement>(null)
  const press = (event: KeyboardEvent) => {
    const all = [...(pane.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = all.indexOf(globalThis.document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    const next = all[Math.max(0, Math.min(all.length - 1, to))]
    next?.focus()
    next?.click()
  }
  return (
    <nav className="side-list scroll" aria-label={words.list} ref={pane} onKeyDown={press}>
      {REPORT_GROUPS.map((group) => (
        <div key={group.id}>
          <h2>{words.groups[group.id]}</h2>
          {group.names.map((one) => (
            <button
              key={one}
              type="button"
              className="side-item"
              // biome-ignore lint/a11y/noAutofocus: arrows choose at once
              autoFocus={one === props.name}
              aria-current={one === props.name ? 'true' : undefined}
              tabIndex={one === props.name ? 0 : -1}
              onClick={() => props.onName(one)}
            >
              {words.names[one]}
            </button>
          ))}
        </div>
      ))}
    </nav>
  )
}

function ChosenDocument(
  props: Readonly<{ document: DocumentLine | null; onDocument(document: DocumentLine | null): void }>
) {
  const { document } = props
  if (!document) return <DocumentPicker label={words.document} onPick={props.onDocument} />
  return (
    <div className="row report-document">
      <b className="ref">{document.reference ?? commonWords.noReference}</b>
      <span className="num">{showDay(document.issuedOn)}</span>
      <span className="clip muted">{document.subject ?? ''}</span>
      <Button small onPress={() => props.onDocument(null)}>
        {words.changeDocument}
      </Button>
    </div>
  )
}
