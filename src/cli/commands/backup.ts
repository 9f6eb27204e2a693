import { resolve } from 'node:path'
import type { Job } from '#contract/operations/archive.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { type Session, withArchive } from '../session.ts'
import { words } from '../words.ts'
import { careWords } from '../words-care.ts'
import { fileVerdict } from '../words-failures.ts'

/** Into a folder, or with --scheduled to every named medium that is there and has no backup of today (for a task planner). */
export const backup: Command = {
  options: { out: { type: 'string' }, scheduled: { type: 'boolean' } },
  async run(args, io) {
    const folder = args.text('out') ?? args.positionals[0]
    if (!folder && !args.flag('scheduled')) throw new UsageError(words.needs(words.folderOption('out')))
    return withArchive(args, io, async (session) => {
      if (!folder) return await scheduled(session, io)
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

async function scheduled(session: Session, io: Io): Promise<ExitCode> {
  const { media } = await session.call('care.state', {})
  const today = day(new Date())
  const present = media.filter((one) => one.presence === 'present')
  const due = present.filter((one) => one.lastBackupAt === null || day(new Date(one.lastBackupAt)) < today)
  if (due.length === 0) {
    if (io.json) io.data({ media: [] })
    else
      io.out(media.length === 0 ? careWords.noMedia : present.length === 0 ? careWords.nonePresent : careWords.upToDate)
    return present.length === 0 ? EXIT.notFound : EXIT.ok
  }
  const results: Job['results'] = []
  for (const { id } of due) {
    const { jobId } = await session.call('care.backUp', { mediumId: id })
    const job = await session.wait(jobId)
    if (job.state === 'cancelled') return EXIT.cancelled
    results.push(...job.results)
  }
  if (io.json) io.data({ media: results })
  else for (const line of results) io.out(said(line))
  return results.some(
    (one) => one.code !== 'backed-up' && one.code !== 'old-backups-removed' && one.code !== 'copy-mended'
  )
    ? EXIT.partly
    : EXIT.ok
}

function said({ name, code, detail }: Job['results'][number]): string {
  if (code === 'backed-up') return careWords.backedUp(name, String(detail.folder))
  if (code === 'old-backups-removed') return careWords.removed(name, Number(detail.count))
  return careWords.notBackedUp(name, fileVerdict(code))
}

function day(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
