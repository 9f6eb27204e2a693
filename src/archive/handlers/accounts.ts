import { OperationError } from '#contract/failures.ts'
import type { AccountId } from '#contract/ids.ts'
import type { accountOperations } from '#contract/operations/accounts.ts'
import type { Caller, Role } from '#contract/operations/operation.ts'
import type { Access } from '../accounts/access.ts'
import { accountKey } from '../accounts/account-key.ts'
import { resetsSince } from '../accounts/resets.ts'
import type { OpenedArchive } from '../archive-session.ts'
import type { NewEvent } from '../ledger/events.ts'
import { type AccountRow, account, accountById, accountByName, accounts, idleMinutes, own } from '../store/accounts.ts'
import { removePasswordSlot, setPasswordSlot } from '../vault/change-slots.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

/** Who keeps the register, and who keeps the accounts. */
const TOLD_OF_RESETS: ReadonlySet<Role> = new Set(['clerk', 'admin'])

type AccountOperation = Extract<keyof typeof accountOperations, `account.${string}`>

/** Without accounts the office would be asked to sign out after: what a setting it has not got would say. */
const USUAL_IDLE = 15

export const accountHandlers: EngineHandlers<AccountOperation> = {
  'account.state': (engine, _input, caller) => {
    const minutes = engine.access() ? idleMinutes(engine.archive().db) : null
    const row = caller.accountId ? accountById(engine.archive().db, caller.accountId) : null
    return { on: minutes !== null, account: row && own(row), idleMinutes: minutes ?? USUAL_IDLE }
  },
  'account.turnOn': async (engine, input, caller) => {
    const { archive, access } = open(engine)
    const people = [
      { ...input.admin, role: 'admin' } as const,
      ...(input.clerk ? [{ ...input.clerk, role: 'clerk' } as const] : [])
    ]
    const [first, second] = people
    if (first && second && accountKey(first.name) === accountKey(second.name)) {
      throw new OperationError('duplicate', { name: second.name })
    }
    requireOff(archive)
    const made = []
    for (const { name, password, role } of people) {
      const verifier = await access.passwords.make(password, name, `${role}.password`)
      made.push({ accountId: archive.newId('t'), name: name.normalize('NFC'), role, verifier, password })
    }
    requireOff(archive)
    archive.commit(
      [
        { kind: 'accounts-turned-on', data: { idleMinutes: input.idleMinutes } },
        ...made.map(({ password: _password, ...data }) => ({ kind: 'account-created', data }) as const)
      ],
      caller
    )
    for (const one of made) await wrap(archive, one.accountId, one.password)
    engine.announce()
    return { accounts: accounts(archive.db) }
  },
  'account.signIn': async (engine, input, caller) => {
    const { archive, access } = open(engine)
    const minutes = idleMinutes(archive.db)
    if (minutes === null) throw new OperationError('conflict', { problem: 'no-accounts' })
    const row = await proven(archive, access, input.name, input.password)
    if (engine.access() !== access) throw new OperationError('sign-in-failed')
    const failed = access.delays.right(accountKey(input.name))
    // Before this sign-in is written: what came since the last one.
    const resets = TOLD_OF_RESETS.has(row.role) ? resetsSince(archive, row.id) : []
    const signed: Caller = { name: row.name, role: row.role, shell: caller.shell, accountId: row.id }
    if (archive.mode === 'ready') {
      archive.commit([{ kind: 'account-signed-in', data: { accountId: row.id, shell: caller.shell, failed } }], signed)
    }
    // Another one at the same wires: who was signed in there is no longer.
    access.end(caller, 'signed-out')
    return { session: access.begin(row), account: own(row), idleMinutes: minutes, failed, resets }
  },
  'account.signOut': (engine, _input, caller) => {
    engine.access()?.end(caller, 'signed-out')
    return {}
  },
  'account.active': (engine, _input, caller) => {
    engine.access()?.active(caller)
    return {}
  },
  'account.changePassword': async (engine, input, caller) => {
    const { archive, access } = open(engine)
    const self = ownRow(archive, caller)
    const verifier = await access.passwords.make(input.password, self.name, 'password')
    const row = await proven(archive, access, self.name, input.old)
    access.delays.right(accountKey(self.name))
    archive.commit([{ kind: 'account-password-set', data: { accountId: row.id, verifier } }], caller)
    await wrap(archive, row.id, input.password)
    access.sweep()
    return { session: access.begin(ownRow(archive, caller)) }
  },
  'account.list': (engine) => ({ accounts: accounts(engine.archive().db) }),
  'account.create': async (engine, input, caller) => {
    const { archive, access } = open(engine)
    const name = input.name.normalize('NFC')
    const verifier = await access.passwords.make(input.password, name, 'password')
    const accountId = archive.newId('t')
    const saved = save(engine, caller, accountId, {
      kind: 'account-created',
      data: { accountId, name, role: input.role, verifier }
    })
    await wrap(archive, accountId, input.password)
    return saved
  },
  'account.save': (engine, input, caller) => {
    const { archive } = open(engine)
    const row = rowOf(archive, input.id)
    const before = { name: row.name, role: row.role }
    const data = { accountId: row.id, name: input.name.normalize('NFC'), role: input.role, before }
    if (data.name === before.name && data.role === before.role) return { account: told(archive, row.id), undo: null }
    return save(engine, caller, row.id, { kind: 'account-saved', data })
  },
  'account.disable': (engine, input, caller) => {
    const { archive } = open(engine)
    const row = rowOf(archive, input.id)
    if (row.disabled !== null) throw new OperationError('conflict', { problem: 'disabled' })
    const saved = save(engine, caller, row.id, {
      kind: 'account-disabled',
      data: { accountId: row.id, reason: input.reason }
    })
    removePasswordSlot(archive.folder, row.id)
    return saved
  },
  'account.enable': (engine, input, caller) => {
    const row = rowOf(open(engine).archive, input.id)
    if (row.disabled === null) throw new OperationError('conflict', { problem: 'enabled' })
    return save(engine, caller, row.id, {
      kind: 'account-enabled',
      data: { accountId: row.id, reason: row.disabled }
    })
  },
  'account.setPassword': async (engine, input, caller) => {
    const { archive, access } = open(engine)
    const { id, name } = rowOf(archive, input.id)
    const verifier = await access.passwords.make(input.password, name, 'password')
    const saved = save(engine, caller, id, { kind: 'account-password-set', data: { accountId: id, verifier } })
    access.delays.right(accountKey(name))
    await wrap(archive, id, input.password)
    return { ...saved, undo: null }
  },
  'account.setIdle': (engine, input, caller) => {
    const { archive } = open(engine)
    const before = idleMinutes(archive.db)
    if (before === null) throw new OperationError('conflict', { problem: 'no-accounts' })
    const { minutes } = input
    if (minutes === before) return { minutes, undo: null }
    const [written] = archive.commit([{ kind: 'account-idle-set', data: { minutes, before } }], caller)
    return { minutes, undo: written ? { seq: written.seq, what: written.kind } : null }
  }
}

