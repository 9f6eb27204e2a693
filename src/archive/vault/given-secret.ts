import type { Secret } from './slots.ts'

/** What a caller gives to open an archive with; null: nothing. */
export function secretOf(input: Readonly<{ password: string | null; recoveryKey: string | null }>): Secret | null {
  if (input.password !== null) return { password: input.password }
  return input.recoveryKey === null ? null : { recoveryKey: input.recoveryKey }
}
