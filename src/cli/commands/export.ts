import { resolve } from 'node:path'
import type { Job } from '#contract/operations/archive.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { withArchive, withEngine } from '../session.ts'
import { words } from '../words.ts'
import { exportWords } from '../words-export.ts'

/** The whole archive as plain files, or an archive made of such an export; always into a new folder. */
export const exportAll: Command = {
  options: { out: { type: 'string' }, restore: { type: 'string' }, to: { type: 'string' } },
  async run(args, io) {
    const from = args.text('restore')
    if (from !== null) return restoreFrom(from, args.text('to'), io)
    const folder = args.text('out') ?? args.positionals[0]
    if (!folder) throw new UsageError(words.needs(words.folderOption('out')))
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('export.full', { folder: resolve(folder) })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const made = job.folder ?? resolve(folder)
      const lost = job.results.filter((one) => one.code === 'file-missing' || one.code === 'file-changed')
      const counts = job.results.find((one) => one.code === 'exported')?.detail ?? {}
      if (io.json) io.data({ folder: made, ...counts, lost: lost.map(({ name, code, id }) => ({ name, code, id })) })
      else {
        io.out(exportWords.exported(made, counts))
        for (const one of lost) io.out(exportWords.missing(one.name))
      }
      return lost.length === 0 ? EXIT.ok : EXIT.partly
    })
  }
}

async function restoreFrom(from: string, to: string | null, io: Io): Promise<ExitCode> {
  if (to === null) throw new UsageError(words.needs(exportWords.to))
  return withEngine(io, async (session) => {
    const { jobId } = await session.call('export.restore', { from: resolve(from), folder: resolve(to) })
    const job = await session.wait(jobId)
    if (job.state === 'cancelled') return EXIT.cancelled
    const made = job.folder ?? resolve(to)
    const equal = isEqual(job)
    if (io.json)
      io.data({ folder: made, equal, missing: job.results.filter((one) => one.code === 'file-missing').length })
    else io.out(exportWords.restored(made, equal))
    return equal ? EXIT.ok : EXIT.damaged
  })
}

function isEqual(job: Job): boolean {
  return job.results.some((one) => one.code === 'facts-equal')
}
