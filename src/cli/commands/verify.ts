import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'

/** Chain and counts (--quick), every row (default), or every original re-hashed as well (--deep). */
export const verify: Command = {
  options: { quick: { type: 'boolean' }, deep: { type: 'boolean' } },
  async run(args, io) {
    const depth = args.flag('deep') ? 'full' : args.flag('quick') ? 'quick' : 'rows'
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('archive.verify', { depth })
      const { report, state } = await session.wait(jobId)
      if (state === 'cancelled' || !report) return EXIT.cancelled
      if (io.json) io.data(report)
      else {
        for (const found of report.findings) io.out(`  ${found.document ?? '-'}  ${found.code}: ${found.detail}`)
        io.out(words.verified(report.ok, report.checked, report.seconds))
      }
      return report.ok ? EXIT.ok : EXIT.damaged
    })
  }
}
