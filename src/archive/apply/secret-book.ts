import type { SecretForm } from '#contract/operations/secret-book.ts'
import type { WritableDb } from '../archive-context.ts'
import type { EventKind } from '../ledger/events.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applySecretBook: Appliers<Extract<EventKind, `secret-${string}`>> = {
  'secret-book-switched': (db, { data, at, actor }) => {
    prepared<[number, string, string, string]>(
      db,
      `INSERT INTO secret_book(one, is_on, at, by, reason) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT(one) DO UPDATE SET is_on = excluded.is_on, at = excluded.at, by = excluded.by,
         reason = excluded.reason`
    ).run(data.on ? 1 : 0, at, actor, data.reason)
  },
  'secret-entry-recorded': (db, { data, at, actor }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO secret_entry(n, id, direction, year, number, recorded_at, recorded_by,
         arrived_on, issued_on, issuer, reference, document_type, secrecy, subject, signer, kept_by, recipients, copies,
         note, returned_on)
       VALUES ((SELECT coalesce(max(n), 0) + 1 FROM secret_entry), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ).run(data.entryId, data.entry.direction, data.year, data.number, at, actor, ...columns(data.entry))
  },
  'secret-entry-corrected': (db, { data, seq, at, actor }) => {
    prepared<unknown[]>(
      db,
      `UPDATE secret_entry SET arrived_on = ?, issued_on = ?, issuer = ?, reference = ?, document_type = ?, secrecy = ?,
         subject = ?, signer = ?, kept_by = ?, recipients = ?, copies = ?, note = ?, returned_on = ? WHERE id = ?`
    ).run(...columns(data.after), data.entryId)
    prepared<[number, string, string, string, string, string, string]>(
      db,
      'INSERT INTO secret_correction(seq, entry_id, at, by, reason, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)'
    ).run(seq, data.entryId, at, actor, data.reason, JSON.stringify(data.before), JSON.stringify(data.after))
  },
  'secret-entry-voided': (db, { data }) => setVoided(db, data.entryId, data.reason),
  'secret-entry-restored': (db, { data }) => setVoided(db, data.entryId, null)
}

function setVoided(db: WritableDb, id: string, reason: string | null): void {
  prepared<[string | null, string]>(db, 'UPDATE secret_entry SET voided = ? WHERE id = ?').run(reason, id)
}

function columns(entry: SecretForm): readonly (string | number | null)[] {
  const { arrivedOn, issuedOn, issuer, reference, documentType, secrecy, subject, signer } = entry
  const { keptBy, recipients, copies, note, returnedOn } = entry
  return [
    arrivedOn,
    issuedOn,
    issuer,
    reference,
    documentType,
    secrecy,
    subject,
    signer,
    keptBy,
    recipients,
    copies,
    note,
    returnedOn
  ]
}
