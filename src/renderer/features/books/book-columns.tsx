import type { Book } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { bookWords as words } from '../../strings/books.ts'
import { showCount, showDay } from '../../strings/dates.ts'

const heads = words.columns

export const BOOK_COLUMNS: readonly Column<Book>[] = [
  {
    id: 'name',
    title: heads.name,
    width: null,
    always: true,
    cell: (book) => <span title={bookName(book)}>{bookName(book)}</span>
  },
  {
    id: 'range',
    title: heads.range,
    width: 124,
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
    width: 84,
    align: 'r',
    cell: (book) =>
      book.counts.missing > 0 && <span className="num strong warn-text">{showCount(book.counts.missing)}</span>
  },
  { id: 'blanks', title: heads.blanks, width: 112, cell: (book) => words.blanks(book.counts) },
  {
    id: 'next',
    title: heads.next,
    width: 92,
    align: 'r',
    cell: (book) => <span className="num">{book.next ?? ''}</span>
  },
  { id: 'state', title: heads.state, width: 142, cell: (book) => <BookStateBadge book={book} /> }
]

export const BOOKS_GIVEN_UP = ['blanks', 'documents', 'next', 'range'] as const

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
