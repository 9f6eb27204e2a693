import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'

export const rebuild: Command = {
  options: {},
  async run(args, io) {
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('archive.rebuild', {})
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const { documents } = await session.call('archive.state', {})
      if (io.json) io.data({ documents, report: job.report })
      else io.out(words.rebuilt(documents))
      return EXIT.ok
    })
  }
}
