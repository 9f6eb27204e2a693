import { Link } from 'wouter'
import type { BlankNumber, Book, GapReport } from '#contract/operations/books.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { bookWords as words } from '../../strings/books.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { BookStateBadge, isUnused } from './book-columns.tsx'
import type { BookQuestion } from './book-dialogs.tsx'
import { printNumber } from './book-place.ts'

/** Lines of a kind that are shown; the register has them all. */
const MOST = 12

/** One book: what it holds, where numbers are gone, double or out of order, and what can be done. */
export function BookPanel(
  props: Readonly<{ book: Book | null; onAsk(asked: BookQuestion): void; onLook(book: Book): void }>
) {
  const { book } = props
  if (!book) {
    return (
      <aside className="panel">
        <p className="muted screen-pad">{words.chooseBook}</p>
      </aside>
    )
  }
  const { counts } = book
  const open = book.state !== 'closed'
  return (
    <section className="panel" aria-label={bookName(book)}>
      <div className="panel-h">
        <h2>{bookName(book)}</h2>
      </div>
      <div className="scroll grow">
        <div className="sect">
          <div className="row">
            <BookStateBadge book={book} />
            <span className="hint">
              {book.closedOn
                ? words.closed(showDay(book.closedOn), book.closedBy ?? '')
                : book.openedAt && words.opened(showDay(book.openedAt), book.openedBy ?? '')}
            </span>
          </div>
          {book.closedOn && (
            <div className="form-notes">
              <Note>{book.ofClosedFonds ? words.fondsSealed : words.sealed(showDay(book.closedOn))}</Note>
            </div>
          )}
          {book.next !== null && <p className="strong">{words.nextNumber(book.next)}</p>}
          <div className="book-counts">
            {(['documents', 'missing', 'unnumbered', 'reserved', 'voided', 'withdrawn'] as const).map((name) => (
              <div key={name}>
                <b className={name === 'missing' && counts[name] > 0 ? 'warn-text' : ''}>{showCount(counts[name])}</b>
                <span>{words.countNames[name]}</span>
              </div>
            ))}
          </div>
        </div>
        {isUnused(book) ? <p className="sect hint">{words.unusedText}</p> : <Gaps book={book} onAsk={props.onAsk} />}
      </div>
      <div className="book-deeds">
        <Button onPress={() => props.onLook(book)}>{words.look}</Button>
        {open && <Button onPress={() => props.onAsk('reserve')}>{words.reserve}</Button>}
        {open && <Button onPress={() => props.onAsk('void')}>{words.voidNumber}</Button>}
        {open ? (
          !isUnused(book) && <Button onPress={() => props.onAsk('close')}>{words.close}</Button>
        ) : (
          <>
            <PrintSheet book={book} />
            {!book.ofClosedFonds && <Button onPress={() => props.onAsk('reopen')}>{words.reopen}</Button>}
          </>
        )}
      </div>
    </section>
  )
}

function PrintSheet(props: Readonly<{ book: Book }>) {
  const print = usePrint()
  return (
    <Button
      icon="print"
      disabled={print.busy}
      onPress={() => void print.report({ name: 'book-closing', bookId: props.book.id })}
    >
      {words.print}
    </Button>
  )
}

function Gaps(props: Readonly<{ book: Book; onAsk(asked: BookQuestion): void }>) {
  const found = useCall('book.gaps', { id: props.book.id }, { keep: true })
  if (found.isError) {
    return (
      <div className="form-notes">
        <FailureNote error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  if (!found.data) return <Loading rows={4} />
  const gaps: GapReport = found.data
  return (
    <>
      <div className="sect">
        <h2>{words.gaps}</h2>
        {gaps.missing.length === 0 ? (
          <p className="hint">{words.noGaps}</p>
        ) : (
          <ul className="book-lines">
            {gaps.missing.slice(0, MOST).map(({ from, to }) => (
              <li key={from}>
                <span className="n">{words.gapRange(from, to)}</span>
                <span className="hint">{words.gapCount(from, to)}</span>
              </li>
            ))}
            <More count={gaps.missing.length - MOST} />
          </ul>
        )}
      </div>
      {gaps.blanks.length > 0 && (
        <div className="sect">
          <h2>{words.blank}</h2>
          <ul className="book-lines">
            {gaps.blanks.map((one) => (
              <BlankLine
                key={one.id}
                blank={one}
                open={props.book.state !== 'closed'}
                onAsk={(kind) => props.onAsk({ kind, blank: one })}
              />
            ))}
          </ul>
        </div>
      )}
      <Papers
        title={words.duplicates}
        lines={gaps.duplicates.flatMap(({ number, suffix, documents }) =>
          documents.map((document) => ({ document, number: printNumber(number, suffix), about: '' }))
        )}
      />
      <Papers
        title={words.backDated}
        lines={gaps.backDated.map(({ document, number, after, reason }) => ({
          document,
          number: printNumber(number, null),
          about: reason ?? words.backDatedText(showDay(after))
        }))}
      />
      <Papers
        title={words.late}
        lines={gaps.late.map(({ document, number, reason }) => ({
          document,
          number: printNumber(number, null),
          about: reason ?? ''
        }))}
      />
      <Papers
        title={words.unnumbered}
        lines={gaps.unnumbered.map((document) => ({ document, number: '', about: document.subject ?? '' }))}
      />
    </>
  )
}

function BlankLine(
  props: Readonly<{ blank: BlankNumber; open: boolean; onAsk(kind: 'release' | 'voidReserved'): void }>
) {
  const { blank } = props
  const said = [words.states2[blank.state], blank.forWhom ? words.forWhom(blank.forWhom) : '', blank.reason]
  return (
    <li>
      <span className="n">{printNumber(blank.number, blank.suffix)}</span>
      <span className="clip grow" title={said.filter(Boolean).join(' · ')}>
        {said.filter(Boolean).join(' · ')}
      </span>
      {props.open && blank.state === 'reserved' && (
        <>
          <Button small onPress={() => props.onAsk('release')}>
            {words.release}
          </Button>
          <Button small onPress={() => props.onAsk('voidReserved')}>
            {words.voidNumber}
          </Button>
        </>
      )}
    </li>
  )
}

function Papers(
  props: Readonly<{
    title: string
    lines: readonly Readonly<{ document: DocumentLine; number: string; about: string }>[]
  }>
) {
  if (props.lines.length === 0) return null
  return (
    <div className="sect">
      <h2>{props.title}</h2>
      <ul className="book-lines">
        {props.lines.slice(0, MOST).map(({ document, number, about }, index) => (
          <li key={`${document.id} ${index}`}>
            <span className="n">{number}</span>
            <Link href={paths.document(document.id)} className="ref nowrap">
              {document.reference ?? commonWords.noReference}
            </Link>
            <span className="num nowrap">{showDay(document.issuedOn ?? document.arrivedOn)}</span>
            <span className="clip hint" title={about}>
              {about}
            </span>
          </li>
        ))}
        <More count={props.lines.length - MOST} />
      </ul>
    </div>
  )
}

function More(props: Readonly<{ count: number }>) {
  return props.count > 0 ? <li className="hint">{words.seeMore(props.count)}</li> : null
}
