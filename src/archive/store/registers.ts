import type { BookId } from '#contract/ids.ts'
import type { RegisterRow } from '#contract/operations/registers.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numberSaid } from './books.ts'
import { prepared } from './db/prepared.ts'
import { documentDeliveries } from './delivery-rows.ts'
import { documentLine } from './document-lines.ts'
import { registerBlanks } from './register-blanks.ts'
import { handlerOf, keysOfLine, recipientsOf, registerLines } from './register-lines.ts'
import { groupOf, type RegisterKeys } from './register-order.ts'

/** The lines of a register in one period or book, filtered, ordered and grouped, with what the official columns want. */
export function listRegister(
  db: ReadableDb,
  input: InputOf<'register.list'>,
  today: string
): OutputOf<'register.list'> {
  const { direction, offset, limit } = input
  const question = { ...input, bookId: input.bookId ?? null }
  const lines = registerLines(db, question)
  return {
    total: lines.total,
    withdrawn: lines.withdrawn,
    unacknowledged: lines.unacknowledged,
    rows: lines.page(offset, limit).flatMap((n) => {
      const keys = keysOfLine(db, direction, n)
      const made = keys && rowOf(db, keys, today)
      return made ? [{ ...made, group: groupOf(keys, direction, input.group) }] : []
    }),
    blanks: registerBlanks(db, question, lines.total, offset, limit)
  }
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
  const book = prepared<[string], { id: BookId }>(db, 'SELECT book_id AS id FROM book_line WHERE id = ?').get(row.id)
  const said = numberSaid(db, row.id)
  return {
    document,
    author: authorOf(row.issuer, row.actingBody),
    recipients: recipientsOf(db, row.id),
    handler: handlerOf(db, row),
    copies: more.copies ?? (sent > 0 ? sent : null),
    handedOn: deliveries[0]?.sentOn ?? null,
    signedFor: signed.length > 0 ? [...new Set(signed)].join(', ') : null,
    unacknowledged: deliveries.filter((one) => one.state === 'sent' || one.state === 'received').length,
    note: more.reason ?? more.note,
    bookId: book?.id ?? null,
    numbering: said ? { flags: [...said.flags], reason: said.reason } : null
  }
}
