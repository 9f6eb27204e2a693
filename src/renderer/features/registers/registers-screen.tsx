import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { RegisterRow } from '#contract/operations/registers.ts'
import type { InputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { CORRECT, paths } from '../../app/paths.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { useChosenColumns } from '../../components/table/columns.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { showCount } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'
import { PeriodChooser } from './period-chooser.tsx'
import { type Book, GIVEN_UP, REGISTER_COLUMNS } from './register-columns.tsx'
import { RegisterDetail } from './register-detail.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { type Grouping, groupFacts, groupName } from './register-groups.ts'
import { BOOK_KIND, boundsOf, type Chosen } from './register-period.ts'
import { useRegister } from './use-register.ts'
import './registers.css'

type Sort = InputOf<'register.list'>['sort']
type View = Readonly<{ sort: Sort; descending: boolean; group: Grouping; withdrawn: boolean; detail: boolean }>
const VIEW: View = { sort: 'number', descending: true, group: 'day', withdrawn: true, detail: true }

/** Văn bản đến, Văn bản đi: the section decides which book. */
export function RegistersScreen(props: ScreenProps) {
  const book: Book = props.section === 'outgoing' ? 'outgoing' : 'incoming'
  return <RegisterBook key={book} book={book} />
}

function RegisterBook(props: Readonly<{ book: Book }>) {
  const { book } = props
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useKeptState<Chosen>(`register.${book}.period`, { kind: 'newest' })
  const [text, setText] = useKeptState(`register.${book}.text`, '')
  const [currentId, setCurrentId] = useKeptState<string | null>(`register.${book}.current`, null)
  const [view, setView] = useStoredView(book)
  const filter = useRef<HTMLInputElement>(null)
  const print = usePrint()

  const periods = useCall('register.periods', { direction: book }, { keep: true })
  const bounds = boundsOf(chosen, periods.data?.periods ?? [], BOOK_KIND[book])
  const typed = usePaused(text.normalize('NFC').trim())
  const register = useRegister(
    {
      direction: book,
      from: bounds.from,
      to: bounds.to,
      text: typed,
      sort: view.sort,
      descending: view.descending,
      group: view.group,
      withdrawn: view.withdrawn
    },
    periods.isSuccess
  )
  const current = register.rows.find((row) => row.document.id === currentId) ?? register.rows[0] ?? null
  const report: AskedReport = {
    name: book === 'incoming' ? 'register-in' : 'register-out',
    from: bounds.from,
    to: bounds.to,
    direction: book
  }

  const open = (row: RegisterRow | null) => row && navigate(paths.document(row.document.id))
  const sign = () => current && !current.document.withdrawn && navigate(paths.delivery(current.document.id))
  const correct = () =>
    current && !current.document.withdrawn && navigate(paths.document(current.document.id, { tab: CORRECT }))
  useShortcuts({
    'Ctrl+f': () => filter.current?.select(),
    'Ctrl+i': () => setView({ ...view, detail: !view.detail }),
    'Ctrl+p': () => void print.report(report),
    F2: () => void correct(),
    F8: () => void sign(),
    Escape: () => {
      if (text === '') return false
      setText('')
    }
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['F2'], does: words.keys.correct },
    { keys: ['F8'], does: words.keys.sign },
    { keys: ['Ctrl I'], does: words.keys.detail },
    { keys: ['Ctrl F'], does: words.keys.filter }
  ])

  const all = REGISTER_COLUMNS[book]
  const columns = useChosenColumns(`register.${book}`, all)
  const [place, width] = useWidth<HTMLDivElement>()
  const shown = fitColumns(columns.shown, GIVEN_UP[book], width)
  const groupOf = useMemo(() => (view.group === 'none' ? undefined : (row: RegisterRow) => row.group), [view.group])
  const failed = periods.error ?? register.error
  const empty = register.first !== null && register.first.total === 0
  return (
    <div className="registers" ref={place}>
      <div className="toolbar">
        <h1>{words.titles[book]}</h1>
        <PeriodChooser
          periods={periods.data?.periods ?? []}
          chosen={chosen}
          value={bounds.value}
          onChoose={setChosen}
        />
        <Counts first={register.first} />
        <span className="row reg-deeds">
          <Button icon="print" disabled={print.busy || empty} onPress={() => void print.report(report)}>
            {words.print} <Kbd>Ctrl P</Kbd>
          </Button>
          <SaveMenu report={empty ? null : report} />
          <Button kind="primary" icon="add" onPress={() => navigate(paths.filing)}>
            {words.file} <Kbd>Ctrl N</Kbd>
          </Button>
        </span>
      </div>
      <RegisterFilters
        ref={filter}
        book={book}
        text={text}
        onText={setText}
        group={view.group}
        onGroup={(group) => setView({ ...view, group })}
        withdrawn={view.withdrawn}
        onWithdrawn={(withdrawn) => setView({ ...view, withdrawn })}
        columns={all}
        hidden={columns.hidden}
        onColumn={columns.toggle}
        onDown={() => document.querySelector<HTMLElement>('.registers table')?.focus()}
      />
      {failed ? (
        <div className="screen-pad">
          <FailureNote error={failed} onRetry={() => (periods.error ? void periods.refetch() : register.retry())} />
        </div>
      ) : register.pending ? (
        <Loading text={words.loadingBook(bounds.name)} rows={8} />
      ) : empty ? (
        <NothingThere
          book={book}
          name={bounds.name}
          narrowed={typed !== '' || chosen.kind === 'days'}
          onAll={() => {
            setText('')
            setChosen({ kind: 'all' })
          }}
        />
      ) : (
        <Table<RegisterRow>
          label={words.tables[book]}
          columns={shown}
          rows={register.rows}
          rowKey={(row) => row.document.id}
          current={current?.document.id ?? null}
          onCurrent={setCurrentId}
          onOpen={open}
          {...(groupOf ? { groupOf } : {})}
          groupTitle={(key, rows) => (
            <>
              {groupName(key, view.group)} <span className="muted">· {groupFacts(rows)}</span>
            </>
          )}
          sort={{ by: view.sort, descending: view.descending }}
          onSort={(by) =>
            setView({
              ...view,
              sort: by as Sort,
              descending: view.sort === by ? !view.descending : by === 'number' || by === 'issued' || by === 'arrived'
            })
          }
          rowClass={(row) => (row.document.withdrawn ? 'void' : '')}
          total={register.first?.total ?? 0}
          onNearEnd={register.more}
          autoFocus
        />
      )}
      {view.detail && current && !empty && !failed && (
        <RegisterDetail
          row={current}
          onOpen={() => void open(current)}
          onCorrect={() => void correct()}
          onSign={() => void sign()}
        />
      )}
    </div>
  )
}

