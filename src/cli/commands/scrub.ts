import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { careWords } from '../words-care.ts'

/** Reads the day's share of all files again, as the running program does by itself. */
export const scrub: Command = {
  options: {},
  async run(args, io) {
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('care.scrub', {})
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const { scrub: state } = await session.call('care.state', {})
      const checked = state.roundStartedAt === null ? state.files : state.checked
      if (io.json) io.data(state)
      else {
        for (const one of state.findings) io.out(`  ${one.document ?? '-'}  ${one.code}: ${one.name}`)
        io.out(careWords.scrubbed(checked, state.files, state.findings.length))
      }
      return state.findings.length > 0 ? EXIT.damaged : EXIT.ok
    })
  }
}
