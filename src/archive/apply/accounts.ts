import type { OpenTo } from '#contract/operations/accounts.ts'
import { accountKey } from '../accounts/account-key.ts'
import type { WritableDb } from '../archive-context.ts'
import type { AccessEventKind, Verifier } from '../ledger/access-events.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyAccounts: Appliers<AccessEventKind> = {
  'accounts-turned-on': (db, { data, at, actor }) => {
    prepared<[string, string, number]>(
      db,
      'INSERT INTO access_rule(one, on_at, on_by, idle_minutes) VALUES (1, ?, ?, ?)'
    ).run(at, actor, data.idleMinutes)
  },
  'account-created': (db, { data, seq, at }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO account(n, id, name, name_key, role, verifier, disabled, created_at, signed_in_at, changed_seq)
       VALUES ((SELECT coalesce(max(n), 0) + 1 FROM account), ?, ?, ?, ?, ?, NULL, ?, NULL, ?)`
    ).run(data.accountId, data.name, accountKey(data.name), data.role, JSON.stringify(data.verifier), at, seq)
  },
  'account-saved': (db, { data, seq }) => {
    prepared<unknown[]>(db, 'UPDATE account SET name = ?, name_key = ?, role = ?, changed_seq = ? WHERE id = ?').run(
      data.name,
      accountKey(data.name),
      data.role,
      seq,
      data.accountId
    )
  },
  'account-disabled': (db, { data, seq }) => setDisabled(db, data.accountId, data.reason, seq),
  'account-enabled': (db, { data, seq }) => setDisabled(db, data.accountId, null, seq),
  'account-password-set': (db, { data, seq }) => setVerifier(db, data, seq),
  'account-password-reset': (db, { data, seq }) => setVerifier(db, data, seq),
  'account-signed-in': (db, { data, at }) => {
    prepared<[string, string]>(db, 'UPDATE account SET signed_in_at = ? WHERE id = ?').run(at, data.accountId)
  },
  'account-idle-set': (db, { data }) => {
    prepared<[number]>(db, 'UPDATE access_rule SET idle_minutes = ?').run(data.minutes)
  },
  'document-restricted': (db, { data, seq, at, actor }) => {
    openAgain(db, data.documentId)
    prepared<[string, string, string, string, number]>(
      db,
      'INSERT INTO document_access(document_id, reason, at, by, seq) VALUES (?, ?, ?, ?, ?)'
    ).run(data.documentId, data.reason, at, actor, seq)
    for (const [kind, who] of readers(data.to)) {
      prepared<[string, string, string]>(
        db,
        'INSERT OR IGNORE INTO document_access_to(document_id, kind, who) VALUES (?, ?, ?)'
      ).run(data.documentId, kind, who)
    }
  },
  'document-unrestricted': (db, { data }) => openAgain(db, data.documentId),
  // Who read what is the ledger's to tell: no table grows with every look.
  'document-read': () => {},
  'withdrawal-asked': (db, { data, at, actor }) => {
    prepared<[string, string, string, string]>(
      db,
      'INSERT OR REPLACE INTO withdrawal_request(document_id, reason, asked_at, asked_by) VALUES (?, ?, ?, ?)'
    ).run(data.documentId, data.reason, at, actor)
  },
  'withdrawal-refused': (db, { data }) => endRequest(db, data.documentId)
}

/** Decided: refused, or the document was withdrawn. */
export function endRequest(db: WritableDb, documentId: string): void {
  prepared<[string]>(db, 'DELETE FROM withdrawal_request WHERE document_id = ?').run(documentId)
}

function readers(to: OpenTo): readonly (readonly [string, string])[] {
  return [...to.accounts.map((id) => ['account', id] as const), ...to.roles.map((role) => ['role', role] as const)]
}

function openAgain(db: WritableDb, documentId: string): void {
  prepared<[string]>(db, 'DELETE FROM document_access_to WHERE document_id = ?').run(documentId)
  prepared<[string]>(db, 'DELETE FROM document_access WHERE document_id = ?').run(documentId)
}

function setVerifier(db: WritableDb, of: Readonly<{ accountId: string; verifier: Verifier }>, seq: number): void {
  prepared<[string, number, string]>(db, 'UPDATE account SET verifier = ?, changed_seq = ? WHERE id = ?').run(
    JSON.stringify(of.verifier),
    seq,
    of.accountId
  )
}

function setDisabled(db: WritableDb, id: string, reason: string | null, seq: number): void {
  prepared<[string | null, number, string]>(db, 'UPDATE account SET disabled = ?, changed_seq = ? WHERE id = ?').run(
    reason,
    seq,
    id
  )
}
