import { resolve } from 'node:path'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withEngine } from '../session.ts'
import { words } from '../words.ts'
import { updateWords } from '../words-update.ts'

/** A newer version from a signed package on a stick, or the way back to the one before. */
export const update: Command = {
  options: { back: { type: 'boolean' } },
  async run(args, io) {
    const path = args.paths[0]
    if (!path && !args.flag('back')) throw new UsageError(words.needs(updateWords.package))
    return withEngine(io, async (session) => {
      if (!path) {
        const state = await session.call('update.goBack', {})
        if (io.json) io.data(state)
        else io.out(updateWords.next(state.next ?? state.version))
        return EXIT.ok
      }
      const { jobId } = await session.call('update.take', { path: resolve(path) })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const version = String(job.results.find((one) => one.code === 'updated')?.detail.version ?? '')
      if (io.json) io.data({ version })
      else io.out(updateWords.next(version))
      return EXIT.ok
    })
  }
}
