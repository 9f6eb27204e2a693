import type { z } from 'zod'

/** Who may call: reading for everyone signed in, the rest by role (issue-free single office: the clerk is everything). */
export type Role = 'clerk' | 'leader' | 'staff' | 'admin'
export type Caller = Readonly<{ name: string; role: Role; shell: 'electron' | 'loopback' | 'cli' | 'direct' }>

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Readonly<{
  kind: 'query' | 'command'
  input: I
  output: O
  roles: readonly Role[]
}>

const EVERYONE: readonly Role[] = ['clerk', 'leader', 'staff', 'admin']
export const WRITERS: readonly Role[] = ['clerk', 'admin']

/** Reads, changes nothing. */
export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', input, output, roles: EVERYONE } as const
}

/** Reads what only those who write may see. */
export function guardedQuery<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'query', input, output, roles: WRITERS } as const
}

/** May change the archive or the program's state. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'command', input, output, roles: WRITERS } as const
}
