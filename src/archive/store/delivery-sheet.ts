import type { SheetRow } from '#contract/operations/delivery-care.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { deliveryById } from './delivery-rows.ts'
import { documentLine } from './document-lines.ts'
import { reconcile } from './reconciliation.ts'

type Asked = CheckedInputOf<'delivery.sheet'>

/** The lines of a printed sheet in the order they stand on it: a returned sheet is gone through from top to bottom. */
export function deliverySheet(db: ReadableDb, asked: Asked, today: string): readonly SheetRow[] {
  return asked.documentId === null ? bookRows(db, asked, today) : signatureRows(db, asked.documentId, asked, today)
}

/** As `reports/builders/signature-sheet.ts` prints them. */
function signatureRows(db: ReadableDb, documentId: string, asked: Asked, today: string): readonly SheetRow[] {
  const { document, rows } = reconcile(db, documentId, today)
  return rows
    .filter((row) => {
      if (!asked.onlyUnsigned) return row.state !== 'dismissed'
      return row.state === 'not-sent' || row.state === 'sent' || row.state === 'received' || row.state === 'unknown'
    })
    .map((row, index) => ({
      key: `${index} ${row.bodyId ?? row.name}`,
      document,
      bodyId: row.bodyId,
      name: row.name,
      channel: row.channel,
      delivery: row.delivery,
      open: row.state === 'not-sent' || row.state === 'sent' || row.state === 'received'
    }))
}

/** As `reports/builders/handover-book.ts` prints them. */
function bookRows(db: ReadableDb, asked: Asked, today: string): readonly SheetRow[] {
  return prepared<unknown[], { id: string }>(
    db,
    `SELECT v.id AS id FROM delivery v JOIN document d ON d.id = v.document_id
     WHERE v.cancelled_on IS NULL AND d.direction = ? AND v.sent_on >= ? AND v.sent_on <= ? ORDER BY v.sent_on, v.n`
  )
    .all(asked.direction, asked.from ?? '', asked.to ?? '9999-12-31')
    .flatMap(({ id }): SheetRow[] => {
      const delivery = deliveryById(db, id, today)
      const document = delivery && documentLine(db, delivery.documentId)
      if (!delivery || !document) return []
      const open = !document.withdrawn && (delivery.state === 'sent' || delivery.state === 'received')
      if (asked.onlyUnsigned && !open) return []
      const { bodyId, bodyName: name, channel } = delivery
      return [{ key: delivery.id, document, bodyId, name, channel, delivery, open }]
    })
}
