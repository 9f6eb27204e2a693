import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { DocumentId } from '#contract/ids.ts'
import type { BoardState, HandlingRow } from '#contract/operations/handling.ts'
import type { OutputOf } from '#contract/operations.ts'
import { BOARD_STATES } from '#domain/deadline/handling-state.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { HANDLING, paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { Select } from '../../components/select.tsx'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useDebounced } from '../../hooks/use-debounced.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { rowsOf, usePages } from '../../hooks/use-pages.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { useClient } from '../../transport/context.tsx'
import { boardColumns, GIVEN_UP } from './board-columns.tsx'
import { DoneDialog } from './done-dialog.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { useHandling } from './use-handling.ts'
import './handling.css'

type Board = OutputOf<'handling.board'>

const PAGE = 100
const LIST = { name: 'overdue-list' } as const
const BOOK = { name: 'follow-up-book', direction: 'incoming' } as const

/** The overdue board: incoming papers at work, by deadline, with one key to say how it went (D07). */
export function HandlingScreen(_props: ScreenProps) {
  const [, navigate] = useLocation()
  const client = useClient()
  const [state, setState] = useKeptState<BoardState>('handling.state', 'overdue')
  const [unit, setUnit] = useKeptState('handling.unit', '')
  const [text, setText] = useKeptState('handling.text', '')
  const [currentId, setCurrentId] = useKeptState<string | null>('handling.current', null)
  const [asked, setAsked] = useState<Readonly<{ what: 'done' | 'report'; id: DocumentId }> | null>(null)
  const [place, width] = useWidth<HTMLDivElement>()
  const print = usePrint()
  const typed = useDebounced(text, 150)
  const filter = { unit: unit === '' ? null : unit, text: typed.trim() }
  const found = usePages<Board>({
    key: ['handling.board', { state, ...filter }],
    ask: (offset, limit) => client.call('handling.board', { state, ...filter, offset, limit }),
    size: PAGE
  })
  const board = found.list?.newest
  const rows = useMemo(() => rowsOf(found.list, rowsOfBoard, idOf), [found.list])
  const current = rows.find((row) => row?.document.id === currentId) ?? rows[0] ?? null
  const columns = useMemo(() => boardColumns(state), [state])
  const deeds = useHandling((asked?.id ?? current?.document.id ?? '') as DocumentId)
  const close = () => setAsked(null)
  const ask = (what: 'done' | 'report') => {
    if (!current || state === 'done') return false
    setAsked({ what, id: current.document.id })
  }
  const open = (row: HandlingRow) => navigate(paths.document(row.document.id, { tab: HANDLING }))
  useShortcuts({
    'Ctrl+p': () => void print.report(LIST),
    'Ctrl+f': () => document.getElementById('handling-filter')?.focus(),
    F8: () => ask('done'),
    'Alt+t': () => ask('report')
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    ...(state === 'done'
      ? []
      : [
          { keys: ['F8'], does: words.keys.done },
          { keys: ['Alt T'], does: words.keys.report }
        ]),
    { keys: ['Ctrl P'], does: words.keys.print }
  ])
  const filtered = unit !== '' || typed.trim() !== ''
  return (
    <div className="screen fill" ref={place}>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        <Button icon="print" disabled={print.busy} onPress={() => void print.report(LIST)}>
          {words.printList} <Kbd>Ctrl P</Kbd>
        </Button>
        <Button icon="book" disabled={print.busy} onPress={() => void print.report(BOOK)}>
          {words.printBook}
        </Button>
        <SaveMenu report={BOOK} />
      </div>
      <Tabs<BoardState>
        label={words.board}
        open={state}
        onOpen={setState}
        tabs={BOARD_STATES.map((one) => ({
          id: one,
          title: words.states[one],
          count: board?.counts[one] ?? null
        }))}
      >
        <div className="screen fill">
          <div className="subbar handling-bar">
            <Select
              bare
              label={words.filterUnit}
              value={unit}
              onChange={setUnit}
              choices={[
                { value: '', text: words.everyUnit },
                ...(board?.units ?? []).map((one) => ({
                  value: one.name,
                  text: words.unitChoice(one.name, one.open, one.overdue)
                })),
                ...(unit !== '' && !board?.units.some((one) => one.name === unit) ? [{ value: unit, text: unit }] : [])
              ]}
            />
            <input
              id="handling-filter"
              className="input handling-filter"
              aria-label={words.filterText}
              placeholder={words.filterText}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          {found.error ? (
            <div className="screen-pad">
              <FailureNote error={found.error} onRetry={found.retry} />
            </div>
          ) : !board ? (
            <Loading />
          ) : (
            <Table<HandlingRow>
              key={state}
              label={words.states[state]}
              columns={fitColumns(columns, GIVEN_UP, width)}
              rows={rows}
              rowKey={idOf}
              current={current?.document.id ?? null}
              onCurrent={setCurrentId}
              onOpen={open}
              onSeen={found.see}
              question={found.list?.question ?? ''}
              autoFocus
              empty={
                <EmptyState title={filtered ? words.emptyFiltered : words.empty[state]}>
                  {!filtered && <p className="muted">{words.emptyText}</p>}
                </EmptyState>
              }
            />
          )}
        </div>
      </Tabs>
      {asked?.what === 'done' && (
        <DoneDialog
          documentId={asked.id}
          busy={deeds.busy}
          onClose={close}
          onSave={(said) => deeds.done(said, close)}
        />
      )}
      {asked?.what === 'report' && (
        <ReportDialog busy={deeds.busy} onClose={close} onSave={(said) => deeds.report(said, close)} />
      )}
    </div>
  )
}

function rowsOfBoard(page: Board): readonly HandlingRow[] {
  return page.rows
}

function idOf(row: HandlingRow): string {
  return row.document.id
}
