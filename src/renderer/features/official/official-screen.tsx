import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { type AskedReport, usePrint, wholeReport } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { Select } from '../../components/select.tsx'
import type { Column } from '../../components/table/columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { showCount } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'
import { PeriodChooser } from '../registers/period-chooser.tsx'
import { BOOK_KIND, boundsOf, type Chosen } from '../registers/register-period.ts'
import './official.css'
import { isOfficialBook, OFFICIAL_BOOKS, OFFICIAL_REPORTS, type OfficialBook } from './official-books.ts'
import { type ColumnSort, type PlacedRow, shownRows } from './table-rows.ts'

/** Pixels of a printed millimetre on the screen where there is room: the columns keep the proportions of the form. */
const PIXELS_A_MM = 4.9
/** No column is narrower, at 100 %. */
const LEAST = 60

/** The books of the official forms that are made from what is recorded elsewhere: on the screen as they are printed. */
export function OfficialScreen(props: ScreenProps) {
  const { name } = props.params
  return <OfficialBookTable key={name} book={isOfficialBook(name) ? name : 'follow-up-book'} />
}

function OfficialBookTable(props: Readonly<{ book: OfficialBook }>) {
  const { book } = props
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useKeptState<Chosen>('official.period', { kind: 'newest' })
  const [text, setText] = useKeptState(`official.${book}.text`, '')
  const [sort, setSort] = useKeptState<ColumnSort | null>(`official.${book}.sort`, null)
  const [current, setCurrent] = useState<string | null>(null)
  const print = usePrint()
  const direction = book === 'follow-up-book' || book === 'handover-in' ? 'incoming' : 'outgoing'
  const periods = useCall('register.periods', { direction }, { keep: true }).data?.periods ?? []
  const bounds = boundsOf(chosen, periods, BOOK_KIND[direction])
  const asked: AskedReport = { ...OFFICIAL_REPORTS[book], from: bounds.from, to: bounds.to }
  const found = useCall('report.table', wholeReport(asked), { keep: true })
  const table = found.data
  const rows = useMemo(() => shownRows(table?.rows ?? [], text, sort), [table, text, sort])
  const [place, width] = useWidth<HTMLDivElement>()
  const columns = useMemo(() => columnsOf(table, width), [table, width])
  const open = (row: PlacedRow) => {
    if (row.documentId) navigate(paths.document(row.documentId))
  }
  useShortcuts({
    'Ctrl+f': () => document.getElementById('official-filter')?.focus(),
    'Ctrl+p': () => void print.report(asked)
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['Ctrl F'], does: words.keys.filter },
    { keys: ['Ctrl P'], does: words.keys.print }
  ])
  return (
    <div className="official" ref={place}>
      <div className="toolbar">
        <h1 className="sr">{words.official[book]}</h1>
        <Select<OfficialBook>
          bare
          label={words.otherBooks}
          value={book}
          choices={OFFICIAL_BOOKS.map((value) => ({ value, text: words.official[value] }))}
          onChange={(value) => navigate(paths.officialBook(value))}
        />
        <PeriodChooser periods={periods} chosen={chosen} value={bounds.value} onChoose={setChosen} />
        <span className="grow" />
        <Button icon="print" disabled={print.busy || rows.length === 0} onPress={() => void print.report(asked)}>
          {words.print} <Kbd>Ctrl P</Kbd>
        </Button>
        <SaveMenu report={rows.length === 0 ? null : asked} />
      </div>
      <div className="subbar">
        <input
          id="official-filter"
          className="input"
          aria-label={words.officialFilter}
          placeholder={words.officialFilter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="muted nowrap end num" role="status">
          {(table?.totals ?? []).map(({ unit, sum }) => words.sums(showCount(sum), unit)).join(' · ')}
        </span>
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!table && !found.isError && <Loading rows={8} />}
      {table && (
        <Table<PlacedRow>
          label={words.official[book]}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.place)}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          {...(sort ? { sort: { by: String(sort.column), descending: sort.descending } } : {})}
          onSort={(by) => setSort(nextSort(sort, Number(by)))}
          rowClass={(row) => (row.void ? 'void' : '')}
          autoFocus
          empty={<EmptyState title={text.trim() === '' ? table.empty : words.officialNone(text.trim())} />}
        />
      )}
    </div>
  )
}

/** Up, down, and back to the order of the book. */
function nextSort(sort: ColumnSort | null, column: number): ColumnSort | null {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

function columnsOf(table: OutputOf<'report.table'> | undefined, width: number): readonly Column<PlacedRow>[] {
  const all = table?.columns ?? []
  const scale = Math.min(PIXELS_A_MM, width / all.reduce((sum, column) => sum + column.mm, 0))
  const widest = all.reduce((best, column, index) => (column.mm > (all[best]?.mm ?? 0) ? index : best), 0)
  return all.map((column, index) => ({
    id: String(index),
    title: column.title,
    width: index === widest ? null : Math.max(LEAST, Math.round(column.mm * scale)),
    ...(column.align === 'center' ? { align: 'c' as const } : {}),
    sort: String(index),
    always: true,
    cell: (row) => <span title={row.cells[index]?.text}>{row.cells[index]?.text}</span>
  }))
}
