import { createHash } from 'node:crypto'
import type { RegisterIssue, RegisterReading } from '#contract/operations/backlog.ts'
import { DocumentForm, type DocumentLine } from '#contract/schemas.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import { columnName, type RegisterField } from '#domain/register/columns.ts'
import { type RegisterEntry, type RowIssue, rowReader } from '#domain/register/read-row.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { refusedBySeal } from '../books/sealed.ts'
import { secrecyOfForm } from '../intake/refuse-secret.ts'
import { documentOfRow } from '../store/batches.ts'
import { prepared } from '../store/db/prepared.ts'
import { documentLine } from '../store/document-lines.ts'
import { titlesOf } from './registers.ts'
import type { Sheet } from './sheet.ts'

/** What a row of the sheet is. `row` counts from 1, as its program does. */
export type RowOutcome =
  | Readonly<{ kind: 'ready'; row: number; form: DocumentForm; key: string }>
  | Readonly<{ kind: 'already'; row: number; documentId: string; form: DocumentForm }>
  | Readonly<{ kind: 'wrong'; row: number; issues: readonly RegisterIssue[] }>

/** The field of the form a fault of the contract's limits lies in, as the column it was read from. */
const COLUMNS_OF: Readonly<Record<string, RegisterField>> = {
  number: 'reference',
  suffix: 'reference',
  symbol: 'reference',
  subject: 'typeAndSubject'
}

type Seen = Map<string, number>

/** Reads the rows of a book one after the other against the archive as it is at that moment. */
export function* registerRows(
  db: ReadableDb,
  sheet: Sheet,
  reading: RegisterReading,
  officeName: string
): Generator<RowOutcome> {
  const read = rowReader(reading.columns, reading.year)
  const titles = titlesOf(sheet, reading.headRow)
  const seen: Seen = new Map()
  const arrivals: Arrivals = new Map()
  for (let at = reading.headRow; at < sheet.rows.length; at++) {
    const found = read(sheet.rows[at] ?? [])
    if (found.kind === 'passed') continue
    const row = at + 1
    const place = (issue: RowIssue): RegisterIssue => ({
      row,
      column: columnOf(reading, titles, issue.field),
      code: issue.code,
      value: issue.value,
      otherRow: null,
      document: null
    })
    if (found.issues.length > 0) {
      yield { kind: 'wrong', row, issues: found.issues.map(place) }
      continue
    }
    const issue = (
      field: RegisterField,
      code: RegisterIssue['code'],
      more: Partial<RegisterIssue> = {}
    ): RowOutcome => ({
      kind: 'wrong',
      row,
      issues: [{ ...place({ field, code: 'no-number', value: '' }), ...more, code }]
    })
    const checked = DocumentForm.safeParse(formOf(found.entry, reading.direction, officeName))
    if (!checked.success) {
      const field = String(checked.error.issues[0]?.path[0] ?? 'subject')
      yield issue(COLUMNS_OF[field] ?? (field as RegisterField), 'too-long')
      continue
    }
    const form = checked.data
    if (secrecyOfForm(form)) {
      yield issue('subject', 'secret')
      continue
    }
    yield judge(db, seen, arrivals, form, row, issue)
  }
}

function judge(
  db: ReadableDb,
  seen: Seen,
  arrivals: Arrivals,
  form: DocumentForm,
  row: number,
  issue: (field: RegisterField, code: RegisterIssue['code'], more?: Partial<RegisterIssue>) => RowOutcome
): RowOutcome {
  const key = rowKey(form)
  const identity = identityOf(form)
  const earlier = seen.get(key) ?? (identity === null ? undefined : seen.get(identity))
  if (earlier !== undefined) return issue('reference', 'duplicate-row', { otherRow: earlier, value: printed(form) })
  const place = arrivalOf(form)
  const sameArrival = place === null ? undefined : seen.get(place)
  if (sameArrival !== undefined) {
    return issue('arrivalNumber', 'arrival-taken', { otherRow: sameArrival, value: String(form.arrivalNumber) })
  }
  for (const one of [key, identity, place]) if (one !== null) seen.set(one, row)
  const documentId = documentOfRow(db, key)
  if (documentId !== null) return { kind: 'already', row, documentId, form }
  const same = sameDocument(db, form)
  if (same) return issue('reference', 'duplicate-document', { document: same, value: printed(form) })
  const taken = arrivalTaken(db, arrivals, form)
  if (taken) return issue('arrivalNumber', 'arrival-taken', { document: taken, value: String(form.arrivalNumber) })
  const sealed = refusedBySeal(db, form)
  if (sealed) {
    const day = form.arrivedOn ?? form.issuedOn ?? ''
    return issue(form.arrivedOn === null ? 'issuedOn' : 'arrivedOn', 'book-closed', { value: day })
  }
  return { kind: 'ready', row, form, key }
}

