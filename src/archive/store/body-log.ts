import { OperationError } from '#contract/failures.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import type { ReadableDb } from '../archive-context.ts'
import { bodyDeliveries } from './delivery-rows.ts'
import { bodyById } from './directory.ts'
import { documentLine } from './document-lines.ts'

type Answer = OutputOf<'delivery.ofBody'>

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
