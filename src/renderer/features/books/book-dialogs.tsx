import type { BlankNumber, Book } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Confirm } from '../../components/confirm.tsx'
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
  const toasts = useToasts()
  const reopen = useCommand('book.reopen')
  return (
    <Confirm
      title={words.reopenTitle(bookName(props.book))}
      action={words.reopen}
      reason="required"
      busy={reopen.isPending}
      onKeep={props.onClose}
      onDo={(reason) =>
        reopen.mutate(
          { id: props.book.id, reason },
          {
            onSuccess: (out) => {
              toasts.done(words.reopened, out.undo)
              props.onClose()
            },
            onError: (error) => toasts.failed(error, words.notReopened)
          }
        )
      }
    />
  )
}

function ReleaseConfirm(props: Readonly<{ blank: BlankNumber; onClose(): void }>) {
  const { blank } = props
  const number = printNumber(blank.number, blank.suffix)
  const toasts = useToasts()
  const release = useCommand('number.release')
  return (
    <Confirm
      title={words.releaseTitle(number)}
      action={words.release}
      reason="required"
      busy={release.isPending}
      onKeep={props.onClose}
      onDo={(reason) =>
        release.mutate(
          { ids: [blank.id], reason },
          {
            onSuccess: (out) => {
              toasts.done(words.released(number), out.undo)
              props.onClose()
            },
            onError: (error) => toasts.failed(error, words.notReleased)
          }
        )
      }
    >
      <p>{words.releaseText}</p>
    </Confirm>
  )
}

function VoidReservedConfirm(props: Readonly<{ blank: BlankNumber; onClose(): void }>) {
  const { blank } = props
  const number = printNumber(blank.number, blank.suffix)
  const toasts = useToasts()
  const voidNumber = useCommand('number.void')
  return (
    <Confirm
      title={words.voidReservedTitle(number)}
      action={words.voidNumber}
      danger
      reason="required"
      busy={voidNumber.isPending}
      onKeep={props.onClose}
      onDo={(reason) =>
        voidNumber.mutate(
          { what: { kind: 'reserved', id: blank.id }, reason },
          {
            onSuccess: (out) => {
              toasts.done(words.voided(number), out.undo)
              props.onClose()
            },
            onError: (error) => toasts.failed(error, words.notVoided)
          }
        )
      }
    >
      <p>{words.voidText}</p>
    </Confirm>
  )
}
