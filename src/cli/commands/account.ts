import { resetPassword } from '#archive/accounts/reset-password.ts'
import { secretOf } from '#archive/vault/given-secret.ts'
import { CallError } from '#contract/client.ts'
import { OperationError } from '#contract/operation-error.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { newPassword } from '../new-password.ts'
import { archiveFolder, withEngine } from '../session.ts'
import { withSecret } from '../unlock.ts'
import { words } from '../words.ts'
import { accountWords } from '../words-account.ts'

/** `account reset`: a new password for an admin, at the machine itself, with the archive open nowhere else. */
export const account: Command = {
  options: { 'new-password-file': { type: 'string' } },
  async run(args, io) {
    if (args.positionals.length !== 1 || args.positionals[0] !== 'reset') throw new UsageError(accountWords.onlyReset)
    const name = args.text('account')
    if (!name) throw new UsageError(words.needs(accountWords.whose))
    const folder = await withEngine(io, (session) => archiveFolder(args, session))
    const done = await withSecret(args, io, (secret) =>
      asCall(() =>
        resetPassword({
          folder,
          secret: secret && secretOf(secret),
          name,
          password(known) {
            if (args.text('new-password-file') === null) io.note(accountWords.about(known))
            return newPassword(args.text('new-password-file'), io)
          }
        })
      )
    )
    if (io.json) io.data({ account: done.name, line: done.seq })
    else io.out(accountWords.done(done.name, done.seq))
    return EXIT.ok
  }
}

/** What the archive refuses, as a call through the engine would say it. */
async function asCall<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OperationError)) throw error
    const admins = error.detail.admins
    if (error.code === 'not-found' && typeof admins === 'string') throw new UsageError(accountWords.noAdmin(admins))
    if (error.detail.problem === 'no-accounts') throw new UsageError(accountWords.noAccounts)
    throw new CallError({ ok: false, code: error.code, detail: error.detail })
  }
}
