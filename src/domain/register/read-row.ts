import { readRecipientLine } from '../recipients/read-recipient-line.ts'
import type { RecipientLine } from '../recipients/recipient.ts'
import { fold } from '../text/fold.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  documentTypeOfName,
  documentTypeOfSymbol,
  documentTypesOfCode,
  FOLDED_TYPE_NAMES
} from '../vocabulary/document-types.ts'
import { type Cell, cellText, isDitto } from './cell.ts'
import type { ColumnMap, RegisterField } from './columns.ts'
import { readDay } from './read-day.ts'
import { type BookReference, readReference } from './read-reference.ts'

export type RegisterEntry = Readonly<{
  reference: BookReference | null
  documentType: DocumentType | null
  issuedOn: string | null
  issuer: string | null
  subject: string | null
  signer: string | null
  recipients: readonly RecipientLine[]
  arrivalNumber: number | null
  arrivedOn: string | null
  handler: string | null
  copies: number | null
  pageCount: number | null
  paperLocation: string | null
  note: string | null
}>

export type RowIssueCode = 'no-number' | 'bad-reference' | 'bad-date' | 'bad-number' | 'secret' | 'no-arrival-day'
/** What is wrong with a row, and the cell it is in as it is written there. */
export type RowIssue = Readonly<{ field: RegisterField; code: RowIssueCode; value: string }>

export type RowRead =
  | Readonly<{ kind: 'entry'; entry: RegisterEntry; issues: readonly RowIssue[] }>
  /** Empty, a heading ("Tháng 8/2021"), the numbers of the columns, a sum: no paper. */
  | Readonly<{ kind: 'passed' }>

const SUM = /^(?:tong cong|cong|tong so|tong|cong so|trang)\b/
const HEADING = /^(?:thang|quy|nam|ngay|so dang ky|phan|trang)\b/
const SECRET = /^(?:mat|toi mat|tuyet mat)$/

/** Fields of which a ditto mark repeats the row above. */
export type DittoField = 'arrivedOn' | 'issuedOn' | 'issuer' | 'handler' | 'signer' | 'recipients'
const REPEATED: readonly DittoField[] = ['arrivedOn', 'issuedOn', 'issuer', 'handler', 'signer', 'recipients']

/** Reads rows in order: a ditto mark stands for what the row above says. `year`: of the book, for days without one. */
export function rowReader(map: ColumnMap, year: number | null): (cells: readonly Cell[]) => RowRead {
  const above = new Map<DittoField, Cell>()
  return (cells) => {
    if (isNoPaper(cells, map)) return { kind: 'passed' }
    const own = (field: RegisterField): Cell => {
      const at = map[field]
      return at === undefined ? null : (cells[at] ?? null)
    }
    const at = (field: RegisterField): Cell => {
      const cell = own(field)
      return isDitto(cell) ? (above.get(field as DittoField) ?? null) : cell
    }
    const read = readEntry(at, map, year)
    for (const field of REPEATED) {
      const cell = at(field)
      if (cellText(cell) !== '') above.set(field, cell)
    }
    return read
  }
}

function readEntry(at: (field: RegisterField) => Cell, map: ColumnMap, year: number | null): RowRead {
  const issues: RowIssue[] = []
  const issue = (field: RegisterField, code: RowIssueCode): void => {
    issues.push({ field, code, value: code === 'secret' ? '' : cellText(at(field)).slice(0, 120) })
  }
  const day = (field: 'issuedOn' | 'arrivedOn'): string | null => {
    if (cellText(at(field)) === '') return null
    const found = readDay(at(field), year)
    if (found === null) issue(field, 'bad-date')
    return found
  }
  const count = (field: 'arrivalNumber' | 'copies' | 'pageCount'): number | null => {
    const text = cellText(at(field))
    if (text === '') return null
    if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text)
    if (field === 'arrivalNumber') issue(field, 'bad-number')
    return null
  }
  if (SECRET.test(fold(cellText(at('secrecy'))))) issue('secrecy', 'secret')
  const numberField: RegisterField = map.reference === undefined ? 'number' : 'reference'
  const found = readReference(at('reference'), at('number'), at('symbol'))
  if (found.kind === 'empty') issue(numberField, 'no-number')
  if (found.kind === 'unknown') issue(numberField, 'bad-reference')
  const reference = found.kind === 'read' ? found.reference : null
  const named = splitType(cellText(at('typeAndSubject')))
  const arrivedOn = day('arrivedOn')
  const arrivalNumber = count('arrivalNumber')
  if (arrivalNumber !== null && map.arrivedOn !== undefined && cellText(at('arrivedOn')) === '')
    issue('arrivedOn', 'no-arrival-day')
  const symbol = reference?.symbol ?? null
  const entry: RegisterEntry = {
    reference,
    documentType:
      typeOf(cellText(at('documentType'))) ??
      named.type ??
      (reference && symbol ? documentTypeOfSymbol({ separator: reference.separator, symbol }) : null),
    issuedOn: day('issuedOn'),
    issuer: words(at('issuer')),
    subject: words(at('subject')) ?? (named.subject || null),
    signer: words(at('signer')),
    recipients: recipientsOf(cellText(at('recipients'))),
    arrivalNumber,
    arrivedOn,
    handler: words(at('handler')),
    copies: count('copies'),
    pageCount: count('pageCount'),
    paperLocation: words(at('paperLocation')),
    note: words(at('note'))
  }
  return { kind: 'entry', entry, issues }
}

function words(cell: Cell): string | null {
  return cellText(cell) || null
}

/** "Công văn", "CV", "công văn hỏa tốc": the name of a type, its abbreviation, or none. */
function typeOf(text: string): DocumentType | null {
  if (text === '') return null
  const byCode = documentTypesOfCode(text)
  return documentTypeOfName(text) ?? (byCode.length === 1 ? (byCode[0] ?? null) : null)
}

/** "Công văn về việc tăng cường …" → the type and what it is about; a text that begins with no type is all subject. */
function splitType(text: string): Readonly<{ type: DocumentType | null; subject: string }> {
  const folded = fold(text)
  const name = FOLDED_TYPE_NAMES.find((one) => folded.startsWith(one) && !/[a-z0-9]/.test(folded[one.length] ?? ' '))
  const type = name ? documentTypeOfName(text.slice(0, name.length)) : null
  if (!name || !type) return { type: null, subject: text }
  const rest = text.slice(name.length).replace(/^[\s:,.;–—-]+/, '')
  return rest === '' ? { type, subject: DOCUMENT_TYPES[type].name } : { type, subject: rest }
}

function recipientsOf(text: string): readonly RecipientLine[] {
  return text
    .split(/[;\n]|,\s(?=\p{Lu})/u)
    .map((part) => readRecipientLine(part, null))
    .filter((line) => line.text !== '')
    .slice(0, 400)
}

function isNoPaper(cells: readonly Cell[], map: ColumnMap): boolean {
  const texts = cells.map(cellText)
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0) return true
  if (filled.length >= 3 && isCounting(filled)) return true
  const first = fold(filled[0] ?? '')
  if (SUM.test(first) && filled.length <= 3) return true
  const mapped = Object.values(map).filter((index) => (texts[index] ?? '') !== '').length
  if (filled.length === 1 && HEADING.test(first)) return true
  return mapped === 0
}

/** "(1) (2) (3)" or "1 2 3" under the heads. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(text.replace(/^\(|\)$/g, '')))
  const first = numbers[0] ?? 0
  return first >= 1 && first <= 2 && numbers.every((number, index) => number === first + index)
}
