import { resolve } from 'node:path'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'

export const backup: Command = {
  options: { out: { type: 'string' } },
  async run(args, io) {
    const folder = args.text('out') ?? args.positionals[0]
    if (!folder) throw new UsageError(words.needs(words.folderOption('out')))
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('archive.backup', { folder: resolve(folder) })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const made = job.folder ?? resolve(folder)
      if (io.json) io.data({ folder: made, report: job.report })
      else io.out(words.backedUp(made))
      return EXIT.ok
    })
  }
}
