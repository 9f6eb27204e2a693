import type { z } from 'zod'

/** Văn thư keeps the register, lãnh đạo directs, chuyên viên works, quản trị cares for accounts and the archive itself. */
export const ROLES = ['clerk', 'leader', 'staff', 'admin'] as const
export type Role = (typeof ROLES)[number]

/**
 * As whom a caller stands before the archive, told by the engine and never by the caller. `office`: the archive keeps no
 * accounts, and whoever is at the machine is the office. `nobody`: it keeps accounts, and this caller has not signed in.
 */
export type Standing = Role | 'office' | 'nobody'

export type ShellName = 'electron' | 'loopback' | 'cli' | 'direct'

/** Who calls, as the engine found out. `name` is what the ledger says; `sessionKey` tells the session, and opens none. */
export type Caller = Readonly<{
  name: string
  role: Standing
  shell: ShellName
  accountId?: string | null
  sessionKey?: string | null
}>

/** What a shell tells of who calls: the token of a session, where it has one. The name counts where there are no accounts. */
export type Asker = Readonly<{ shell: ShellName; session?: string | null; name?: string }>

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Readonly<{
  kind: 'query' | 'command'
  input: I
  output: O
  /** Who may, signed in. An office without accounts may all. */
  roles: readonly Role[]
  /** Before anybody has signed in: always, or only while nobody at all is. */
  unsigned?: 'always' | 'unattended'
}>

/** Whoever keeps the register: papers are filed, corrected and sent by nobody else. */
export const CLERK: readonly Role[] = ['clerk']
export const CLERK_AND_LEADER: readonly Role[] = ['clerk', 'leader']
export const WHO_WORKS: readonly Role[] = ['clerk', 'leader', 'staff']
/** Whoever cares for the archive as a whole: copies, verification, the program. */
export const CARERS: readonly Role[] = ['clerk', 'admin']
export const ADMIN: readonly Role[] = ['admin']

/** Reads, changes nothing. What a restricted paper is, a query never says to whom it is not open. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O, roles: readonly Role[] = ROLES) {
  return { kind: 'query', input, output, roles } as const
}

/** Reads what is not for everyone signed in. */
export function guardedQuery<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  roles: readonly Role[] = CARERS
) {
  return { kind: 'query', input, output, roles } as const
}

/** May change the archive or the program's state; the clerk's, where nothing else is said. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O, roles: readonly Role[] = CLERK) {
  return { kind: 'command', input, output, roles } as const
}

/** The same for who has not signed in. */
export function unsigned<T extends Operation>(when: 'always' | 'unattended', operation: T) {
  return { ...operation, unsigned: when } as const
}

/** Whether an operation is open to whoever stands so; `attended`: somebody is signed in. */
export function isOpenTo(
  operation: Pick<Operation, 'roles' | 'unsigned'>,
  standing: Standing,
  attended: boolean
): boolean {
  if (standing === 'office') return true
  if (standing !== 'nobody') return operation.roles.includes(standing)
  return operation.unsigned === 'always' || (operation.unsigned === 'unattended' && !attended)
}

/** Whoever keeps the register sees every document. */
export function keepsRegister(standing: Standing): boolean {
  return standing === 'clerk' || standing === 'office'
}
