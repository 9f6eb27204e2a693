import type { WritableDb } from '../archive-context.ts'
import type { EventKind } from '../ledger/events.ts'
import { movedDocuments } from '../search/touched.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyDossiers: Appliers<Extract<EventKind, `dossier-${string}`>> = {
  'dossier-saved': (db, { data: { dossier } }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO dossier(n, id, code, title, heading, years, keeper, opened_on, paper_location, note, rule)
       VALUES ((SELECT coalesce(max(n), 0) + 1 FROM dossier), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET code = excluded.code, title = excluded.title, heading = excluded.heading,
         years = excluded.years, keeper = excluded.keeper, opened_on = excluded.opened_on,
         paper_location = excluded.paper_location, note = excluded.note, rule = excluded.rule`
    ).run(
      dossier.id,
      dossier.code,
      dossier.title,
      dossier.heading,
      dossier.years,
      dossier.keeper,
      dossier.openedOn,
      dossier.paperLocation,
      dossier.note,
      dossier.rule && JSON.stringify(dossier.rule)
    )
  },
  'dossier-removed': (db, { data, at }) => {
    prepared<[string, string, string]>(db, 'UPDATE dossier SET removed_at = ?, removed_reason = ? WHERE id = ?').run(
      at,
      data.reason,
      data.dossierId
    )
    moveAll(db, data.dossierId)
  },
  'dossier-restored': (db, { data }) => {
    prepared<[string]>(db, 'UPDATE dossier SET removed_at = NULL, removed_reason = NULL WHERE id = ?').run(
      data.dossierId
    )
    moveAll(db, data.dossierId)
  },
  'dossier-documents-added': (db, { data }) => {
    const insert = prepared<unknown[]>(
      db,
      'INSERT INTO dossier_document(dossier_id, document_id, position) VALUES (?, ?, ?)'
    )
    for (const { documentId, position } of data.items) {
      insert.run(data.dossierId, documentId, position)
      move(db, documentId)
    }
  },
  'dossier-documents-removed': (db, { data }) => {
    for (const { documentId } of data.items) {
      prepared<[string, string]>(db, 'DELETE FROM dossier_document WHERE dossier_id = ? AND document_id = ?').run(
        data.dossierId,
        documentId
      )
      move(db, documentId)
    }
  },
  'dossier-ordered': (db, { data }) => {
    data.documentIds.forEach((documentId, index) => {
      prepared<[number, string, string]>(
        db,
        'UPDATE dossier_document SET position = ? WHERE dossier_id = ? AND document_id = ?'
      ).run(index + 1, data.dossierId, documentId)
    })
  },
  'dossier-closed': (db, { data }) => setClosed(db, data.dossierId, data.on),
  'dossier-reopened': (db, { data }) => setClosed(db, data.dossierId, null),
  'dossier-disposal-recorded': (db, { data }) => {
    prepared<[string | null, string]>(db, 'UPDATE dossier SET disposal = ? WHERE id = ?').run(
      data.disposal && JSON.stringify(data.disposal),
      data.dossierId
    )
  }
}

function setClosed(db: WritableDb, id: string, on: string | null): void {
  prepared<[string | null, string]>(db, 'UPDATE dossier SET closed_on = ? WHERE id = ?').run(on, id)
}

/** The search counts papers by dossier: it hears of each that came in or went out. */
function move(db: WritableDb, documentId: string): void {
  const row = prepared<[string], { n: number }>(db, 'SELECT n FROM document WHERE id = ?').get(documentId)
  if (row) movedDocuments.add(db, row.n)
}

function moveAll(db: WritableDb, dossierId: string): void {
  const rows = prepared<[string], { id: string }>(
    db,
    'SELECT document_id AS id FROM dossier_document WHERE dossier_id = ?'
  ).all(dossierId)
  for (const { id } of rows) move(db, id)
}