function Counts(props: Readonly<{ first: ReturnType<typeof useRegister>['first'] }>) {
  const { first } = props
  if (!first) return null
  const parts = [
    words.counts(showCount(first.total)),
    ...(first.withdrawn > 0 ? [words.withdrawnCount(showCount(first.withdrawn))] : []),
    ...(first.unacknowledged > 0 ? [words.unacknowledgedCount(showCount(first.unacknowledged))] : [])
  ]
  return (
    <span className="hint clip" role="status">
      {parts.join(' · ')}
    </span>
  )
}

function NothingThere(props: Readonly<{ book: Book; name: string; narrowed: boolean; onAll(): void }>) {
  const [, navigate] = useLocation()
  const overview = useCall('overview', {}, { keep: true })
  if (!props.narrowed || overview.data?.documents === 0) {
    return (
      <EmptyState title={words.emptyTitle[props.book]}>
        <p className="muted">{words.emptyText}</p>
        <Button kind="primary" icon="file-add" onPress={() => navigate(paths.filing)}>
          {words.file}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={words.noneTitle}>
      <p className="muted">{words.noneText(props.name)}</p>
      <Button onPress={props.onAll}>{words.noneAll}</Button>
    </EmptyState>
  )
}

/** Order, grouping and panes as the clerk left them, also after the program was closed. */
function useStoredView(book: Book): readonly [View, (view: View) => void] {
  const place = `vankho.register.${book}`
  // Papers come in many a day; a few a month go out.
  const initial: View = book === 'incoming' ? VIEW : { ...VIEW, group: 'month' }
  const [view, setView] = useState<View>(() => {
    try {
      return { ...initial, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<View>) }
    } catch {
      return initial
    }
  })
  return [
    view,
    (next) => {
      setView(next)
      localStorage.setItem(place, JSON.stringify(next))
    }
  ]
}

function usePaused(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 120)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
