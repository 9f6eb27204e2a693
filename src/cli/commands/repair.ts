import { resolve } from 'node:path'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'
import { careWords } from '../words-care.ts'

const MENDED: ReadonlySet<string> = new Set(['file-mended', 'text-mended', 'line-mended'])
const LEFT: ReadonlySet<string> = new Set(['not-in-backup', 'backup-bad'])

/** Takes what is damaged or lost from a backup, each proved by its hash; what was there is set aside. */
export const repair: Command = {
  options: { from: { type: 'string' } },
  async run(args, io) {
    const from = args.text('from') ?? args.positionals[0]
    if (!from) throw new UsageError(words.needs(careWords.backupFolder))
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('care.repair', { backup: resolve(from) })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const counts = job.results.find((one) => one.code === 'repaired')?.detail ?? {}
      const left = job.results.filter((one) => LEFT.has(one.code))
      if (io.json) io.data({ ...counts, results: job.results })
      else {
        for (const one of job.results.filter((line) => MENDED.has(line.code))) io.out(careWords.mended(one.name))
        for (const one of left) io.out(careWords.left(one.name, one.code))
        io.out(careWords.repaired(counts))
      }
      return left.length > 0 ? EXIT.damaged : EXIT.ok
    })
  }
}
