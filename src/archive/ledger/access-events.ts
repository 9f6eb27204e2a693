import type { OpenTo } from '#contract/operations/accounts.ts'
import type { Role, ShellName } from '#contract/operations/operation.ts'
import { UNDONE } from '#domain/vocabulary/reasons.ts'
import type { EventKind, LedgerEventOf, NewEvent } from './events.ts'

/** What proves a password without telling it; its cost stands with it, so that a later program may ask for more. */
export type Verifier = Readonly<{ kind: 'scrypt'; n: number; r: number; p: number; salt: string; hash: string }>

export type RestrictedTo = Readonly<{ to: OpenTo; reason: string }>

/** How a restricted paper was read: looked at, its file taken, printed, or written out. */
export type Reading = 'opened' | 'file' | 'printed' | 'exported'

/** Facts of who may what, and of who did. */
export type AccessEventData = Readonly<{
  /** From here on the archive keeps accounts. */
  'accounts-turned-on': Readonly<{ idleMinutes: number }>
  'account-created': Readonly<{ accountId: string; name: string; role: Role; verifier: Verifier }>
  'account-saved': Readonly<{
    accountId: string
    name: string
    role: Role
    before: Readonly<{ name: string; role: Role }>
  }>
  'account-disabled': Readonly<{ accountId: string; reason: string }>
  'account-enabled': Readonly<{ accountId: string; reason: string }>
  'account-password-set': Readonly<{ accountId: string; verifier: Verifier }>
  /** An admin's, at the machine itself (`vankho account reset`). `machineUser`: whom the system said it was. */
  'account-password-reset': Readonly<{ accountId: string; verifier: Verifier; machineUser: string }>
  /** `failed`: wrong tries since the account last signed in. */
  'account-signed-in': Readonly<{ accountId: string; shell: ShellName; failed: number }>
  'account-idle-set': Readonly<{ minutes: number; before: number }>
  'document-restricted': Readonly<{ documentId: string; to: OpenTo; reason: string; before: RestrictedTo | null }>
  'document-unrestricted': Readonly<{ documentId: string; reason: string; before: RestrictedTo }>
  'document-read': Readonly<{ documentId: string; accountId: string; how: Reading }>
  'withdrawal-asked': Readonly<{ documentId: string; reason: string }>
  'withdrawal-refused': Readonly<{ documentId: string; reason: string }>
}>

export type AccessEventKind = keyof AccessEventData
export type AccountEventKind = Extract<AccessEventKind, `account${string}`>

const ACCESS_KINDS: Readonly<Record<AccessEventKind, true>> = {
  'accounts-turned-on': true,
  'account-created': true,
  'account-saved': true,
  'account-disabled': true,
  'account-enabled': true,
  'account-password-set': true,
  'account-password-reset': true,
  'account-signed-in': true,
  'account-idle-set': true,
  'document-restricted': true,
  'document-unrestricted': true,
  'document-read': true,
  'withdrawal-asked': true,
  'withdrawal-refused': true
}

/** Facts about accounts: the admin's, and nobody else's to take back. */
export function isAccountKind(kind: EventKind): kind is AccountEventKind {
  return kind.startsWith('account') && Object.hasOwn(ACCESS_KINDS, kind)
}

type AccessEvent = LedgerEventOf<AccessEventKind>

/** Never the verifier; ids of accounts are named by whoever shows them. */
export function describeAccess(event: AccessEvent): Readonly<Record<string, string>> {
  switch (event.kind) {
    case 'accounts-turned-on':
      return { idleMinutes: String(event.data.idleMinutes) }
    case 'account-created':
      return { account: event.data.name, accountRole: event.data.role }
    case 'account-saved': {
      const { name, role, before } = event.data
      return {
        account: name,
        ...(name === before.name ? {} : { name, 'name.before': before.name }),
        ...(role === before.role ? {} : { accountRole: role, 'accountRole.before': before.role })
      }
    }
    case 'account-disabled':
    case 'account-enabled':
      return { accountId: event.data.accountId, reason: event.data.reason }
    case 'account-password-set':
      return { accountId: event.data.accountId }
    case 'account-password-reset':
      return { accountId: event.data.accountId, machineUser: event.data.machineUser }
    case 'account-signed-in': {
      const { accountId, shell, failed } = event.data
      return { accountId, shell, ...(failed > 0 ? { failed: String(failed) } : {}) }
    }
    case 'account-idle-set':
      return { idleMinutes: String(event.data.minutes), 'idleMinutes.before': String(event.data.before) }
    case 'document-restricted': {
      const { accounts, roles } = event.data.to
      return { reason: event.data.reason, openToAccounts: String(accounts.length), openToRoles: roles.join(', ') }
    }
    case 'document-unrestricted':
    case 'withdrawal-asked':
    case 'withdrawal-refused':
      return { reason: event.data.reason }
    case 'document-read':
      return { accountId: event.data.accountId, reading: event.data.how }
  }
}

/** A password once set, a session begun and a reading are not taken back; an account made by mistake may not sign in. */
export function inverseOfAccess(event: AccessEvent): NewEvent | null {
  switch (event.kind) {
    case 'accounts-turned-on':
    case 'account-password-set':
    case 'account-password-reset':
    case 'account-signed-in':
    case 'document-read':
    case 'withdrawal-refused':
      return null
    case 'account-created':
      return { kind: 'account-disabled', data: { accountId: event.data.accountId, reason: UNDONE } }
    case 'account-saved': {
      const { accountId, name, role, before } = event.data
      return { kind: 'account-saved', data: { accountId, ...before, before: { name, role } } }
    }
    case 'account-disabled':
      return { kind: 'account-enabled', data: event.data }
    case 'account-enabled':
      return { kind: 'account-disabled', data: event.data }
    case 'account-idle-set':
      return { kind: 'account-idle-set', data: { minutes: event.data.before, before: event.data.minutes } }
    case 'document-restricted': {
      const { documentId, to, reason, before } = event.data
      const now = { to, reason }
      if (before === null) return { kind: 'document-unrestricted', data: { documentId, reason: UNDONE, before: now } }
      return { kind: 'document-restricted', data: { documentId, ...before, before: now } }
    }
    case 'document-unrestricted': {
      const { documentId, before } = event.data
      return { kind: 'document-restricted', data: { documentId, ...before, before: null } }
    }
    case 'withdrawal-asked':
      return { kind: 'withdrawal-refused', data: { documentId: event.data.documentId, reason: UNDONE } }
  }
}

export function touchesOfAccess(event: AccessEvent): readonly string[] {
  switch (event.kind) {
    case 'accounts-turned-on':
      return ['accounts']
    case 'account-idle-set':
      return ['account-idle']
    case 'account-created':
    case 'account-saved':
    case 'account-disabled':
    case 'account-enabled':
      return [`account:${event.data.accountId}`]
    case 'account-password-set':
    case 'account-password-reset':
    case 'account-signed-in':
    case 'document-read':
      return []
    case 'document-restricted':
    case 'document-unrestricted':
      // No part of the document: a filing is taken back whoever may see it.
      return [`access:${event.data.documentId}`]
    case 'withdrawal-asked':
    case 'withdrawal-refused':
      return [`document:${event.data.documentId}/withdrawal`]
  }
}
