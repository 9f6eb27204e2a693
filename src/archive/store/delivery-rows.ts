import type { Delivery } from '#contract/schemas.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { daysBetween, deliveryState } from './delivery-state.ts'

type Row = Omit<Delivery, 'state' | 'ageDays'>

const DELIVERY = `v.id AS id, v.document_id AS documentId, v.body_id AS bodyId, coalesce(b.name, v.body_id) AS bodyName,
  v.channel AS channel, v.copies AS copies, v.sent_on AS sentOn, v.received_on AS receivedOn,
  v.received_by AS receivedBy, v.acknowledged_on AS acknowledgedOn, v.acknowledged_by AS acknowledgedBy,
  v.basis AS basis, v.returned_on AS returnedOn, v.recalled_on AS recalledOn, v.note AS note`
const FROM = 'FROM delivery v LEFT JOIN body b ON b.id = v.body_id'
export const OPEN_DELIVERY =
  'v.acknowledged_on IS NULL AND v.returned_on IS NULL AND v.recalled_on IS NULL AND v.cancelled_on IS NULL'

/** A document's deliveries, oldest first; those entered by mistake are left out. */
export function documentDeliveries(db: ReadableDb, documentId: string, today: string): Delivery[] {
  return prepared<[string], Row>(
    db,
    `SELECT ${DELIVERY} ${FROM} WHERE v.document_id = ? AND v.cancelled_on IS NULL ORDER BY v.sent_on, v.n`
  )
    .all(documentId)
    .map((row) => deliveryOf(row, today))
}

export function deliveryById(db: ReadableDb, id: string, today: string): Delivery | undefined {
  const row = prepared<[string], Row>(db, `SELECT ${DELIVERY} ${FROM} WHERE v.id = ? AND v.cancelled_on IS NULL`).get(
    id
  )
  return row ? deliveryOf(row, today) : undefined
}

/** Everything sent to a body in a period, newest first; withdrawn papers among it: they went out all the same. */
export function bodyDeliveries(db: ReadableDb, bodyId: string, from: string, to: string, today: string): Delivery[] {
  return prepared<[string, string, string], Row>(
    db,
    `SELECT ${DELIVERY} ${FROM} WHERE v.body_id = ? AND v.sent_on >= ? AND v.sent_on <= ? AND v.cancelled_on IS NULL
     ORDER BY v.sent_on DESC, v.n DESC`
  )
    .all(bodyId, from, to)
    .map((row) => deliveryOf(row, today))
}

/** Deliveries nobody has signed for, sent on or before a day, of standing documents; oldest first. */
export function openDeliveries(db: ReadableDb, sentBy: string, today: string): Delivery[] {
  return prepared<[string], Row>(
    db,
    `SELECT ${DELIVERY} ${FROM} JOIN document d ON d.id = v.document_id
     WHERE ${OPEN_DELIVERY} AND v.sent_on <= ? AND d.withdrawn_at IS NULL ORDER BY v.sent_on, v.n`
  )
    .all(sentBy)
    .map((row) => deliveryOf(row, today))
}

/** How many deliveries older than so many days nobody has signed for. */
export function openDeliveryCount(db: ReadableDb, sentBy: string): number {
  return (
    prepared<[string], { count: number }>(
      db,
      `SELECT count(*) AS count FROM delivery v JOIN document d ON d.id = v.document_id
       WHERE ${OPEN_DELIVERY} AND v.sent_on <= ? AND d.withdrawn_at IS NULL`
    ).get(sentBy)?.count ?? 0
  )
}

function deliveryOf(row: Row, today: string): Delivery {
  return { ...row, state: deliveryState(row), ageDays: daysBetween(row.sentOn, row.acknowledgedOn ?? today) }
}
