import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DirectiveRow } from '#contract/operations/directives.ts'
import type { OutputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { Select } from '../../components/select.tsx'
import type { Column } from '../../components/table/columns.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { unansweredWords as words } from '../../strings/unanswered.ts'
import { DaysAllowed } from './days-allowed.tsx'
import { useWorklist } from './use-worklist.ts'

const COLUMNS: readonly Column<DirectiveRow>[] = [
  {
    id: 'reference',
    title: words.columns.reference,
    width: 140,
    always: true,
    cell: (row) => <span className="ref">{row.document.reference ?? commonWords.noReference}</span>
  },
  {
    id: 'since',
    title: words.columns.since,
    width: 104,
    cell: (row) => <span className="num">{showDay(row.since)}</span>
  },
  {
    id: 'age',
    title: words.columns.age,
    width: 104,
    align: 'r',
    cell: (row) => <span className="num">{words.days(showCount(row.ageDays))}</span>
  },
  {
    id: 'subject',
    title: words.columns.subject,
    width: null,
    always: true,
    cell: (row) => (
      <span title={row.document.subject ?? undefined}>{row.document.subject ?? commonWords.noSubject}</span>
    )
  },
  {
    id: 'issuer',
    title: words.columns.issuer,
    width: 190,
    cell: (row) => <span title={row.document.issuer ?? undefined}>{row.document.issuer}</span>
  }
]
const REASON: Column<DirectiveRow> = {
  id: 'excuse',
  title: words.columns.excuse,
  width: 220,
  cell: (row) => <span title={row.excuse ?? undefined}>{row.excuse}</span>
}
const ALL = ''

/** Superiors' directives that no paper of the district answers (C15), and those a person said need no answer. */
export function UnansweredList() {
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const [place, width] = useWidth<HTMLElement>()
  const [shown, setShown] = useKeptState<'waiting' | 'excused'>('worklist.unanswered.shown', 'waiting')
  const [issuer, setIssuer] = useKeptState('worklist.unanswered.issuer', ALL)
  const [currentId, setCurrentId] = useKeptState<string | null>('worklist.unanswered', null)
  const [asking, setAsking] = useState<DirectiveRow | null>(null)
  const [setting, setSetting] = useState(false)
  const excused = shown === 'excused'
  const list = useWorklist('worklist.unanswered', { excused, issuer: issuer === ALL ? null : issuer }, rowsOfPage, idOf)
  const { rows } = list
  const excuse = useCommand('directive.excuse')
  const require = useCommand('directive.require')
  const current = rows.find((row) => row?.document.id === currentId) ?? rows[0] ?? null
  const nameOf = (row: DirectiveRow) => row.document.reference ?? commonWords.noReference
  const decide = () => {
    if (!current) return
    if (!excused) return setAsking(current)
    require.mutate(
      { documentId: current.document.id },
      {
        onSuccess: (out) => toasts.done(words.required(nameOf(current)), out.undo),
        onError: (error) => toasts.failed(error, words.notWritten(nameOf(current)))
      }
    )
  }
  const write = (row: DirectiveRow, reason: string) =>
    excuse.mutate(
      { documentId: row.document.id, reason },
      {
        onSuccess: (out) => {
          const after = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1]
          setCurrentId(after?.document.id ?? null)
          setAsking(null)
          toasts.done(words.excused(nameOf(row)), out.undo)
        },
        onError: (error) => toasts.failed(error, words.notWritten(nameOf(row)))
      }
    )
  useShortcuts({
    k: decide,
    'Ctrl+l': () => {
      if (!current) return false
      navigate(paths.lineage(current.document.id))
    }
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['K'], does: excused ? words.require : words.excuse },
    { keys: ['Ctrl', 'L'], does: words.keys.lineage }
  ])
  if (list.error) {
    return (
      <div className="screen-pad grow">
        <FailureNote error={list.error} onRetry={list.retry} />
      </div>
    )
  }
  if (list.list === null) return <Loading />
  const first = list.list.newest
  const issuers = first.issuers.flatMap((one) => (one.issuer === null ? [] : [{ ...one, issuer: one.issuer }]))
  return (
    <section className="col work-list wide" ref={place}>
      <div className="subbar">
        <Segments<'waiting' | 'excused'>
          label={words.shown}
          value={shown}
          onChange={setShown}
          choices={(['waiting', 'excused'] as const).map((value) => ({ value, text: words.shownAs[value] }))}
        />
        <span className="work-issuer">
          <Select
            bare
            label={words.issuer}
            value={issuers.some((one) => one.issuer === issuer) ? issuer : ALL}
            onChange={setIssuer}
            choices={[
              { value: ALL, text: words.everyIssuer },
              ...issuers.map((one) => ({ value: one.issuer, text: words.issuerOf(one.issuer, showCount(one.count)) }))
            ]}
          />
        </span>
        <Button small onPress={() => setSetting(true)}>
          {words.after(first.days)}
        </Button>
        <span className="row end">
          <Button small disabled={!current} onPress={decide}>
            {excused ? words.require : words.excuse} <Kbd>K</Kbd>
          </Button>
        </span>
      </div>
      <p className="work-help">{excused ? words.helpExcused : words.help(first.days)}</p>
      {rows.length === 0 ? (
        <EmptyState title={excused ? words.emptyExcused : words.empty(first.days)}>
          <p className="muted">{words.emptyText}</p>
        </EmptyState>
      ) : (
        <Table<DirectiveRow>
          label={words.table}
          columns={fitColumns(excused ? [...COLUMNS, REASON] : COLUMNS, ['issuer', 'since'], width)}
          rows={rows}
          rowKey={idOf}
          current={current?.document.id ?? null}
          onCurrent={setCurrentId}
          onOpen={(row) => navigate(paths.document(row.document.id))}
          onSeen={list.onSeen}
          question={list.list.question}
          autoFocus
        />
      )}
      {asking && (
        <Confirm
          title={words.question(nameOf(asking))}
          action={words.excuse}
          reason="required"
          busy={excuse.isPending}
          onKeep={() => setAsking(null)}
          onDo={(reason) => write(asking, reason)}
        >
          <p className="muted">{asking.document.subject}</p>
        </Confirm>
      )}
      {setting && <DaysAllowed days={first.days} onClose={() => setSetting(false)} />}
    </section>
  )
}

function rowsOfPage(page: OutputOf<'worklist.unanswered'>): readonly DirectiveRow[] {
  return page.rows
}

function idOf(row: DirectiveRow): string {
  return row.document.id
}
