import { userInfo } from 'node:os'
import { OperationError } from '#contract/operation-error.ts'
import { accountKey } from '../accounts/account-key.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { openArchive } from '../open-archive.ts'
import { accountByName, accounts, idleMinutes } from '../store/accounts.ts'
import { setPasswordSlot } from '../vault/change-slots.ts'
import { type Secret, scryptCost } from '../vault/slots.ts'
import { createPasswords } from './password.ts'
import { createSignInDelays } from './sign-in-delays.ts'

export type Reset = Readonly<{
  folder: string
  /** Of an encrypted archive: the recovery key or a password, as opening it takes. */
  secret: Secret | null
  name: string
  /** Asked for once the archive is open and the account is known. */
  password(name: string): Promise<string>
  /** A test's to lower. */
  cost?: number
}>

/**
 * The way back where every admin has forgotten the password (ADR 15): at the machine itself, with the archive open nowhere
 * else, an admin's account gets a new one. No operation of the contract: nothing that talks to a running program can ask for
 * it. Whoever can run it can read the folder anyway; what it adds is that it is said, in the ledger for ever and to clerk and
 * admins when they sign in next.
 */
export async function resetPassword(of: Reset): Promise<Readonly<{ name: string; seq: number }>> {
  const archive = await openArchive(of.folder, { shell: 'cli', ...(of.secret ? { secret: of.secret } : {}) })
  try {
    if (archive.mode !== 'ready') throw new OperationError('archive-read-only')
    const { id, name } = adminNamed(archive, of.name)
    const password = await of.password(name)
    const verifier = await createPasswords(of.cost).make(password, name, 'password')
    const data = { accountId: id, verifier, machineUser: machineUser() }
    const caller = { name: '', role: 'office', shell: 'cli' } as const
    const [written] = archive.commit([{ kind: 'account-password-reset', data }], caller)
    createSignInDelays(archive.folder, () => performance.now()).right(accountKey(name))
    await setPasswordSlot(archive.folder, id, password, archive.clock.now(), scryptCost(of.cost))
    return { name, seq: written?.seq ?? 0 }
  } finally {
    await archive.close()
  }
}

function adminNamed(archive: OpenedArchive, name: string) {
  if (idleMinutes(archive.db) === null) throw new OperationError('conflict', { problem: 'no-accounts' })
  const row = accountByName(archive.db, name)
  if (row?.role === 'admin' && row.disabled === null) return row
  const admins = accounts(archive.db).filter((one) => one.role === 'admin' && one.disabled === null)
  throw new OperationError('not-found', { admins: admins.map((one) => one.name).join(', ') })
}

/** Whom the system says it is; a machine that cannot tell says nothing. */
function machineUser(): string {
  try {
    return userInfo().username.slice(0, 100)
  } catch {
    return ''
  }
}
