import type { RegisterRow } from '#contract/operations/registers.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { bookWords } from '../../strings/books.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'
import { subjectLine } from './subject-line.ts'

type RegisterColumn = Column<RegisterRow>
export type Book = 'incoming' | 'outgoing'

const { columns: titles } = words

const reference: RegisterColumn = {
  id: 'reference',
  title: titles.reference,
  width: 156,
  sort: 'reference',
  always: true,
  cell: (row) => (
    <span className="ref" title={row.document.reference ?? undefined}>
      {row.document.reference ?? commonWords.noReference}
    </span>
  )
}
const issuedOn: RegisterColumn = {
  id: 'issuedOn',
  title: titles.issuedOn,
  width: 104,
  sort: 'issued',
  cell: (row) => <span className="num">{showDay(row.document.issuedOn)}</span>
}
const author: RegisterColumn = {
  id: 'author',
  title: titles.author,
  width: 176,
  sort: 'author',
  cell: (row) => withTitle(row.author)
}
const subject: RegisterColumn = {
  id: 'subject',
  title: titles.subject,
  width: null,
  sort: 'subject',
  always: true,
  cell: (row) => <Subject row={row} />
}
const handedOn: RegisterColumn = {
  id: 'handedOn',
  title: titles.handedOn,
  width: 104,
  sort: 'handed',
  cell: (row) => <span className="num">{showDay(row.handedOn)}</span>
}
const signedFor: RegisterColumn = {
  id: 'signedFor',
  title: titles.signedFor,
  width: 112,
  sort: 'signed',
  cell: (row) => <Signed row={row} />
}
const note: RegisterColumn = {
  id: 'note',
  title: titles.note,
  width: 120,
  sort: 'note',
  optional: true,
  cell: (row) => withTitle(row.note)
}
const textKind: RegisterColumn = {
  id: 'textKind',
  title: titles.textKind,
  width: 132,
  optional: true,
  cell: (row) => commonWords.textKinds[row.document.textKind]
}

/** The official columns (NĐ 30/2020 Phụ lục IV), in their order save that Số stands first on screen, as the eye looks for it. */
export const REGISTER_COLUMNS: Readonly<Record<Book, readonly RegisterColumn[]>> = {
  incoming: [
    {
      id: 'arrivalNumber',
      title: titles.arrivalNumber,
      width: 84,
      align: 'r',
      sort: 'number',
      always: true,
      cell: (row) => <span className="num">{row.document.arrivalNumber ?? ''}</span>
    },
    {
      id: 'arrivedOn',
      title: titles.arrivedOn,
      width: 104,
      sort: 'arrived',
      optional: true,
      cell: (row) => <span className="num">{showDay(row.document.arrivedOn)}</span>
    },
    reference,
    issuedOn,
    author,
    subject,
    { id: 'handler', title: titles.handler, width: 150, sort: 'handler', cell: (row) => withTitle(row.handler) },
    handedOn,
    signedFor,
    note,
    textKind
  ],
  outgoing: [
    { ...reference, sort: 'number' },
    issuedOn,
    { ...author, optional: true },
    subject,
    { id: 'signer', title: titles.signer, width: 144, sort: 'signer', cell: (row) => withTitle(row.document.signer) },
    {
      id: 'recipients',
      title: titles.recipients,
      width: 220,
      sort: 'recipients',
      cell: (row) => withTitle(row.recipients)
    },
    {
      id: 'fileCopyHandler',
      title: titles.fileCopyHandler,
      width: 130,
      sort: 'handler',
      optional: true,
      cell: (row) => withTitle(row.handler)
    },
    {
      id: 'copies',
      title: titles.copies,
      width: 72,
      align: 'r',
      sort: 'copies',
      cell: (row) => <span className="num">{row.copies ?? ''}</span>
    },
    handedOn,
    signedFor,
    note,
    textKind
  ]
}

/** The column a number without a document stands in. */
export const NUMBER_COLUMN: Readonly<Record<Book, string>> = { incoming: 'arrivalNumber', outgoing: 'reference' }

/** First to go where there is no room (ui README, "Density"). */
export const GIVEN_UP: Readonly<Record<Book, readonly string[]>> = {
  incoming: ['textKind', 'note', 'handedOn', 'handler', 'arrivedOn', 'author', 'signedFor'],
  outgoing: ['textKind', 'note', 'fileCopyHandler', 'handedOn', 'copies', 'author', 'signer', 'signedFor', 'recipients']
}

function withTitle(text: string | null) {
  return text ? <span title={text}>{text}</span> : null
}

/** "Công văn V/v …": name of the type and subject, after the stamp of urgency; a withdrawn number says why. */
function Subject(props: Readonly<{ row: RegisterRow }>) {
  const { document, note: why } = props.row
  const text = subjectLine(document.documentType, document.subject ?? '')
  return (
    <span title={text}>
      {document.withdrawn && (
        <>
          <Badge tone="danger">{commonWords.withdrawn}</Badge> {why ? `${why} · ` : ''}
        </>
      )}
      {numberFlags(props.row)}
      {document.urgency && <span className="stamp">{URGENCY_NAMES[document.urgency]}</span>}{' '}
      {text || commonWords.noSubject}
    </span>
  )
}

/** How the number stands in its book, where something is to be said of it. */
function numberFlags({ numbering }: RegisterRow) {
  return numbering?.flags.map((flag) => (
    <Badge key={flag} tone="warn" {...(numbering.reason ? { title: numbering.reason } : {})}>
      {bookWords.flags[flag]}
    </Badge>
  ))
}

function Signed(props: Readonly<{ row: RegisterRow }>) {
  const { row } = props
  if (row.unacknowledged > 0)
    return (
      <Badge tone="warn">{row.unacknowledged > 1 ? words.notSignedCount(row.unacknowledged) : words.notSigned}</Badge>
    )
  return withTitle(row.signedFor)
}
