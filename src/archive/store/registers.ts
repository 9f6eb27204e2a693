import type { RegisterRow } from '#contract/operations/registers.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { documentDeliveries } from './delivery-rows.ts'
import { documentLine } from './document-lines.ts'
import { handledBy } from './handling-rows.ts'
import { registerDay } from './register-day.ts'
import { compareRows, groupOf, type RegisterKeys } from './register-order.ts'

/** The lines of a register in one period, filtered, ordered and grouped, with what the official columns want. */
export function listRegister(
  db: ReadableDb,
  input: InputOf<'register.list'>,
  today: string
): OutputOf<'register.list'> {
  const { direction } = input
  const all = keysOf(db, input)
  const words = foldKey(input.text).split(' ').filter(Boolean)
  const found = words.length === 0 ? all : all.filter((row) => holds(db, row, words))
  const listed = input.withdrawn ? found : found.filter((row) => row.withdrawn === 0)
  listed.sort(compareRows(direction, input.sort, input.descending, input.group))
  const open = openByDocument(db)
  return {
    total: listed.length,
    withdrawn: found.filter((row) => row.withdrawn === 1).length,
    unacknowledged: listed.reduce((sum, row) => sum + (row.withdrawn === 0 ? (open.get(row.id) ?? 0) : 0), 0),
    rows: listed.slice(input.offset, input.offset + input.limit).flatMap((row) => {
      const made = rowOf(db, row, today)
      return made ? [{ ...made, group: groupOf(row, direction, input.group) }] : []
    })
  }
}

function keysOf(db: ReadableDb, input: InputOf<'register.list'>): RegisterKeys[] {
  const day = registerDay(input.direction)
  const from = input.from === null ? '' : `AND ${day} >= @from`
  const to = input.to === null ? '' : `AND ${day} <= @to`
  return prepared<unknown[], RegisterKeys>(
    db,
    `SELECT d.id AS id, ${day} AS day, d.number AS number, d.suffix AS suffix, d.reference AS reference,
       d.reference_key AS referenceKey, d.issued_on AS issuedOn, d.arrived_on AS arrivedOn,
       d.arrival_number AS arrivalNumber, d.issuer AS issuer, d.acting_body AS actingBody, d.issuer_key AS issuerKey,
       d.document_type AS documentType, d.subject AS subject, d.handler AS handler, d.signer AS signer,
       d.withdrawn_at IS NOT NULL AS withdrawn, d.n AS n
     FROM document d WHERE d.direction = @direction ${from} ${to}`
  ).all({ direction: input.direction, from: input.from, to: input.to })
}

/** Every word stands in the line: number, author, subject, handler, signer or a recipient. */
function holds(db: ReadableDb, row: RegisterKeys, words: readonly string[]): boolean {
  const own = foldKey(
    [row.reference, row.issuer, row.actingBody, row.subject, row.handler, row.signer, row.arrivalNumber]
      .filter((value) => value !== null)
      .join(' ')
  )
  const handling = row.handler === null ? foldKey(handlerOf(db, row) ?? '') : ''
  const left = words.filter((word) => !own.includes(word) && !handling.includes(word))
  if (left.length === 0) return true
  const recipients = foldKey(recipientsOf(db, row.id))
  return left.every((word) => recipients.includes(word))
}

function rowOf(db: ReadableDb, row: RegisterKeys, today: string): Omit<RegisterRow, 'group'> | undefined {
  const document = documentLine(db, row.id)
  const more = prepared<[string], { copies: number | null; note: string | null; reason: string | null }>(
    db,
    'SELECT copies, note, withdrawn_reason AS reason FROM document WHERE id = ?'
  ).get(row.id)
  if (!document || !more) return undefined
  const deliveries = documentDeliveries(db, row.id, today)
  const signed = deliveries
    .filter((one) => one.state === 'acknowledged')
    .map((one) => one.acknowledgedBy ?? one.bodyName)
  const sent = deliveries.reduce((sum, one) => sum + one.copies, 0)
  return {
    document,
    author: authorOf(row.issuer, row.actingBody),
    recipients: recipientsOf(db, row.id),
    handler: handlerOf(db, row),
    copies: more.copies ?? (sent > 0 ? sent : null),
    handedOn: deliveries[0]?.sentOn ?? null,
    signedFor: signed.length > 0 ? [...new Set(signed)].join(', ') : null,
    unacknowledged: deliveries.filter((one) => one.state === 'sent' || one.state === 'received').length,
    note: more.reason ?? more.note
  }
}

/** Đơn vị hoặc người nhận: as registered, else who handles the paper by the newest bút phê. */
function handlerOf(db: ReadableDb, row: RegisterKeys): string | null {
  return row.handler ?? handledBy(db, row.id)
}

/** Nơi nhận as the register wants it: everyone the text names but the file copy. */
function recipientsOf(db: ReadableDb, documentId: string): string {
  return prepared<[string], { text: string }>(
    db,
    `SELECT text FROM recipient_line WHERE document_id = ? AND kind NOT IN ('file-copy', 'as-addressed') ORDER BY list, position`
  )
    .all(documentId)
    .map((line) => line.text)
    .join('; ')
}

function openByDocument(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = prepared<[], { id: string; count: number }>(
    db,
    `SELECT document_id AS id, count(*) AS count FROM delivery
     WHERE acknowledged_on IS NULL AND returned_on IS NULL AND recalled_on IS NULL AND cancelled_on IS NULL
     GROUP BY document_id`
  ).all()
  return new Map(rows.map((row) => [row.id, row.count]))
}
