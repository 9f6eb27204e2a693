import { useEffect, useState } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { Badge, type BadgeTone } from '../../components/badge.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import type { Column } from '../../components/table/columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { showDay } from '../../strings/dates.ts'
import { worklistWords as words } from '../../strings/worklists.ts'
import { type CitationRow, citedName, citingLine, rowAfter, rowKey } from './citation-question.ts'
import type { CitationKind } from './kinds-pane.tsx'
import { QuestionPanel } from './question-panel.tsx'
import { useWorklist } from './use-worklist.ts'

const TONES: Readonly<Record<CitationRow['kind'], BadgeTone>> = {
  ambiguous: 'warn',
  'date-mismatch': 'danger',
  missing: 'stub'
}

const COLUMNS: readonly Column<CitationRow>[] = [
  {
    id: 'cited',
    title: words.columns.cited,
    width: 150,
    always: true,
    cell: (row) => <span className="ref">{citedName(row)}</span>
  },
  {
    id: 'day',
    title: words.columns.day,
    width: 106,
    cell: (row) => <span className="num">{showDay(row.issuedOn) || words.noDay}</span>
  },
  {
    id: 'inside',
    title: words.columns.inside,
    width: null,
    cell: (row) => <span title={citingLine(row)}>{citingLine(row)}</span>
  },
  {
    id: 'times',
    title: words.columns.times,
    width: 56,
    align: 'r',
    cell: (row) => <span className="num">{row.times}</span>
  },
  {
    id: 'state',
    title: words.columns.state,
    width: 100,
    cell: (row) => <Badge tone={TONES[row.kind]}>{words.states[row.kind]}</Badge>
  }
]

/** Citations that want a person, most cited first, and the question about the current one. */
export function CitationList(props: Readonly<{ kind: CitationKind }>) {
  const kind = props.kind === 'all' ? null : props.kind
  const list = useWorklist('worklist.citations', { kind }, rowsOfPage, rowKey)
  const { rows } = list
  const [currentKey, setCurrentKey] = useKeptState<string | null>(`worklist.${props.kind}`, null)
  const current = rows.find((row) => row !== null && rowKey(row) === currentKey) ?? rows[0] ?? null
  const [place, setPlace] = useState(0)
  const [lookedUp, setLookedUp] = useState<DocumentLine | null>(null)
  const key = current ? rowKey(current) : null
  useEffect(() => {
    setPlace(0)
    setLookedUp(null)
  }, [key])
  if (list.error) {
    return (
      <div className="screen-pad grow">
        <FailureNote error={list.error} onRetry={list.retry} />
      </div>
    )
  }
  if (list.list === null) return <Loading />
  if (rows.length === 0) {
    return (
      <EmptyState title={words.emptyTitles[props.kind]}>
        <p className="muted">{words.emptyText}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <section className="col work-list">
        <Table<CitationRow>
          label={words.citationsTable}
          columns={COLUMNS}
          rows={rows}
          rowKey={rowKey}
          current={key}
          onCurrent={setCurrentKey}
          {...(props.kind === 'all' ? { groupOf: kindOf } : {})}
          groupTitle={(_key, group) => {
            const kind = group[0]?.kind
            return (
              kind && (
                <>
                  {words.kinds[kind]} <span className="muted">· {words.groupHints[kind]}</span>
                </>
              )
            )
          }}
          onSeen={list.onSeen}
          question={list.list.question}
          autoFocus
        />
      </section>
      {current && (
        <QuestionPanel
          key={key}
          row={current}
          place={Math.min(place, current.citations.length - 1)}
          onPlace={setPlace}
          lookedUp={lookedUp}
          onLookedUp={setLookedUp}
          onAnswered={() => {
            if (key && current.citations.length <= 1) setCurrentKey(rowAfter(rows, key))
            setPlace(0)
          }}
        />
      )}
    </>
  )
}

function kindOf(row: CitationRow): string {
  return row.kind
}

function rowsOfPage(page: OutputOf<'worklist.citations'>): readonly CitationRow[] {
  return page.rows
}
