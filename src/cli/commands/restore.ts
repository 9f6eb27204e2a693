import { resolve } from 'node:path'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withEngine } from '../session.ts'
import { withSecret } from '../unlock.ts'
import { words } from '../words.ts'

/** Always into a new folder: no archive is ever overwritten. */
export const restore: Command = {
  options: { to: { type: 'string' } },
  async run(args, io) {
    const [backup] = args.positionals
    const folder = args.text('to')
    if (!backup || !folder) throw new UsageError(words.needs(words.folderOption('to')))
    return withEngine(io, async (session) => {
      const job = await withSecret(args, io, async (secret) => {
        const where = { backup: resolve(backup), folder: resolve(folder) }
        const { jobId } = await session.call('archive.restore', { ...where, ...secret })
        return await session.wait(jobId)
      })
      if (job.state === 'cancelled') return EXIT.cancelled
      const made = job.folder ?? resolve(folder)
      if (io.json) io.data({ folder: made, report: job.report })
      else io.out(words.restored(made))
      return EXIT.ok
    })
  }
}
