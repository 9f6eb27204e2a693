import { useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import type { BookId } from '#contract/ids.ts'
import type { Book as NumberBook } from '#contract/operations/books.ts'
import type { RegisterRow } from '#contract/operations/registers.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { CORRECT, paths } from '../../app/paths.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { useChosenColumns } from '../../components/table/columns.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useDebounced } from '../../hooks/use-debounced.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'
import { FondsBar } from '../books/fonds-bar.tsx'
import { BookChooser } from './book-chooser.tsx'
import { useInlineEdit } from './inline-edit.tsx'
import { PeriodChooser } from './period-chooser.tsx'
import { type Book, GIVEN_UP, NUMBER_COLUMN, REGISTER_COLUMNS } from './register-columns.tsx'
import { RegisterDetail } from './register-detail.tsx'
import { entryColumns, entryGroup, entryKey, type RegisterEntry, rowOf } from './register-entry.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { groupFacts, groupName } from './register-groups.ts'
import { BOOK_KIND, boundsOf, type Chosen } from './register-period.ts'
import { type Sort, useStoredView } from './register-view.ts'
import type { SavedView } from './saved-views.ts'
import { useRegister } from './use-register.ts'
import { ViewMenu } from './view-menu.tsx'
import './registers.css'

/** Books of the official forms beside each register. */
const OTHER_BOOKS = {
  incoming: ['follow-up-book', 'handover-in'],
  outgoing: ['post-book', 'handover-out']
} as const
const NO_BOOKS: readonly NumberBook[] = []

/** Văn bản đến, Văn bản đi: the section decides which book. */
export function RegistersScreen(props: ScreenProps) {
  const book: Book = props.section === 'outgoing' ? 'outgoing' : 'incoming'
  return <RegisterBook key={book} book={book} />
}

function RegisterBook(props: Readonly<{ book: Book }>) {
  const { book } = props
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useKeptState<Chosen>(`register.${book}.period`, { kind: 'newest' })
  const [bookId, setBookId] = useKeptState<BookId | null>(`register.${book}.book`, null)
  const [text, setText] = useKeptState(`register.${book}.text`, '')
  const [currentId, setCurrentId] = useKeptState<string | null>(`register.${book}.current`, null)
  const [view, setView] = useStoredView(book)
  const filter = useRef<HTMLInputElement>(null)
  const print = usePrint()

  const periods = useCall('register.periods', { direction: book }, { keep: true })
  const books = useCall('book.list', { direction: book }, { keep: true }).data?.books ?? NO_BOOKS
  const oneBook = books.find((one) => one.id === bookId) ?? null
  const period = boundsOf(chosen, periods.data?.periods ?? [], BOOK_KIND[book])
  // A book has a period of its own.
  const bounds = oneBook ? { from: null, to: null, name: bookName(oneBook), value: period.value } : period
  const typed = useDebounced(text.normalize('NFC').trim(), 120)
  const register = useRegister(
    {
      direction: book,
      from: bounds.from,
      to: bounds.to,
      text: typed,
      sort: view.sort,
      descending: view.descending,
      group: view.group,
      withdrawn: view.withdrawn,
      bookId: oneBook?.id ?? null
    },
    periods.isSuccess
  )
  const currentEntry = useCurrentEntry(register.entries, currentId)
  const current = rowOf(currentEntry)
  const report: AskedReport = {
    name: book === 'incoming' ? 'register-in' : 'register-out',
    from: bounds.from,
    to: bounds.to,
    direction: book,
    bookId: oneBook?.id ?? null
  }

  const open = (row: RegisterRow | null) => row && navigate(paths.document(row.document.id))
  const sign = () => current && !current.document.withdrawn && navigate(paths.delivery(current.document.id))
  const correct = () =>
    current && !current.document.withdrawn && navigate(paths.document(current.document.id, { tab: CORRECT }))
  const all = REGISTER_COLUMNS[book]
  const columns = useChosenColumns(`register.${book}`, all)
  const [place, width] = useWidth<HTMLDivElement>()
  const shown = fitColumns(columns.shown, GIVEN_UP[book], width)
  const focusTable = () => document.querySelector<HTMLElement>('.registers table')?.focus({ preventScroll: true })
  const sealedIn = (row: RegisterRow) => {
    const own = books.find((one) => one.id === row.bookId)
    if (own?.state !== 'closed') return null
    return own.ofClosedFonds ? words.inline.sealedFonds : words.inline.sealed(bookName(own))
  }
  const inline = useInlineEdit(
    book,
    current,
    shown.map((column) => column.id),
    sealedIn,
    focusTable
  )
  const take = (saved: SavedView) => {
    setChosen(saved.chosen)
    setBookId(saved.bookId as BookId | null)
    setText(saved.text)
    setView({ ...view, ...saved.view })
    columns.choose(saved.hidden)
  }
  const { may } = useAccess()
  useShortcuts({
    'Ctrl+f': () => filter.current?.select(),
    'Ctrl+i': () => setView({ ...view, detail: !view.detail }),
    'Ctrl+p': () => void print.report(report),
    F2: () => (may('document.correct') && inline.begin() ? undefined : false),
    'Shift+F2': () => (may('document.correct') ? void correct() : false),
    F7: () => navigate(paths.books),
    F8: () => (may('delivery.acknowledge') ? void sign() : false),
    Escape: () => {
      if (text === '') return false
      setText('')
    }
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['F2'], does: words.keys.inline },
    { keys: ['Shift', 'F2'], does: words.keys.full },
    { keys: ['F7'], does: words.keys.books },
    { keys: ['F8'], does: words.keys.sign },
    { keys: ['Ctrl I'], does: words.keys.detail },
    { keys: ['Ctrl F'], does: words.keys.filter }
  ])

  const edited = shown.map((column) => ({
    ...column,
    cell: (row: RegisterRow) => inline.cell(row, column) ?? column.cell(row)
  }))
  const failed = periods.error ?? register.error
  const empty = register.first !== null && register.first.total === 0 && register.entries.length === 0
  return (
    <div className="registers" ref={place}>
      <div className="toolbar">
        <h1>{words.titles[book]}</h1>
        <span className="reg-books">
          <BookChooser books={books} chosen={oneBook?.id ?? null} onChoose={setBookId} />
        </span>
        {oneBook === null && (
          <PeriodChooser
            periods={periods.data?.periods ?? []}
            chosen={chosen}
            value={bounds.value}
            onChoose={setChosen}
          />
        )}
        <MenuButton
          items={[
            { id: 'books', text: words.toBooks, run: () => navigate(paths.books) },
            ...OTHER_BOOKS[book].map((name) => ({
              id: name,
              text: words.official[name],
              run: () => navigate(paths.officialBook(name))
            }))
          ]}
        >
          {words.otherBooks}
        </MenuButton>
        <span className="row reg-deeds">
          <Button icon="print" disabled={print.busy || empty} onPress={() => void print.report(report)}>
            {words.print} <Kbd>Ctrl P</Kbd>
          </Button>
          <SaveMenu report={empty ? null : report} />
          <Button needs="document.file" kind="primary" icon="add" onPress={() => navigate(paths.filing)}>
            {words.file} <Kbd>Ctrl N</Kbd>
          </Button>
        </span>
      </div>
      <FondsBar.Banner />
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
        onDown={focusTable}
        views={
          <ViewMenu
            register={book}
            now={{ chosen, bookId: oneBook?.id ?? null, text, view, hidden: columns.hidden }}
            onTake={take}
          />
        }
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
          narrowed={typed !== '' || chosen.kind === 'days' || oneBook !== null}
          onAll={() => {
            setText('')
            setBookId(null)
            setChosen({ kind: 'all' })
          }}
        />
      ) : (
        <Table<RegisterEntry>
          label={words.tables[book]}
          columns={entryColumns(edited, NUMBER_COLUMN[book])}
          rows={register.entries}
          rowKey={entryKey}
          current={currentEntry ? entryKey(currentEntry) : null}
          onCurrent={(key, _entry, row) => {
            setCurrentId(key)
            register.leaveAt(row)
          }}
          onOpen={(entry) => void open(rowOf(entry))}
          {...(view.group === 'none' ? {} : { groupOf: entryGroup })}
          groupTitle={(key, entries, whole) => (
            <>
              {groupName(key, view.group)}{' '}
              {whole && <span className="muted">· {groupFacts(entries.flatMap((one) => rowOf(one) ?? []))}</span>}
            </>
          )}
          sort={{ by: view.sort, descending: view.descending }}
          onSort={(by) =>
            setView({
              ...view,
              sort: by as Sort,
              descending: view.sort === by ? !view.descending : ['number', 'issued', 'arrived', 'handed'].includes(by)
            })
          }
          rowClass={(entry) => (entry.kind === 'blank' || entry.row.document.withdrawn ? 'void' : '')}
          onSeen={register.onSeen}
          question={register.question}
          startAt={register.startAt}
          autoFocus
        />
      )}
      {!empty && !failed && <Total first={register.first} book={oneBook} />}
      {inline.question}
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

