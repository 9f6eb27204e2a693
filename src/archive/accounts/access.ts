import { type Asker, type Caller, keepsRegister, type Role } from '#contract/operations/operation.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { type AccountRow, accountById, hiddenFrom, idleMinutes } from '../store/accounts.ts'
import { vaultOf } from '../vault/vaults.ts'
import { type HidingConnection, hidingConnection, type Reader } from './hiding-connection.ts'
import type { Passwords } from './password.ts'
import { createSessions, keyOf, type Session, type SessionClocks, type SessionEnd } from './sessions.ts'
import { createSignInDelays, type SignInDelays } from './sign-in-delays.ts'

export type AccessOptions = Readonly<{
  passwords: Passwords
  clocks: SessionClocks
  /** Told of each session that ended. */
  ended(sessionKey: string, why: SessionEnd): void
}>

/**
 * Who stands before an open archive, and what of it is there for them. Below every shell: a caller brings a session's
 * token or none, and whatever else it says of itself counts for nothing.
 */
export type Access = Readonly<{
  passwords: Passwords
  delays: SignInDelays
  caller(asker: Asker): Caller
  /** Whether anybody is signed in. */
  attended(): boolean
  /** A session of the account; `name` in the ledger from here on. */
  begin(account: AccountRow): string
  active(caller: Caller): void
  end(caller: Caller, why: SessionEnd): void
  /** Ends what is over: left alone or gone on too long, or changed by an admin. */
  sweep(): void
  /** The archive as the caller may see it: the archive itself, where nothing is hidden from them. */
  view(caller: Caller): OpenedArchive
  /** Lets go of the database's file. */
  release(): void
  /** Every session ends. */
  close(): void
}>

/** Readers whose connection is kept open. */
const MOST_VIEWS = 12

export function createAccess(archive: OpenedArchive, options: AccessOptions): Access {
  const { passwords, clocks } = options
  const sessions = createSessions(clocks)
  const views = new Map<string, HidingConnection>()

  function finish(session: Session, why: SessionEnd): void {
    sessions.end(session)
    options.ended(session.key, why)
  }

  /** The account of a session that still holds; one that does not is ended here. */
  function standingOf(session: Session, minutes: number): AccountRow | null {
    const row = accountById(archive.db, session.accountId)
    if (!row || row.disabled !== null || row.seq !== session.seq) finish(session, 'changed')
    else if (sessions.isIdle(session, minutes)) finish(session, 'idle')
    else if (sessions.isLong(session)) finish(session, 'long')
    else return row
    return null
  }

  function connection(reader: Reader): HidingConnection {
    const key = `${reader.role} ${reader.accountId}`
    let known = views.get(key)
    if (!known) {
      known = hidingConnection(archive.db, vaultOf(archive.folder).databaseKey, reader)
      views.set(key, known)
      for (const [oldest, one] of views) {
        if (views.size <= MOST_VIEWS) break
        views.delete(oldest)
        one.close()
      }
    }
    return known
  }

  function release(): void {
    for (const one of views.values()) one.close()
    views.clear()
  }

  return {
    passwords,
    delays: createSignInDelays(archive.folder, clocks.monotonic),
    caller({ shell, session: token, name = '' }) {
      const minutes = idleMinutes(archive.db)
      if (minutes === null) return { name, role: 'office', shell }
      const session = token ? sessions.find(token) : null
      const row = session && standingOf(session, minutes)
      if (!session || !row) return { name: '', role: 'nobody', shell }
      return { name: row.name, role: row.role, shell, accountId: row.id, sessionKey: session.key }
    },
    attended: () => sessions.all().length > 0,
    begin: (account) => sessions.begin(account.id, account.seq),
    active(caller) {
      const session = sessions.all().find((one) => one.key === caller.sessionKey)
      if (session) sessions.active(session)
    },
    end(caller, why) {
      const session = sessions.all().find((one) => one.key === caller.sessionKey)
      if (session) finish(session, why)
    },
    sweep() {
      const minutes = idleMinutes(archive.db)
      if (minutes !== null) for (const session of sessions.all()) standingOf(session, minutes)
    },
    view(caller) {
      const reader = readerOf(caller)
      if (reader === null || hiddenFrom(archive.db, reader).length === 0) return archive
      return Object.create(archive, {
        db: { enumerable: true, get: () => connection(reader).db() }
      }) as OpenedArchive
    },
    release,
    close() {
      release()
      for (const session of sessions.all()) finish(session, 'closed')
    }
  }
}

/** Whoever keeps the register sees all; so does an office without accounts. null: of those. */
export function readerOf(caller: Caller): Reader | null {
  const { role, accountId } = caller
  if (keepsRegister(role)) return null
  return { accountId: accountId ?? '', role: role as Role }
}

export { keyOf as sessionKeyOf }
