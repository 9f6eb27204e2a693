import type { BlankNumber, Book } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { printNumber } from './book-place.ts'
import { CloseBookDialog } from './close-book-dialog.tsx'
import { ReserveDialog } from './reserve-dialog.tsx'
import { VoidDialog } from './void-dialog.tsx'

/** What is asked about a book before something is done to it. */
export type BookQuestion =
  | 'reserve'
  | 'void'
  | 'close'
  | 'reopen'
  | Readonly<{ kind: 'release' | 'voidReserved'; blank: BlankNumber }>
  | null

export function BookDialogs(props: Readonly<{ book: Book; asked: NonNullable<BookQuestion>; onClose(): void }>) {
  const { book, asked, onClose } = props
  switch (asked) {
    case 'reserve':
      return <ReserveDialog book={book} onClose={onClose} />
    case 'void':
      return <VoidDialog book={book} onClose={onClose} />
    case 'close':
      return <CloseBookDialog book={book} onClose={onClose} />
    case 'reopen':
      return <ReopenConfirm book={book} onClose={onClose} />
    default:
      return asked.kind === 'release' ? (
        <ReleaseConfirm blank={asked.blank} onClose={onClose} />
      ) : (
        <VoidReservedConfirm blank={asked.blank} onClose={onClose} />
      )
  }
}

function ReopenConfirm(props: Readonly<{ book: Book; onClose(): void }>) {
  return (
    <ReasonedDeed
      title={words.reopenTitle(bookName(props.book))}
      action={words.reopen}
      command={useCommand('book.reopen')}
      input={(reason) => ({ id: props.book.id, reason })}
      done={() => words.reopened}
      failed={words.notReopened}
      onClose={props.onClose}
    />
  )
}

function ReleaseConfirm(props: Readonly<{ blank: BlankNumber; onClose(): void }>) {
  const { blank } = props
  const number = printNumber(blank.number, blank.suffix)
  return (
    <ReasonedDeed
      title={words.releaseTitle(number)}
      action={words.release}
      command={useCommand('number.release')}
      input={(reason) => ({ ids: [blank.id], reason })}
      done={() => words.released(number)}
      failed={words.notReleased}
      onClose={props.onClose}
    >
      <p>{words.releaseText}</p>
    </ReasonedDeed>
  )
}

function VoidReservedConfirm(props: Readonly<{ blank: BlankNumber; onClose(): void }>) {
  const { blank } = props
  const number = printNumber(blank.number, blank.suffix)
  return (
    <ReasonedDeed
      title={words.voidReservedTitle(number)}
      action={words.voidNumber}
      danger
      command={useCommand('number.void')}
      input={(reason) => ({ what: { kind: 'reserved' as const, id: blank.id }, reason })}
      done={() => words.voided(number)}
      failed={words.notVoided}
      onClose={props.onClose}
    >
      <p>{words.voidText}</p>
    </ReasonedDeed>
  )
}
