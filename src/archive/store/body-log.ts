import { OperationError } from '#contract/failures.ts'
import type { BodyId } from '#contract/ids.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { bodyDeliveries } from './delivery-rows.ts'
import { bodyById } from './directory.ts'
import { documentLine } from './document-lines.ts'

type Answer = OutputOf<'delivery.ofBody'>

/** Bodies of the directory something was sent to in a period, in the directory's order. */
export function bodiesSentTo(db: ReadableDb, from: string, to: string): readonly BodyId[] {
  return prepared<[string, string], { id: BodyId }>(
    db,
    `SELECT b.id AS id FROM body b WHERE EXISTS (SELECT 1 FROM delivery v WHERE v.body_id = b.id AND v.sent_on >= ?
       AND v.sent_on <= ? AND v.cancelled_on IS NULL) ORDER BY b.n`
  )
    .all(from, to)
    .map((row) => row.id)
}

/** Everything sent to a body in a period, newest first (S14). */
export function bodyLog(db: ReadableDb, asked: CheckedInputOf<'delivery.ofBody'>, today: string): Answer {
  const body = bodyById(db, asked.bodyId)
  if (!body) throw new OperationError('not-found', { id: asked.bodyId })
  const words = foldKey(asked.text).split(' ').filter(Boolean)
  const rows = bodyDeliveries(db, asked.bodyId, asked.from ?? '', asked.to ?? '9999-12-31', today).flatMap(
    (delivery): Answer['rows'] => {
      const document = documentLine(db, delivery.documentId)
      if (!document) return []
      const key = foldKey(`${document.reference ?? ''} ${document.subject ?? ''}`)
      return words.every((word) => key.includes(word)) ? [{ ...delivery, document }] : []
    }
  )
  const of = (...states: string[]) => rows.filter((row) => states.includes(row.state)).length
  return {
    body,
    total: rows.length,
    acknowledged: of('acknowledged'),
    unacknowledged: of('sent', 'received'),
    copies: rows.reduce((sum, row) => sum + row.copies, 0),
    rows
  }
}