function open(engine: EngineHost): Readonly<{ archive: OpenedArchive; access: Access }> {
  const archive = engine.archive()
  const access = engine.access()
  if (!access) throw new OperationError('no-archive')
  return { archive, access }
}

function requireOff(archive: OpenedArchive): void {
  if (idleMinutes(archive.db) !== null) throw new OperationError('conflict', { problem: 'accounts-on' })
}

/**
 * The account whose password this is. Counted before it is looked at; a name nobody has, an account that may not sign in
 * and a wrong password take the same way and the same time.
 */
async function proven(archive: OpenedArchive, access: Access, name: string, password: string): Promise<AccountRow> {
  const key = accountKey(name)
  const wait = access.delays.wait(key)
  if (wait > 0) throw new OperationError('too-many-tries', { seconds: Math.ceil(wait / 1000) })
  access.delays.tried(key)
  const row = accountByName(archive.db, name)
  const right = await access.passwords.isRight(password, row?.disabled === null ? row.verifier : null)
  // The account may have been changed while its password was looked at.
  const now = right && row ? accountById(archive.db, row.id) : null
  if (!now || now.seq !== row?.seq) throw new OperationError('sign-in-failed')
  return now
}

function ownRow(archive: OpenedArchive, caller: Caller): AccountRow {
  const row = caller.accountId ? accountById(archive.db, caller.accountId) : null
  if (!row) throw new OperationError('sign-in-needed')
  return row
}

function rowOf(archive: OpenedArchive, id: string): AccountRow {
  const row = accountById(archive.db, id)
  if (!row) throw new OperationError('not-found', { account: id })
  return row
}

function told(archive: OpenedArchive, id: string) {
  const found = account(archive.db, id)
  if (!found) throw new OperationError('not-found', { account: id })
  return found
}

type AccountEvent = Extract<NewEvent, { data: { accountId: string } }>

/** One fact about one account; sessions it ends are over before the answer. */
function save(engine: EngineHost, caller: Caller, id: string | AccountId, event: AccountEvent) {
  const { archive, access } = open(engine)
  if (idleMinutes(archive.db) === null) throw new OperationError('conflict', { problem: 'no-accounts' })
  const [written] = archive.commit([event], caller)
  access.sweep()
  return { account: told(archive, id), undo: written ? { seq: written.seq, what: written.kind } : null }
}

/** In an encrypted archive the password opens it from now on. The fact stands, whatever becomes of that. */
async function wrap(archive: OpenedArchive, accountId: string, password: string): Promise<void> {
  try {
    await setPasswordSlot(archive.folder, accountId, password, archive.clock.now())
  } catch (error) {
    archive.log(error, 'password-slot')
  }
}