/** A paper of ours that the book of outgoing papers names no issuer for is the office's own. */
function formOf(entry: RegisterEntry, direction: 'incoming' | 'outgoing', officeName: string) {
  const { reference, recipients, ...fields } = entry
  const incoming = direction === 'incoming'
  return {
    ...fields,
    direction,
    fondsId: null,
    number: reference?.number ?? null,
    suffix: reference?.suffix ?? null,
    separator: reference?.separator ?? '-',
    symbol: reference?.symbol ?? null,
    place: null,
    issuer: entry.issuer ?? (incoming ? null : officeName),
    parentBody: null,
    actingBody: null,
    urgency: null,
    signerTitle: null,
    authority: null,
    addressees: [],
    recipients,
    arrivalNumber: incoming ? entry.arrivalNumber : null,
    arrivedOn: incoming ? entry.arrivedOn : null
  }
}

/** Recognises a row when its file is put in again: all it says, whatever its place. */
function rowKey(form: DocumentForm): string {
  const { recipients, ...fields } = form
  const said = [Object.entries(fields).filter(([, value]) => value !== null), recipients.map((line) => line.text)]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32)
}

/** Two rows with number, symbol, day and issuer alike are one paper. A number alone is none: books repeat them. */
function identityOf(form: DocumentForm): string | null {
  const { number, symbol, suffix, separator, issuedOn, issuer, documentType } = form
  if (!number || !symbol || !issuedOn) return null
  return ['i', referenceKey({ number, symbol, suffix, separator }), issuedOn, foldKey(issuer ?? ''), documentType].join(
    '\n'
  )
}

function arrivalOf(form: DocumentForm): string | null {
  if (form.arrivalNumber === null || form.arrivedOn === null) return null
  return `a\n${form.arrivedOn.slice(0, 4)}\n${form.arrivalNumber}`
}

function sameDocument(db: ReadableDb, form: DocumentForm): DocumentLine | null {
  const { number, symbol, suffix, separator, issuedOn } = form
  if (!number || !symbol || !issuedOn) return null
  const key = referenceKey({ number, symbol, suffix, separator })
  const lines = prepared<[string, string], { id: string }>(
    db,
    'SELECT id FROM document WHERE reference_key = ? AND issued_on = ? AND withdrawn_at IS NULL ORDER BY n'
  )
    .all(key, issuedOn)
    .flatMap((row) => documentLine(db, row.id) ?? [])
  return (
    lines.find(
      (line) =>
        (line.issuer === null || form.issuer === null || foldKey(line.issuer) === foldKey(form.issuer)) &&
        (line.documentType === null || form.documentType === null || line.documentType === form.documentType)
    ) ?? null
  )
}

/** Numbers of arrival given before the book went in, by year: asked once for each year, not once for each row. */
type Arrivals = Map<string, ReadonlyMap<number, string>>

function arrivalTaken(db: ReadableDb, arrivals: Arrivals, form: DocumentForm): DocumentLine | null {
  if (form.arrivalNumber === null || form.arrivedOn === null) return null
  const year = form.arrivedOn.slice(0, 4)
  const known = arrivals.get(year) ?? arrivalsOf(db, year)
  arrivals.set(year, known)
  const id = known.get(form.arrivalNumber)
  return id === undefined ? null : (documentLine(db, id) ?? null)
}

function arrivalsOf(db: ReadableDb, year: string): ReadonlyMap<number, string> {
  const rows = prepared<[string, string], { number: number; id: string }>(
    db,
    `SELECT arrival_number AS number, id FROM document WHERE direction = 'incoming' AND arrived_on BETWEEN ? AND ?
     AND arrival_number IS NOT NULL AND withdrawn_at IS NULL`
  ).all(`${year}-01-01`, `${year}-12-31`)
  return new Map(rows.map((row) => [row.number, row.id]))
}

function printed(form: DocumentForm): string {
  return form.number && form.symbol
    ? `${form.number}${form.suffix ?? ''}${form.separator}${form.symbol}`
    : (form.number ?? '')
}

function columnOf(reading: RegisterReading, titles: readonly string[], field: RegisterField): string {
  const others: readonly RegisterField[] =
    field === 'subject' || field === 'typeAndSubject'
      ? ['typeAndSubject', 'subject']
      : field === 'reference'
        ? ['reference', 'number']
        : [field]
  for (const one of others) {
    const at = reading.columns[one]
    if (at !== undefined) return titles[at] || columnName(at)
  }
  return ''
}
