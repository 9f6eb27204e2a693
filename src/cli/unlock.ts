import { CallError } from '#contract/client.ts'
import type { Arguments } from './command.ts'
import type { Io } from './io.ts'
import type { Session } from './session.ts'
import { canAsk, fileGiven, firstLineOf, passwordOf } from './sign-in.ts'

export type GivenSecret = Readonly<{ password: string | null; recoveryKey: string | null }>

/** Opens an archive; an encrypted one by what is given (`secretGiven`), or asked for at the terminal. */
export async function openOrUnlock(
  args: Arguments,
  io: Io,
  session: Pick<Session, 'call'>,
  folder: string
): Promise<void> {
  await withSecret(args, io, (secret) =>
    secret ? session.call('archive.unlock', { folder, ...secret }) : session.call('archive.open', { folder })
  )
}

/** Does `work` without a secret, and again with one where it says `archive-sealed`. */
export async function withSecret<T>(
  args: Arguments,
  io: Io,
  work: (secret: GivenSecret | null) => Promise<T>
): Promise<T> {
  try {
    return await work(null)
  } catch (error) {
    const sealed = error instanceof CallError && error.failure.code === 'archive-sealed'
    if (!sealed || !(isSecretGiven(args) || canAsk())) throw error
  }
  return await work(await secretGiven(args, io))
}

export function isSecretGiven(args: Arguments): boolean {
  return recoveryKeyFile(args) !== null || fileGiven(args) !== null
}

/**
 * The printed key from `--recovery-key-file` or VANKHO_RECOVERY_KEY_FILE, or else a password as in `signIn`. Never on the
 * command line itself: others on the machine see it there.
 */
async function secretGiven(args: Arguments, io: Io): Promise<GivenSecret> {
  const file = recoveryKeyFile(args)
  if (file !== null) return { password: null, recoveryKey: firstLineOf(file) }
  return { password: await passwordOf(args, io), recoveryKey: null }
}

function recoveryKeyFile(args: Arguments): string | null {
  return args.text('recovery-key-file') ?? process.env.VANKHO_RECOVERY_KEY_FILE ?? null
}
