import { useLocation } from 'wouter'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { CORRECT, paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import type { Column } from '../../components/table/columns.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, showInstant } from '../../strings/dates.ts'
import { worklistWords as words } from '../../strings/worklists.ts'
import type { FileKind } from './kinds-pane.tsx'
import { OcrBar } from './ocr-bar.tsx'
import { useWorklist } from './use-worklist.ts'

const COLUMNS: readonly Column<DocumentLine>[] = [
  {
    id: 'reference',
    title: words.columns.reference,
    width: 150,
    always: true,
    cell: (row) => <span className="ref">{row.reference ?? commonWords.noReference}</span>
  },
  {
    id: 'issuedOn',
    title: words.columns.issuedOn,
    width: 104,
    cell: (row) => <span className="num">{showDay(row.issuedOn)}</span>
  },
  {
    id: 'author',
    title: words.columns.author,
    width: 190,
    cell: (row) => <span title={row.issuer ?? undefined}>{row.issuer}</span>
  },
  {
    id: 'subject',
    title: words.columns.subject,
    width: null,
    always: true,
    cell: (row) => <span title={row.subject ?? undefined}>{row.subject ?? commonWords.noSubject}</span>
  },
  {
    id: 'filedAt',
    title: words.columns.filedAt,
    width: 148,
    cell: (row) => <span className="num">{showInstant(row.filedAt)}</span>
  }
]

/** Documents that want a look: not readable, not reviewed, or sharing a number. */
export function DocumentList(props: Readonly<{ kind: FileKind }>) {
  const [, navigate] = useLocation()
  const [place, width] = useWidth<HTMLElement>()
  const list = useWorklist('worklist.documents', { kind: props.kind }, documentsOfPage, idOf)
  const { rows } = list
  const [currentId, setCurrentId] = useKeptState<string | null>(`worklist.${props.kind}`, null)
  const current = rows.find((row) => row?.id === currentId) ?? rows[0] ?? null
  useShortcuts({
    F2: () => {
      if (!current) return false
      navigate(paths.document(current.id, { tab: CORRECT }))
    }
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['F2'], does: words.correct }
  ])
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
    <section className="col work-list wide" ref={place}>
      <p className="work-help">{words.documentHelp[props.kind]}</p>
      {props.kind === 'no-text' && <OcrBar />}
      <Table<DocumentLine>
        label={words.documentsTable}
        columns={fitColumns(COLUMNS, ['filedAt', 'author'], width)}
        rows={rows}
        rowKey={idOf}
        current={current?.id ?? null}
        onCurrent={setCurrentId}
        onOpen={(row) => navigate(paths.document(row.id))}
        {...(props.kind === 'number-taken' ? { groupOf: sharedNumber } : {})}
        groupTitle={(key) => key}
        onSeen={list.onSeen}
        question={list.list.question}
        autoFocus
      />
    </section>
  )
}

/** Documents with one number stand together under it. */
function sharedNumber(row: DocumentLine): string {
  return row.reference ?? commonWords.noReference
}

function documentsOfPage(page: OutputOf<'worklist.documents'>): readonly DocumentLine[] {
  return page.documents
}

function idOf(row: DocumentLine): string {
  return row.id
}
