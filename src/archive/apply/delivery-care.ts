import type { WritableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'
import { insertDelivery, markDelivery, unmarkDelivery } from './deliveries.ts'

export const applyDeliveryCare: Appliers<
  'sheet-signed' | 'sheet-unsigned' | 'proof-attached' | 'proof-detached' | 'notice-given' | 'notice-withdrawn'
> = {
  'sheet-signed': (db, { data }) => {
    const { on, basis } = data
    const sign = (id: string, by: string | null) =>
      markDelivery(db, id, { what: 'acknowledged', on, by, basis, note: null })
    for (const one of data.sent) {
      insertDelivery(db, one.documentId, on, one)
      sign(one.deliveryId, one.by)
    }
    for (const one of data.signed) sign(one.deliveryId, one.by)
  },
  'sheet-unsigned': (db, { data }) => {
    for (const id of data.signed) unmarkDelivery(db, id, 'acknowledged')
    cancel(db, data.sent, data.on)
  },
  'proof-attached': (db, { data, at, actor }) => {
    const { proofId, file, note } = data
    prepared<unknown[]>(
      db,
      `INSERT INTO delivery_proof(n, id, sha256, name, media_type, bytes, note, attached_at, attached_by)
       VALUES ((SELECT coalesce(max(n), 0) + 1 FROM delivery_proof), ?, ?, ?, ?, ?, ?, ?, ?)`
    ).run(proofId, file.sha256, file.name, file.mediaType, file.bytes, note, at, actor)
    const tie = prepared<[string, string]>(db, 'INSERT INTO delivery_proof_of(delivery_id, proof_id) VALUES (?, ?)')
    for (const id of data.deliveryIds) tie.run(id, proofId)
  },
  'proof-detached': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM delivery_proof_of WHERE proof_id = ?').run(data.proofId)
    prepared<[string]>(db, 'DELETE FROM delivery_proof WHERE id = ?').run(data.proofId)
  },
  'notice-given': (db, { data }) => {
    const { noticeId, documentId, byDocumentId, kind, on, reason } = data
    prepared<unknown[]>(
      db,
      `INSERT INTO delivery_notice(n, id, document_id, by_document_id, kind, given_on, reason)
       VALUES ((SELECT coalesce(max(n), 0) + 1 FROM delivery_notice), ?, ?, ?, ?, ?, ?)`
    ).run(noticeId, documentId, byDocumentId, kind, on, reason)
    for (const id of data.recalled) {
      markDelivery(db, id, { what: 'recalled', on, by: null, basis: null, note: null })
    }
    if (byDocumentId !== null) for (const one of data.sent) insertDelivery(db, byDocumentId, on, one)
  },
  'notice-withdrawn': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM delivery_notice WHERE id = ?').run(data.noticeId)
    for (const id of data.recalled) unmarkDelivery(db, id, 'recalled')
    cancel(db, data.sent, data.on)
  }
}

function cancel(db: WritableDb, ids: readonly string[], on: string): void {
  for (const id of ids) markDelivery(db, id, { what: 'cancelled', on, by: null, basis: null, note: null })
}
