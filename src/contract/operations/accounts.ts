import { z } from 'zod'
import { AccountId, DocumentId } from '../ids.ts'
import { DocumentLine, Instant, Line, Text, Undoable } from '../schemas.ts'
import { ADMIN, CARERS, CLERK, CLERK_AND_LEADER, command, guardedQuery, query, ROLES, unsigned } from './operation.ts'

export const RoleCode = z.enum(ROLES)

/** Shortest and longest password, in characters. */
export const LEAST_PASSWORD = 8
export const MOST_PASSWORD = 200
/** Never trimmed and never told back; what is too short or too long is said by `weak-password`, not as a bad input. */
export const Password = z.string().max(1000)

export const AccountName = Line(100)

/** Whoever may sign in. An account is never removed: the ledger names it. */
export const Account = z.object({
  id: AccountId,
  name: z.string(),
  role: RoleCode,
  /** Why it may not sign in any more; null: it may. */
  disabled: z.string().nullable(),
  createdAt: Instant,
  lastSignInAt: Instant.nullable()
})
export type Account = z.infer<typeof Account>

/** Who is signed in, as the caller's own screen may show it. */
export const OwnAccount = z.object({ id: AccountId, name: z.string(), role: RoleCode })
export type OwnAccount = z.infer<typeof OwnAccount>

export const AccessState = z.object({
  /** false: the office keeps no accounts, and whoever is at the machine may all. */
  on: z.boolean(),
  /** null: nobody, or the office keeps no accounts. */
  account: OwnAccount.nullable(),
  /** Minutes without a deed after which a session ends. */
  idleMinutes: z.int()
})
export type AccessState = z.infer<typeof AccessState>

/** To whom a restricted paper is open, beside those who keep the register. */
export const OpenTo = z.object({
  accounts: z.array(AccountId).max(500),
  roles: z.array(z.enum(['leader', 'staff', 'admin'])).max(3)
})
export type OpenTo = z.infer<typeof OpenTo>

/** How a document stands: null where it is open to everyone. */
export const Restriction = z.object({
  accounts: z.array(OwnAccount.extend({ disabled: z.boolean() })),
  roles: z.array(z.enum(['leader', 'staff', 'admin'])),
  reason: z.string(),
  at: Instant,
  by: z.string()
})
export type Restriction = z.infer<typeof Restriction>

/** A withdrawal somebody asked for; a leader decides it. */
export const WithdrawalRequest = z.object({
  document: DocumentLine,
  reason: z.string(),
  askedAt: Instant,
  askedBy: z.string()
})
export type WithdrawalRequest = z.infer<typeof WithdrawalRequest>

const Saved = z.object({ account: Account, undo: Undoable })

export const accountOperations = {
  /** For everybody, signed in or not. */
  'account.state': unsigned('always', query(z.object({}), AccessState)),
  /**
   * Begins to keep accounts, which no one takes back: only an office without them may. The caller is signed out by it.
   * `conflict` {problem: 'accounts-on'}, `weak-password` {field, least, most}, `duplicate` {name} where both names are one.
   */
  'account.turnOn': command(
    z.object({
      admin: z.object({ name: AccountName, password: Password }),
      clerk: z.object({ name: AccountName, password: Password }).nullable(),
      idleMinutes: z.int().min(1).max(480).default(15)
    }),
    z.object({ accounts: z.array(Account) }),
    []
  ),
  /**
   * `session` is the token of this session: the wires keep it, no screen does. A wrong password and a name nobody has
   * answer alike, in the same time: `sign-in-failed`, then `too-many-tries` {seconds} while the account has to wait.
   * `failed`: wrong tries since it last signed in; `resets`, for clerk and admin: passwords of admins set anew at the machine
   * itself since then. Fails with `conflict` {problem: 'no-accounts'} where there are none.
   */
  'account.signIn': unsigned(
    'always',
    command(
      z.object({ name: Text(200), password: Password }),
      z.object({
        session: z.string(),
        account: OwnAccount,
        idleMinutes: z.int(),
        failed: z.int(),
        resets: z.array(z.object({ account: z.string(), at: Instant, machineUser: z.string() }))
      }),
      ROLES
    )
  ),
  /** Ends the caller's session; done already is done. */
  'account.signOut': unsigned('always', command(z.object({}), z.object({}), ROLES)),
  /** Somebody is at the keyboard: what a screen sends at a key or a click, once a minute at most. Queries say no such thing. */
  'account.active': command(z.object({}), z.object({}), ROLES),
  /** One's own; every other session of the account ends. `sign-in-failed` where the old one is wrong, delayed as signing in is. */
  'account.changePassword': command(
    z.object({ old: Password, password: Password }),
    z.object({ session: z.string() }),
    ROLES
  ),
  'account.list': guardedQuery(z.object({}), z.object({ accounts: z.array(Account) }), CARERS),
  /** `duplicate` {name}: another account has the name, in whatever case or writing. */
  'account.create': command(z.object({ name: AccountName, role: RoleCode, password: Password }), Saved, ADMIN),
  /** Another name or role; ends the account's sessions. `conflict` {problem: 'last-admin'}. */
  'account.save': command(z.object({ id: AccountId, name: AccountName, role: RoleCode }), Saved, ADMIN),
  'account.disable': command(z.object({ id: AccountId, reason: Line(300) }), Saved, ADMIN),
  'account.enable': command(z.object({ id: AccountId }), Saved, ADMIN),
  /** For somebody who has forgotten theirs; ends the account's sessions. */
  'account.setPassword': command(z.object({ id: AccountId, password: Password }), Saved, ADMIN),
  'account.setIdle': command(
    z.object({ minutes: z.int().min(1).max(480) }),
    z.object({ minutes: z.int(), undo: Undoable }),
    ADMIN
  ),

  /** How a document stands, to those who may open and close it. */
  'document.access': guardedQuery(
    z.object({ id: DocumentId }),
    z.object({ restriction: Restriction.nullable() }),
    CLERK_AND_LEADER
  ),
  /**
   * From now on only those named see it, and those who keep the register; everyone else finds no trace of it. Said again
   * it changes who. A leader cannot shut himself out. `conflict` {problem: 'no-accounts'}, `not-found` {account}.
   */
  'document.restrict': command(
    z.object({ id: DocumentId, to: OpenTo, reason: Line(300) }),
    z.object({ restriction: Restriction.nullable(), undo: Undoable }),
    CLERK_AND_LEADER
  ),
  'document.unrestrict': command(
    z.object({ id: DocumentId, reason: Line(300) }),
    z.object({ undo: Undoable }),
    CLERK_AND_LEADER
  ),
  /** All restricted documents the caller may see, those restricted last first. */
  'restriction.list': guardedQuery(
    z.object({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({
      total: z.int(),
      rows: z.array(z.object({ document: DocumentLine, restriction: Restriction }))
    }),
    CLERK_AND_LEADER
  ),

  /**
   * Where a leader has an account, a clerk does not withdraw alone: `document.withdraw` answers `approval-needed`, and this
   * asks for it. The leader decides by `document.withdraw` or `withdrawal.refuse`.
   */
  'withdrawal.ask': command(z.object({ id: DocumentId, reason: Line(500) }), z.object({ undo: Undoable }), CLERK),
  'withdrawal.refuse': command(
    z.object({ id: DocumentId, reason: Line(500) }),
    z.object({ undo: Undoable }),
    CLERK_AND_LEADER
  ),
  'withdrawal.list': guardedQuery(z.object({}), z.object({ requests: z.array(WithdrawalRequest) }), CLERK_AND_LEADER)
} as const
