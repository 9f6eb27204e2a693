import type { WritableDb } from '../archive-context.ts'
import { bodyNameKey } from '../directory/name-key.ts'
import type { EventData, SentDelivery } from '../ledger/events.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyDeliveries: Appliers<
  | 'recipient-assigned'
  | 'recipient-unassigned'
  | 'deliveries-sent'
  | 'deliveries-marked'
  | 'deliveries-unmarked'
  | 'recipient-dismissed'
  | 'recipient-undismissed'
> = {
  'recipient-assigned': (db, { data }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO recipient_assignment(document_id, name_key, name, body_ids, group_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT(document_id, name_key) DO UPDATE SET name = excluded.name, body_ids = excluded.body_ids,
         group_id = excluded.group_id`
    ).run(data.documentId, bodyNameKey(data.name), data.name, JSON.stringify(data.bodyIds), data.groupId)
  },
  'recipient-unassigned': (db, { data }) => {
    prepared<[string, string]>(db, 'DELETE FROM recipient_assignment WHERE document_id = ? AND name_key = ?').run(
      data.documentId,
      bodyNameKey(data.name)
    )
  },
  'deliveries-sent': (db, { data }) => {
    for (const one of data.deliveries) insertDelivery(db, data.documentId, data.sentOn, one)
  },
  'deliveries-marked': (db, { data }) => {
    for (const id of data.deliveryIds) markDelivery(db, id, data)
  },
  'deliveries-unmarked': (db, { data }) => {
    for (const id of data.deliveryIds) unmarkDelivery(db, id, data.what)
  },
  'recipient-dismissed': (db, { data }) => {
    prepared<[string, string, string]>(
      db,
      `INSERT INTO recipient_dismissal(document_id, body_id, reason) VALUES (?, ?, ?)
       ON CONFLICT(document_id, body_id) DO UPDATE SET reason = excluded.reason`
    ).run(data.documentId, data.bodyId, data.reason)
  },
  'recipient-undismissed': (db, { data }) => {
    prepared<[string, string]>(db, 'DELETE FROM recipient_dismissal WHERE document_id = ? AND body_id = ?').run(
      data.documentId,
      data.bodyId
    )
  }
}

export function insertDelivery(db: WritableDb, documentId: string, sentOn: string, one: SentDelivery): void {
  prepared<unknown[]>(
    db,
    `INSERT INTO delivery(n, id, document_id, body_id, channel, copies, sent_on)
     VALUES ((SELECT coalesce(max(n), 0) + 1 FROM delivery), ?, ?, ?, ?, ?, ?)`
  ).run(one.deliveryId, documentId, one.bodyId, one.channel, one.copies, sentOn)
}

export function unmarkDelivery(db: WritableDb, id: string, what: Mark['what']): void {
  prepared<[string]>(db, `UPDATE delivery SET ${CLEARED[what]} WHERE id = ?`).run(id)
}

type Mark = Omit<EventData['deliveries-marked'], 'deliveryIds'>

const CLEARED: Readonly<Record<Mark['what'], string>> = {
  acknowledged: 'acknowledged_on = NULL, acknowledged_by = NULL, basis = NULL',
  received: 'received_on = NULL, received_by = NULL',
  returned: 'returned_on = NULL',
  recalled: 'recalled_on = NULL',
  cancelled: 'cancelled_on = NULL'
}

/** A note said with a mark stands on the delivery; a mark without one leaves the note that is there. */
export function markDelivery(db: WritableDb, id: string, data: Mark): void {
  const { on, by, basis, note } = data
  switch (data.what) {
    case 'acknowledged':
      prepared<unknown[]>(
        db,
        'UPDATE delivery SET acknowledged_on = ?, acknowledged_by = ?, basis = ?, note = coalesce(?, note) WHERE id = ?'
      ).run(on, by, basis, note, id)
      return
    case 'received':
      prepared<unknown[]>(
        db,
        'UPDATE delivery SET received_on = ?, received_by = ?, note = coalesce(?, note) WHERE id = ?'
      ).run(on, by, note, id)
      return
    case 'returned':
    case 'recalled':
    case 'cancelled':
      prepared<unknown[]>(db, `UPDATE delivery SET ${data.what}_on = ?, note = coalesce(?, note) WHERE id = ?`).run(
        on,
        note,
        id
      )
      return
  }
}
