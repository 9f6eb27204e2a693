import { randomInt } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { newRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { newPassword } from '../new-password.ts'
import { withArchive } from '../session.ts'
import { encryptWords, words } from '../words.ts'

/** A sealed copy of the archive in a new folder; the archive itself stays as it is. */
export const encrypt: Command = {
  options: {
    to: { type: 'string' },
    'new-password-file': { type: 'string' },
    'recovery-key-out': { type: 'string' }
  },
  async run(args, io) {
    const folder = args.text('to')
    if (!folder) throw new UsageError(words.needs(words.folderOption('to')))
    const keyFile = args.text('recovery-key-out')
    if (keyFile !== null && existsSync(keyFile)) throw new UsageError(encryptWords.keyFileThere(keyFile))
    const password = await newPassword(args.text('new-password-file'), io)
    const recoveryKey = newRecoveryKey((below) => randomInt(below))
    return withArchive(args, io, async (session) => {
      const encryption = { password, recoveryKey }
      const { jobId } = await session.call('encryption.convert', { folder: resolve(folder), encryption })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const made = job.folder ?? resolve(folder)
      if (keyFile !== null) writeFileSync(keyFile, `${recoveryKey}\n`, { mode: 0o600, flag: 'wx' })
      const { detail = {} } = job.results.find((one) => one.code === 'encrypted') ?? {}
      if (io.json) io.data({ folder: made, recoveryKey: keyFile === null ? recoveryKey : null, ...detail })
      else for (const line of encryptWords.done(made, keyFile === null ? recoveryKey : null, keyFile)) io.out(line)
      return Number(detail.missing ?? 0) > 0 ? EXIT.partly : EXIT.ok
    })
  }
}
