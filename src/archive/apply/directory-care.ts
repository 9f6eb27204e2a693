import type { WritableDb } from '../archive-context.ts'
import { bodyNameKey } from '../directory/name-key.ts'
import type { BodiesMerged } from '../ledger/events.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'
import { directoryChanged, removeBody, removeGroup, saveBody, saveGroup } from './directory.ts'

export const applyDirectoryCare: Appliers<'bodies-merged' | 'bodies-unmerged' | 'directory-imported'> = {
  'bodies-merged': (db, { data, seq }) => {
    directoryChanged(db, seq)
    moveDeliveries(db, data.deliveries, data.kept.id)
    for (const { documentId, name, after } of data.assignments) reassign(db, documentId, name, after)
    moveDismissals(db, data, data.gone.id, data.kept.id)
    for (const { group } of data.groups) saveGroup(db, group)
    for (const { body } of data.others) saveBody(db, body)
    saveBody(db, data.kept)
    removeBody(db, data.gone.id)
    prepared<unknown[]>(db, 'INSERT INTO body_merged(gone_id, keep_id, name) VALUES (?, ?, ?)').run(
      data.gone.id,
      data.kept.id,
      data.gone.name
    )
  },
  'bodies-unmerged': (db, { data, seq }) => {
    directoryChanged(db, seq)
    prepared<[string]>(db, 'DELETE FROM body_merged WHERE gone_id = ?').run(data.gone.id)
    saveBody(db, data.gone)
    saveBody(db, data.keptBefore)
    for (const { before } of data.others) saveBody(db, before)
    for (const { before } of data.groups) saveGroup(db, before)
    moveDeliveries(db, data.deliveries, data.gone.id)
    for (const { documentId, name, before } of data.assignments) reassign(db, documentId, name, before)
    moveDismissals(db, data, data.kept.id, data.gone.id)
  },
  'directory-imported': (db, { data, seq }) => {
    directoryChanged(db, seq)
    for (const { id, body } of data.bodies) {
      if (body) saveBody(db, body)
      else removeBody(db, id)
    }
    for (const { id, group } of data.groups) {
      if (group) saveGroup(db, group)
      else removeGroup(db, id)
    }
  }
}

function moveDeliveries(db: WritableDb, ids: readonly string[], bodyId: string): void {
  const move = prepared<[string, string]>(db, 'UPDATE delivery SET body_id = ? WHERE id = ?')
  for (const id of ids) move.run(bodyId, id)
}

function reassign(db: WritableDb, documentId: string, name: string, bodyIds: readonly string[]): void {
  prepared<[string, string, string]>(
    db,
    'UPDATE recipient_assignment SET body_ids = ? WHERE document_id = ? AND name_key = ?'
  ).run(JSON.stringify(bodyIds), documentId, bodyNameKey(name))
}

/** One that was not moved stays behind with its entry: going over it is dropped, coming back it is there again. */
function moveDismissals(db: WritableDb, data: BodiesMerged, from: string, to: string): void {
  const remove = prepared<[string, string]>(db, 'DELETE FROM recipient_dismissal WHERE document_id = ? AND body_id = ?')
  const put = prepared<[string, string, string]>(
    db,
    'INSERT INTO recipient_dismissal(document_id, body_id, reason) VALUES (?, ?, ?)'
  )
  for (const { documentId, reason, moved } of data.dismissals) {
    const back = to === data.gone.id
    if (moved || !back) remove.run(documentId, from)
    if (moved || back) put.run(documentId, to, reason)
  }
}
