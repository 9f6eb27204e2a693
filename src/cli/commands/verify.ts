import { type Command, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { type Session, withArchive } from '../session.ts'
import { words } from '../words.ts'

/**
 * Chain and counts (--quick), every row (default), or every original re-hashed as well (--deep); with --head, whether the
 * ledger still holds the line of a printed mark.
 */
export const verify: Command = {
  options: { quick: { type: 'boolean' }, deep: { type: 'boolean' }, head: { type: 'string' } },
  async run(args, io) {
    const depth = args.flag('deep') ? 'full' : args.flag('quick') ? 'quick' : 'rows'
    const printed = args.text('head')
    return withArchive(args, io, async (session) => {
      if (printed !== null) return await checkMark(session, printed, io)
      const { jobId } = await session.call('archive.verify', { depth })
      const { report, state } = await session.wait(jobId)
      if (state === 'cancelled' || !report) return EXIT.cancelled
      if (io.json) io.data(report)
      else {
        for (const found of report.findings) io.out(`  ${found.document ?? '-'}  ${found.code}: ${found.detail}`)
        io.out(words.verified(report.ok, report.checked, report.seconds))
        const { mark, line } = await session.call('ledger.mark', {})
        io.out(words.markNow(mark, line))
      }
      return report.ok ? EXIT.ok : EXIT.damaged
    })
  }
}

async function checkMark(session: Session, printed: string, io: Io): Promise<ExitCode> {
  const answer = await session.call('ledger.checkMark', { mark: printed.slice(0, 60) })
  if (io.json) io.data(answer)
  if (answer.mark === null) throw new UsageError(words.noMark)
  if (!io.json) io.out(answer.found ? words.markFound(answer.found) : words.markMissing)
  return answer.found ? EXIT.ok : EXIT.damaged
}
