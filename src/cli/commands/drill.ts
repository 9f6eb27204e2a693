import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'
import { careWords } from '../words-care.ts'

const FORMATS = ['pdf', 'docx', 'html'] as const

/** Tries a backup out in a scratch place and counts; with --out its record as a file by the name's ending. */
export const drill: Command = {
  options: { from: { type: 'string' }, out: { type: 'string' } },
  async run(args, io) {
    const from = args.text('from') ?? args.positionals[0]
    if (!from) throw new UsageError(words.needs(careWords.backupFolder))
    const out = args.text('out')
    const format = FORMATS.find((one) => out?.endsWith(`.${one}`))
    if (out !== null && !format) throw new UsageError(words.badOption('--out *.pdf|*.docx|*.html'))
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('care.drill', { backup: resolve(from) })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const { lastDrill } = await session.call('care.state', {})
      if (!lastDrill) return EXIT.error
      if (out !== null && format) {
        const report = { name: 'restore-drill', from: null, to: null, documentId: null } as const
        const { base64 } = await session.call('report.file', { report, format })
        writeFileSync(out, Buffer.from(base64, 'base64'))
      }
      if (io.json) io.data(lastDrill)
      else {
        io.out(careWords.drilled(lastDrill))
        if (out !== null) io.out(words.written(out))
      }
      return lastDrill.ok ? EXIT.ok : EXIT.damaged
    })
  }
}