/** The line one stands on, else the first; one that is out of sight and not known any more is still the one. */
function useCurrentEntry(entries: readonly (RegisterEntry | null)[], id: string | null): RegisterEntry | null {
  const last = useRef<RegisterEntry | null>(null)
  const found = useMemo(() => entries.find((one) => one !== null && entryKey(one) === id) ?? null, [entries, id])
  const remembered = last.current !== null && entryKey(last.current) === id && entries.includes(null)
  const current = found ?? (remembered ? last.current : null) ?? entries[0] ?? null
  useEffect(() => {
    last.current = current
  }, [current])
  return current
}

/** The sums under the lines: of all that is asked for, not only of what is in sight. */
function Total(props: Readonly<{ first: ReturnType<typeof useRegister>['first']; book: NumberBook | null }>) {
  const { first, book } = props
  if (!first) return null
  const { total } = words
  const counts = book?.counts
  const parts = [
    book?.closedOn && (
      <Badge key="closed" tone="plain">
        {words.closedBook(showDay(book.closedOn))}
      </Badge>
    ),
    <b key="documents" className="strong">
      {total.documents(showCount(first.total - first.withdrawn))}
    </b>,
    first.withdrawn > 0 && total.withdrawn(showCount(first.withdrawn)),
    counts && counts.first !== null && counts.last !== null && total.range(counts.first, counts.last),
    counts && counts.missing > 0 && total.missing(showCount(counts.missing)),
    counts && counts.voided > 0 && total.voided(showCount(counts.voided)),
    counts && counts.reserved > 0 && total.reserved(showCount(counts.reserved)),
    first.unacknowledged > 0 && total.unacknowledged(showCount(first.unacknowledged))
  ]
  return (
    <div className="reg-total" role="status" aria-label={total.label}>
      {parts.map((part, index) => part && <span key={index}>{part}</span>)}
    </div>
  )
}

function NothingThere(props: Readonly<{ book: Book; name: string; narrowed: boolean; onAll(): void }>) {
  const [, navigate] = useLocation()
  const overview = useCall('overview', {}, { keep: true })
  if (!props.narrowed || overview.data?.documents === 0) {
    return (
      <EmptyState title={words.emptyTitle[props.book]}>
        <p className="muted">{words.emptyText}</p>
        <Button needs="document.file" kind="primary" icon="file-add" onPress={() => navigate(paths.filing)}>
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
