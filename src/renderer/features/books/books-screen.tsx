import './books.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Book } from '#contract/operations/books.ts'
import { useShortcuts } from '../../app/keyboard.ts'
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

/** Sổ và số: the books of numbers, what is missing in them, numbers kept back, closing (N01–N06, B07). */
export function BooksScreen() {
  const [, navigate] = useLocation()
  const [only, setOnly] = useKeptState<Only>('books.only', 'current')
  const [currentId, setCurrentId] = useKeptState<string | null>('books.current', null)
  const [asked, setAsked] = useState<BookQuestion>(null)
  const [dialog, setDialog] = useState<'open' | 'rules' | null>(null)
  const found = useCall('book.list', {}, { keep: true })
  const books = (found.data?.books ?? []).filter((book) => isShown(book, only))
  const current = books.find((book) => book.id === currentId) ?? books[0] ?? null
  const look = (book: Book) => showRegister(book, navigate)
  useShortcuts({
    'Ctrl+n': () => setDialog('open'),
    F7: () => current?.state !== 'closed' && setAsked('reserve')
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['F7'], does: words.keys.reserve },
    { keys: ['Ctrl', 'N'], does: words.keys.openBook }
  ])
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        <Button icon="add" onPress={() => setDialog('open')}>
          {words.open}
        </Button>
        <Button onPress={() => setDialog('rules')}>{words.rules}</Button>
        <FondsBar.Deeds />
      </div>
      <FondsBar.Banner />
      <div className="subbar">
        <Segments<Only> label={words.shown} value={only} onChange={setOnly} choices={CHOICES} />
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Loading />}
      {found.data && (
        <div className="books-split">
          <BookTable books={books} current={current} onCurrent={setCurrentId} onOpen={look} all={only === 'all'} />
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
  }>
) {
  const [place, width] = useWidth<HTMLElement>()
  return (
    <section className="col" aria-label={words.list} ref={place}>
      <Table<Book>
        label={words.list}
        columns={fitColumns(BOOK_COLUMNS, BOOKS_GIVEN_UP, width)}
        rows={props.books}
        rowKey={(book) => book.id}
        current={props.current?.id ?? null}
        onCurrent={props.onCurrent}
        onOpen={props.onOpen}
        autoFocus
        empty={
          <EmptyState title={props.all ? words.empty : words.emptyOther}>
            <p className="muted">{words.emptyText}</p>
          </EmptyState>
        }
      />
    </section>
  )
}

function isShown(book: Book, only: Only): boolean {
  if (only === 'current') return book.current
  return only === 'all' || book.direction === only
}
