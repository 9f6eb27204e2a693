import type { AccountId } from '#contract/ids.ts'
import type { Account, OwnAccount, Restriction } from '#contract/operations/accounts.ts'
import type { Role } from '#contract/operations/operation.ts'
import { accountKey } from '../accounts/account-key.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { RestrictedTo, Verifier } from '../ledger/access-events.ts'
import { prepared } from './db/prepared.ts'

/** An account as signing in needs it. */
export type AccountRow = Readonly<{
  id: AccountId
  name: string
  role: Role
  verifier: Verifier
  disabled: string | null
  seq: number
}>

const ROW = 'id, name, role, verifier, disabled, changed_seq AS seq'
type Stored = Omit<AccountRow, 'verifier'> & Readonly<{ verifier: string }>

export function accountById(db: ReadableDb, id: string): AccountRow | null {
  return read(prepared<[string], Stored>(db, `SELECT ${ROW} FROM account WHERE id = ?`).get(id))
}

export function accountByName(db: ReadableDb, name: string): AccountRow | null {
  return read(prepared<[string], Stored>(db, `SELECT ${ROW} FROM account WHERE name_key = ?`).get(accountKey(name)))
}

function read(row: Stored | undefined): AccountRow | null {
  return row ? { ...row, verifier: JSON.parse(row.verifier) as Verifier } : null
}

/** Minutes without a deed; null: the archive keeps no accounts. */
export function idleMinutes(db: ReadableDb): number | null {
  const row = prepared<[], { minutes: number }>(db, 'SELECT idle_minutes AS minutes FROM access_rule').get()
  return row?.minutes ?? null
}

/** In the order they were made. */
export function accounts(db: ReadableDb): Account[] {
  return prepared<[], Account>(
    db,
    'SELECT id, name, role, disabled, created_at AS createdAt, signed_in_at AS lastSignInAt FROM account ORDER BY n'
  ).all()
}

export function account(db: ReadableDb, id: string): Account | null {
  return accounts(db).find((one) => one.id === id) ?? null
}

/** Accounts of a role that may sign in. */
export function standing(db: ReadableDb, role: Role): number {
  return Number(
    prepared<[string]>(db, 'SELECT count(*) FROM account WHERE role = ? AND disabled IS NULL').pluck().get(role)
  )
}

type Access = Readonly<{ reason: string; at: string; by: string }>
type Reader = Readonly<{ kind: 'account' | 'role'; who: string }>

export function isRestricted(db: ReadableDb, documentId: string): boolean {
  return prepared<[string]>(db, 'SELECT 1 FROM document_access WHERE document_id = ?').get(documentId) !== undefined
}

/** Restricted documents the connection shows, restricted last first. */
export function restrictedIds(db: ReadableDb): readonly string[] {
  return prepared<[], { id: string }>(
    db,
    'SELECT a.document_id AS id FROM document_access a JOIN document d ON d.id = a.document_id ORDER BY a.seq DESC'
  )
    .all()
    .map((row) => row.id)
}

export function restrictionOf(db: ReadableDb, documentId: string): Restriction | null {
  const access = prepared<[string], Access>(db, 'SELECT reason, at, by FROM document_access WHERE document_id = ?').get(
    documentId
  )
  if (!access) return null
  const to = readers(db, documentId)
  const known = new Map(accounts(db).map((one) => [one.id as string, one]))
  return {
    ...access,
    roles: to.flatMap((one) => (one.kind === 'role' ? [one.who as Restriction['roles'][number]] : [])),
    accounts: to.flatMap((one) => {
      const named = one.kind === 'account' ? known.get(one.who) : undefined
      return named ? [{ id: named.id, name: named.name, role: named.role, disabled: named.disabled !== null }] : []
    })
  }
}

/** The same as the ledger says it. */
export function restrictedTo(db: ReadableDb, documentId: string): RestrictedTo | null {
  const access = prepared<[string], Access>(db, 'SELECT reason, at, by FROM document_access WHERE document_id = ?').get(
    documentId
  )
  if (!access) return null
  const to = readers(db, documentId)
  return {
    reason: access.reason,
    to: {
      accounts: to.flatMap((one) => (one.kind === 'account' ? [one.who as AccountId] : [])),
      roles: to.flatMap((one) => (one.kind === 'role' ? [one.who as Restriction['roles'][number]] : []))
    }
  }
}

function readers(db: ReadableDb, documentId: string): readonly Reader[] {
  return prepared<[string], Reader>(
    db,
    'SELECT kind, who FROM document_access_to WHERE document_id = ? ORDER BY kind, who'
  ).all(documentId)
}

/** Documents somebody may not see, by row number and id. */
export function hiddenFrom(
  db: ReadableDb,
  who: Readonly<{ accountId: string; role: Role }>
): readonly Readonly<{ n: number; id: string }>[] {
  return prepared<[string, string], { n: number; id: string }>(
    db,
    `SELECT d.n AS n, d.id AS id FROM document_access a CROSS JOIN document d ON d.id = a.document_id
     WHERE NOT EXISTS (SELECT 1 FROM document_access_to t WHERE t.document_id = a.document_id
       AND ((t.kind = 'account' AND t.who = ?) OR (t.kind = 'role' AND t.who = ?))) ORDER BY d.n`
  ).all(who.accountId, who.role)
}

export type Request = Readonly<{ documentId: string; reason: string; askedAt: string; askedBy: string }>

/** Withdrawals that wait, the oldest first. */
export function withdrawalRequests(db: ReadableDb): readonly Request[] {
  return prepared<[], Request>(
    db,
    `SELECT document_id AS documentId, reason, asked_at AS askedAt, asked_by AS askedBy
     FROM withdrawal_request ORDER BY asked_at, document_id`
  ).all()
}

export function own(row: Pick<AccountRow, 'id' | 'name' | 'role'>): OwnAccount {
  return { id: row.id, name: row.name, role: row.role }
}
