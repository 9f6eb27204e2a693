import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { BookId, FondsId } from '#contract/ids.ts'
import type { Book } from '#contract/operations/books.ts'
import type { ReportName } from '#contract/operations/registers.ts'
import type { Direction, DocumentLine } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Note } from '../../components/note.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { Select } from '../../components/select.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showCount } from '../../strings/dates.ts'
import { reportWords as words } from '../../strings/reports.ts'
import {
  askedReport,
  directionOf,
  periodDirection,
  REPORT_GROUPS,
  REPORT_NEEDS,
  ZOOMS,
  type Zoom
} from './report-kinds.ts'
import { ReportParameters } from './report-parameters.tsx'
import { ReportPreview, usePrintPage } from './report-preview.tsx'
import { keepReportSettings, type ReportSettings, readReportSettings } from './report-settings.ts'
import './reports.css'

/** Báo cáo: every print view with what it needs to know, seen as it will be printed. */
export function ReportsScreen(_props: ScreenProps) {
  const [settings, setSettings] = useReportSettings()
  const [document, setDocument] = useKeptState<DocumentLine | null>('reports.document', null)
  const [bookId, setBookId] = useKeptState<BookId | null>('reports.book', null)
  const [fondsId, setFondsId] = useKeptState<FondsId | null>('reports.fonds', null)
  const [pages, setPages] = useState(0)
  const frame = useRef<HTMLIFrameElement>(null)
  const print = usePrint()
  const { name } = settings
  const need = REPORT_NEEDS[name]
  const periods = useCall(
    'register.periods',
    { direction: periodDirection(name, settings.direction) },
    { enabled: need.period }
  )
  const books = useBooks(name, settings.direction)
  const book = books.find((one) => one.id === bookId) ?? null
  const fonds = useCall('fonds.list', {}, { enabled: need.fonds }).data?.fonds ?? []
  const ready = !need.period || periods.isSuccess
  const choice = { ...settings, documentId: document?.id ?? null, bookId: book?.id ?? null, fondsId }
  const report = ready ? askedReport(name, choice, periods.data?.periods ?? []) : null
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
  const change = (part: Partial<ReportSettings>) => setSettings({ ...settings, ...part })
  return (
    <div className="reports">
      <div className="toolbar">
        <h1>{words.names[name]}</h1>
        {page.data && !page.isPlaceholderData && (
          <span className="hint clip" role="status">
            {page.data.rows > 0 ? words.rows(showCount(page.data.rows)) : words.noRows}
            {pages > 0 && words.pages(showCount(pages))}
          </span>
        )}
        <span className="row report-deeds">
          <Select<Zoom>
            bare
            label={words.zoom}
            value={settings.zoom}
            choices={ZOOMS.map((value) => ({ value, text: words.zooms(value) }))}
            onChange={(zoom) => change({ zoom })}
          />
          <SaveMenu report={report} />
          <Button kind="primary" icon="print" disabled={report === null || print.busy} onPress={printNow}>
            {words.print} <Kbd>Ctrl P</Kbd>
          </Button>
        </span>
      </div>
      <div className="report-panes">
        <ReportNames name={name} onName={(next) => change({ name: next })} />
        <section className="col report-main" aria-label={words.preview}>
          <ReportParameters
            settings={settings}
            periods={periods.data?.periods ?? []}
            document={document}
            onSettings={change}
            onDocument={setDocument}
            books={books}
            book={book}
            onBook={setBookId}
            fonds={fonds}
            fondsId={fondsId}
            onFonds={setFondsId}
          />
          {!canPrintPdf && (
            <div className="report-note">
              <Note>{words.noPrinter}</Note>
            </div>
          )}
          {need.document === 'one' && document === null ? (
            <EmptyState title={words.needDocument}>
              <p className="muted">{words.needDocumentText}</p>
            </EmptyState>
          ) : need.book === 'one' && book === null ? (
            <EmptyState title={words.needBook}>
              <p className="muted">{books.length > 0 ? words.needBookText : words.noBooks}</p>
            </EmptyState>
          ) : (
            <ReportPreview page={page} frame={frame} zoom={settings.zoom} onPages={setPages} />
          )}
        </section>
      </div>
    </div>
  )
}

const NO_BOOKS: readonly Book[] = []

/** The books with lines of the report's direction: papers of the house stand in those that go out. */
function useBooks(name: ReportName, chosen: Direction | null): readonly Book[] {
  const direction = directionOf(name, chosen)
  const found = useCall(
    'book.list',
    { direction: direction === 'internal' ? 'outgoing' : direction },
    { enabled: REPORT_NEEDS[name].book !== 'no' }
  )
  return found.data?.books.filter((book) => book.counts.last !== null) ?? NO_BOOKS
}

/** What was chosen last, also after the program was closed. */
function useReportSettings() {
  const [settings, setSettings] = useState<ReportSettings>(() => readReportSettings())
  useEffect(() => keepReportSettings(settings), [settings])
  return [settings, setSettings] as const
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
