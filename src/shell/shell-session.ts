import type { Outcome } from '#contract/failures.ts'
import type { Asker, ShellName } from '#contract/operations/operation.ts'
import { CLERK } from './words.ts'

/**
 * Who is signed in at a shell that has one place to sit at: the desktop program, a command. The token stays here; what is
 * handed on of the answer holds none.
 */
export type ShellSession = Readonly<{
  asker(): Asker
  /** Keeps the token of an answer that brings one, forgets it at signing out, and gives the answer without it. */
  keep(name: string, outcome: Outcome<unknown>): Outcome<unknown>
  /** Told whenever somebody else sits there. */
  onChange(told: () => void): void
}>

/** Operations whose answer brings a session's token. */
const BRINGS_SESSION: ReadonlySet<string> = new Set(['account.signIn', 'account.changePassword'])

export function createShellSession(shell: ShellName): ShellSession {
  let session: string | null = null
  let told: () => void = () => {}
  function take(next: string | null): void {
    if (next === session) return
    session = next
    told()
  }
  return {
    asker: () => ({ shell, name: CLERK, session }),
    keep(name, outcome) {
      if (!outcome.ok) return outcome
      if (name === 'account.signOut') take(null)
      if (!BRINGS_SESSION.has(name)) return outcome
      const value = outcome.value as { session: string }
      take(value.session)
      return { ok: true, value: { ...value, session: '' } }
    },
    onChange(hear) {
      told = hear
    }
  }
}
