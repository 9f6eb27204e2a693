import './books.css'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Book } from '#contract/operations/books.ts'
import { foldKey } from '#domain/text/fold.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { bookWords as words } from '../../strings/books.ts'
import { secretWords } from '../../strings/secret-book.ts'
import { BOOK_COLUMNS, BOOKS_GIVEN_UP } from './book-columns.tsx'
import { BookDialogs, type BookQuestion } from './book-dialogs.tsx'
import { BookPanel } from './book-panel.tsx'
import { FondsBar } from './fonds-bar.tsx'
import { OpenBookDialog } from './open-book-dialog.tsx'
import { RulesDialog } from './rules-dialog.tsx'
import { showRegister } from './show-register.ts'

type Only = 'current' | 'incoming' | 'outgoing' | 'all'

const CHOICES = (['current', 'incoming', 'outgoing', 'all'] as const).map((value) => ({
  value,
  text: words.only[value]
}))

/** What the body's name keeps of the width. */
const LEAST_BODY = 160

/** Sổ và số: the books of numbers, what is missing in them, numbers kept back, closing (N01–N06, B07). */
export function BooksScreen() {
  const [, navigate] = useLocation()
  const [only, setOnly] = useKeptState<Only>('books.only', 'current')
  const [text, setText] = useKeptState('books.text', '')
  const [currentId, setCurrentId] = useKeptState<string | null>('books.current', null)
  const filter = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState<BookQuestion>(null)
  const [dialog, setDialog] = useState<'open' | 'rules' | null>(null)
  const found = useCall('book.list', {}, { keep: true })
  const secret = useCall('secret.state', {}, { keep: true }).data
  const books = (found.data?.books ?? []).filter((book) => isShown(book, only) && isFound(book, text))
  const current = books.find((book) => book.id === currentId) ?? books[0] ?? null
  const look = (book: Book) => showRegister(book, navigate)
  useShortcuts({
    'Ctrl+n': () => setDialog('open'),
    'Ctrl+f': () => filter.current?.select(),
    F7: () => current?.state !== 'closed' && setAsked('reserve')
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['F7'], does: words.keys.reserve },
    { keys: ['Ctrl N'], does: words.keys.openBook },
    { keys: ['Ctrl F'], does: words.keys.filter }
  ])
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        <Button icon="add" onPress={() => setDialog('open')}>
          {words.open}
        </Button>
        <Button onPress={() => setDialog('rules')}>{words.rules}</Button>
        {secret?.on && <Button onPress={() => navigate(paths.secret)}>{secretWords.link}</Button>}
        <FondsBar.Deeds />
      </div>
      <FondsBar.Banner />
      <div className="subbar">
        <Segments<Only> label={words.shown} value={only} onChange={setOnly} choices={CHOICES} />
        <input
          ref={filter}
          className="input sm books-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={text}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Loading />}
      {found.data && (
        <div className="books-split">
          <BookTable
            books={books}
            current={current}
            onCurrent={setCurrentId}
            onOpen={look}
            all={only === 'all'}
            text={text.trim()}
          />
          <BookPanel key={current?.id} book={current} onAsk={setAsked} onLook={look} />
        </div>
      )}
      {current && asked && <BookDialogs book={current} asked={asked} onClose={() => setAsked(null)} />}
      {dialog === 'open' && <OpenBookDialog onClose={() => setDialog(null)} onOpened={setCurrentId} />}
      {dialog === 'rules' && <RulesDialog onClose={() => setDialog(null)} />}
    </>
  )
}

function BookTable(
  props: Readonly<{
    books: readonly Book[]
    current: Book | null
    onCurrent(id: string): void
    onOpen(book: Book): void
    all: boolean
    text: string
  }>
) {
  const [place, width] = useWidth<HTMLElement>()
  return (
    <section className="col" aria-label={words.list} ref={place}>
      <Table<Book>
        label={words.list}
        columns={fitColumns(BOOK_COLUMNS, BOOKS_GIVEN_UP, width, LEAST_BODY)}
        rows={props.books}
        rowKey={(book) => book.id}
        current={props.current?.id ?? null}
        onCurrent={props.onCurrent}
        onOpen={props.onOpen}
        autoFocus
        empty={
          props.text === '' ? (
            <EmptyState title={props.all ? words.empty : words.emptyOther}>
              <p className="muted">{words.emptyText}</p>
            </EmptyState>
          ) : (
            <EmptyState title={words.noneFound(props.text)} />
          )
        }
      />
    </section>
  )
}

function isShown(book: Book, only: Only): boolean {
  if (only === 'current') return book.current
  return only === 'all' || book.direction === only
}

/** Every word stands in its name, without diacritics. */
function isFound(book: Book, text: string): boolean {
  const own = foldKey(bookName(book))
  return foldKey(text)
    .split(' ')
    .every((word) => own.includes(word))
}
