import type { Delivery, Direction, DocumentLine } from '#contract/schemas.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { deliveryById } from './delivery-rows.ts'
import { documentLine } from './document-lines.ts'

export type Delivered = Readonly<{ delivery: Delivery; document: DocumentLine }>

/** What was handed over in a period (of one direction, of one document), in the order of its handing over. */
export function deliveredIn(
  db: ReadableDb,
  asked: Readonly<{ from: string | null; to: string | null; direction: Direction | null; documentId: string | null }>,
  today: string
): readonly Delivered[] {
  return prepared<unknown[], { id: string }>(
    db,
    `SELECT v.id AS id FROM delivery v JOIN document d ON d.id = v.document_id
     WHERE v.cancelled_on IS NULL AND v.sent_on >= @from AND v.sent_on <= @to
       AND (@direction IS NULL OR d.direction = @direction) AND (@documentId IS NULL OR d.id = @documentId)
     ORDER BY v.sent_on, v.n`
  )
    .all({
      direction: asked.direction,
      from: asked.from ?? '',
      to: asked.to ?? '9999-12-31',
      documentId: asked.documentId
    })
    .flatMap(({ id }) => {
      const delivery = deliveryById(db, id, today)
      const document = delivery && documentLine(db, delivery.documentId)
      return document ? [{ delivery, document }] : []
    })
}
