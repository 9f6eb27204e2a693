import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { OutputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import type { Column } from '../../components/table/columns.ts'
import { documentColumns } from '../../components/table/document-columns.tsx'
import { Table } from '../../components/table/table.tsx'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { rowsOf, usePages } from '../../hooks/use-pages.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { useClient } from '../../transport/context.tsx'

type Overview = OutputOf<'delivery.overview'>
type Row = Overview['rows'][number]
const PAGE = 100

const heads = words.columns
const named = documentColumns<Row>((row) => row.document, heads)
const COLUMNS: readonly Column<Row>[] = [
  named.reference,
  named.issuedOn,
  named.subject,
  { id: 'expected', title: heads.expected, width: 104, align: 'r', cell: (row) => row.expected },
  { id: 'sent', title: heads.sent, width: 72, align: 'r', cell: (row) => row.sent },
  { id: 'acknowledged', title: heads.acknowledged, width: 72, align: 'r', cell: (row) => row.acknowledged },
  {
    id: 'notSent',
    title: heads.notSent,
    width: 92,
    align: 'r',
    cell: (row) =>
      row.notSent > 0 ? (
        <span className="delivery-state">
          <span className="dot danger" /> {row.notSent}
        </span>
      ) : (
        ''
      )
  },
  {
    id: 'oldest',
    title: heads.oldest,
    width: 92,
    align: 'r',
    cell: (row) => (row.oldestDays === null ? '' : words.days(row.oldestDays))
  }
]

/** Outgoing documents with what is sent and signed for; those with work left by default. */
export function OverviewTable() {
  const [, navigate] = useLocation()
  const [only, setOnly] = useKeptState<'open' | 'all'>('delivery.only', 'open')
  const [text, setText] = useKeptState('delivery.text', '')
  const [current, setCurrent] = useKeptState<string | null>('delivery.current', null)
  const client = useClient()
  const question = { only, text: text.trim() }
  const found = usePages<Overview>({
    key: ['delivery.overview', question],
    ask: (offset, limit) => client.call('delivery.overview', { ...question, offset, limit }),
    size: PAGE
  })
  const rows = useMemo(() => rowsOf(found.list, rowsOfPage, idOf), [found.list])
  const open = (row: Row) => navigate(paths.delivery(row.document.id))
  useShortcuts({ 'Ctrl+f': () => document.getElementById('delivery-filter')?.focus() })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open }
  ])
  if (found.error) return <FailureNote error={found.error} onRetry={found.retry} />
  return (
    <div className="screen fill">
      <div className="subbar">
        <Segments<'open' | 'all'>
          label={words.show}
          value={only}
          onChange={setOnly}
          choices={[
            { value: 'open', text: words.onlyOpen },
            { value: 'all', text: words.all }
          ]}
        />
        <input
          id="delivery-filter"
          className="input delivery-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.list ? (
        <Table<Row>
          label={words.title}
          columns={COLUMNS}
          rows={rows}
          rowKey={idOf}
          current={current}
          onCurrent={setCurrent}
          onOpen={open}
          onSeen={found.see}
          question={found.list.question}
          autoFocus
          empty={
            <EmptyState title={only === 'open' && text === '' ? words.emptyOpen : words.emptyAll}>
              <p className="muted">{only === 'open' && text === '' ? words.emptyOpenText : words.emptyAllText}</p>
            </EmptyState>
          }
        />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function rowsOfPage(page: Overview): readonly Row[] {
  return page.rows
}

function idOf(row: Row): string {
  return row.document.id
}
