import type { Book } from '#contract/operations/books.ts'
import { bookName, bookPeriodName } from '#domain/vocabulary/book-names.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { bookWords as words } from '../../strings/books.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { capital, shortBookName } from './book-choices.ts'

const heads = words.columns

export const BOOK_COLUMNS: readonly Column<Book>[] = [
  {
    id: 'direction',
    title: heads.direction,
    width: 64,
    cell: (book) => words.ways[book.direction]
  },
  {
    id: 'name',
    title: heads.name,
    width: 148,
    always: true,
    cell: (book) => <span title={bookName(book)}>{shortBookName(book)}</span>
  },
  { id: 'body', title: heads.body, width: null, cell: (book) => <span title={book.body ?? ''}>{book.body}</span> },
  { id: 'period', title: heads.period, width: 148, always: true, cell: (book) => capital(bookPeriodName(book)) },
  {
    id: 'range',
    title: heads.range,
    width: 116,
    align: 'r',
    cell: (book) => <span className="num">{words.range(book.counts.first, book.counts.last)}</span>
  },
  {
    id: 'documents',
    title: heads.documents,
    width: 84,
    align: 'r',
    cell: (book) => <span className="num">{showCount(book.counts.documents)}</span>
  },
  {
    id: 'missing',
    title: heads.missing,
    width: 80,
    align: 'r',
    cell: (book) =>
      book.counts.missing > 0 && <span className="num strong warn-text">{showCount(book.counts.missing)}</span>
  },
  { id: 'blanks', title: heads.blanks, width: 112, cell: (book) => words.blanks(book.counts) },
  {
    id: 'next',
    title: heads.next,
    width: 84,
    align: 'r',
    cell: (book) => <span className="num">{book.next ?? ''}</span>
  },
  { id: 'state', title: heads.state, width: 160, cell: (book) => <BookStateBadge book={book} /> }
]

export const BOOKS_GIVEN_UP = ['blanks', 'documents', 'direction', 'range', 'next', 'missing'] as const

/** Of today's period, with nothing in it yet: there is nothing to ask of it. */
export function isUnused({ state, counts }: Book): boolean {
  return state === 'derived' && counts.first === null && counts.documents === 0 && counts.unnumbered === 0
}

export function BookStateBadge(props: Readonly<{ book: Book }>) {
  const { book } = props
  if (book.state === 'closed') {
    return (
      <Badge tone="plain">
        {words.states.closed} {showDay(book.closedOn)}
      </Badge>
    )
  }
  if (isUnused(book)) return <Badge tone="stub">{words.states.unused}</Badge>
  return book.state === 'open' ? (
    <Badge tone="ok">{words.states.open}</Badge>
  ) : (
    <Badge title={words.derivedHint}>{words.states.derived}</Badge>
  )
}
