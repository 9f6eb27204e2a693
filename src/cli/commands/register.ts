import { basename, resolve } from 'node:path'
import type { BatchId, StagedId } from '#contract/ids.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { registerWords as words } from '../words-register.ts'

/** Faults printed at most; the counts are of all. */
const MOST = 2000

/** Puts in an old register, or only says what would come of it; takes one back by its number. */
export const register: Command = {
  options: {
    'dry-run': { type: 'boolean' },
    sheet: { type: 'string' },
    year: { type: 'string' },
    undo: { type: 'string' },
    'keep-touched': { type: 'boolean' }
  },
  async run(args, io) {
    const undo = args.text('undo')
    const [file] = args.positionals
    if (undo === null && file === undefined) throw new UsageError(words.needsFile)
    return withArchive(args, io, async (session) => {
      if (undo !== null) {
        if (!/^x_[0-9a-z]{4,40}$/.test(undo)) throw new UsageError(words.noBatch(undo))
        const keepTouched = args.flag('keep-touched')
        const reason = words.undoReason
        const { jobId } = await session.call('batch.undo', { batchId: undo as BatchId, reason, keepTouched })
        const job = await session.wait(jobId)
        const kept = job.results.filter((line) => line.code === 'kept').length
        if (io.json) io.data({ batch: undo, documents: job.total, kept })
        else io.out(words.undone(job.total - kept, kept))
        return job.state === 'cancelled' ? EXIT.cancelled : EXIT.ok
      }
      const path = resolve(file ?? '')
      const staged = (await session.stage(path, basename(path))) as StagedId
      const sheet = args.text('sheet') === null ? null : args.count('sheet', 1) - 1
      const looked = await session.call('backlog.look', { staged, sheet })
      const year = args.text('year') === null ? looked.reading.year : args.count('year', 2000, 1930)
      const reading = { ...looked.reading, year }
      const checked = await session.call('backlog.check', { reading, most: MOST })
      for (const issue of checked.issues) {
        const { row, column, code, value, otherRow } = issue
        const reference = issue.document?.reference ?? null
        if (io.json) io.data({ row, column, code, value, otherRow, reference })
        else io.out(words.issue(row, column, value, words.codes[code]))
      }
      const { rows, ready, already, wrong } = checked
      const counts = { rows, ready, already, wrong, direction: reading.direction }
      if (args.flag('dry-run') || ready === 0) {
        if (io.json) io.data({ ...counts, filed: 0, batch: null })
        else io.out(words.checked(rows, ready, already, wrong))
        return wrong > 0 ? EXIT.partly : EXIT.ok
      }
      const { jobId, batchId } = await session.call('backlog.import', { reading })
      const job = await session.wait(jobId)
      const filed = job.results.filter((line) => line.code === 'filed').length
      if (io.json) io.data({ ...counts, filed, batch: batchId })
      else io.out(words.filed(filed, already, wrong, batchId))
      if (job.state === 'cancelled') return EXIT.cancelled
      return wrong > 0 ? EXIT.partly : EXIT.ok
    })
  }
}
