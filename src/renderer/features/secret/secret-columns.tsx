import type { SecretEntry } from '#contract/operations/secret-book.ts'
import { SECRECY_NAMES } from '#domain/vocabulary/marks.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { showDay } from '../../strings/dates.ts'
import { secretWords as words } from '../../strings/secret-book.ts'
import { fieldText, fieldTitle } from './secret-values.ts'

type Direction = SecretEntry['direction']
type Cell = Column<SecretEntry>

/** Độ mật in stamp ink, the only red on the screen. */
export function SecrecyStamp(props: Readonly<{ entry: Pick<SecretEntry, 'secrecy'> }>) {
  return <span className="stamp">{SECRECY_NAMES[props.entry.secrecy]}</span>
}

/** The columns of the printed book, in its order (domain.md §6). */
export function secretColumns(direction: Direction): readonly Cell[] {
  const text = (field: 'issuer' | 'recipients' | 'signer' | 'keptBy' | 'documentType', width: number): Cell => ({
    id: field,
    title: fieldTitle(field, direction),
    width,
    cell: (row) => <span title={fieldText(row, field)}>{fieldText(row, field)}</span>
  })
  const day = (field: 'arrivedOn' | 'issuedOn'): Cell => ({
    id: field,
    title: fieldTitle(field, direction),
    width: field === 'arrivedOn' ? 116 : 104,
    cell: (row) => <span className="num">{showDay(row[field])}</span>
  })
  const number: Cell = {
    id: 'number',
    title: words.columns.number[direction],
    width: 66,
    align: 'r',
    always: true,
    cell: (row) => <span className="ref num">{row.number}</span>
  }
  const reference: Cell = {
    id: 'reference',
    title: words.columns.reference,
    width: 132,
    cell: (row) => <span title={row.reference ?? ''}>{row.reference}</span>
  }
  const subject: Cell = {
    id: 'subject',
    title: words.columns.subject,
    width: null,
    always: true,
    cell: (row) =>
      row.voided === null ? (
        <span title={row.subject ?? ''}>{row.subject ?? <i className="muted">{words.noSubject}</i>}</span>
      ) : (
        <span title={words.voidedWhy(row.voided)}>{words.voidedWhy(row.voided)}</span>
      )
  }
  const secrecy: Cell = {
    id: 'secrecy',
    title: words.columns.secrecy,
    width: 124,
    align: 'c',
    always: true,
    cell: (row) => <SecrecyStamp entry={row} />
  }
  const note: Cell = { id: 'note', title: words.columns.note, width: 180, cell: (row) => <NoteCell entry={row} /> }
  if (direction === 'incoming') {
    return [
      day('arrivedOn'),
      number,
      text('issuer', 176),
      reference,
      day('issuedOn'),
      text('documentType', 104),
      subject,
      secrecy,
      text('recipients', 160),
      note
    ]
  }
  const copies: Cell = {
    id: 'copies',
    title: words.columns.copies,
    width: 84,
    align: 'r',
    cell: (row) => <span className="num">{row.copies}</span>
  }
  return [
    number,
    reference,
    day('issuedOn'),
    text('documentType', 104),
    subject,
    secrecy,
    text('signer', 132),
    text('keptBy', 120),
    copies,
    text('recipients', 168),
    note
  ]
}

/** Columns that are given up first where there is no room. */
export const SECRET_GIVEN_UP = ['note', 'keptBy', 'documentType', 'signer', 'issuedOn'] as const

function NoteCell(props: Readonly<{ entry: SecretEntry }>) {
  const { voided, returnedOn, direction, note } = props.entry
  if (voided !== null) return <Badge tone="plain">{words.voided}</Badge>
  if (returnedOn !== null) return <Badge tone="ok">{words.returned[direction](showDay(returnedOn))}</Badge>
  return <span title={note ?? ''}>{note}</span>
}
