import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { openRegular } from '#archive/files/open-regular.ts'
import { cleanName } from '#archive/intake/staging.ts'
import { CallError } from '#contract/client.ts'
import type { Sha256, StagedId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { filesUnder } from '../files-under.ts'
import { summaryOf } from '../import-summary.ts'
import type { Io } from '../io.ts'
import { type Session, withArchive } from '../session.ts'
import { words } from '../words.ts'
import { fileVerdict } from '../words-failures.ts'

/** Files handed over at a time: what was filed is said, and a stop loses no more than the copying of so many. */
const FILES_A_JOB = 500
const FILED = new Set(['filed', 'unreadable'])

type Line = Readonly<{ file: string; status: string; id: string | null }>

/** Files whole folders at once, to be looked through later. The files themselves are only read. */
export const importFiles: Command = {
  options: { summary: { type: 'string' }, ocr: { type: 'boolean' } },
  async run(args, io) {
    if (args.positionals.length === 0) throw new UsageError(words.needs(words.file))
    const { files, left } = await filesUnder(args.paths)
    return withArchive(args, io, async (session) => {
      const lines: Line[] = []
      for (const file of left) say({ file, status: 'not-a-file', id: null })
      function say(line: Line): void {
        lines.push(line)
        if (io.json) io.data(line)
        else io.out(`${line.file}: ${fileVerdict(line.status)}`)
      }
      for (let at = 0; at < files.length; at += FILES_A_JOB) {
        for (const line of await importSome(files.slice(at, at + FILES_A_JOB), session, io)) say(line)
      }
      const unread = args.flag('ocr') ? await readPictures(session) : (await session.call('ocr.state', {})).waiting
      const summary = args.text('summary')
      if (summary !== null) {
        await writeFile(summary, summaryOf(lines, extname(summary)))
        if (!io.json) io.out(words.written(summary))
      }
      const filed = lines.filter((line) => FILED.has(line.status)).length
      if (!io.json) io.out(words.imported(filed, lines.length - filed))
      if (!io.json && unread > 0) io.out(words.ocrWaiting(unread))
      if (lines.some((line) => line.status === 'cancelled')) return EXIT.cancelled
      return filed === lines.length ? EXIT.ok : EXIT.partly
    })
  }
}

/** Waits until the letters of the scans just filed are read, as the import itself began; how many are left without. */
async function readPictures(session: Session): Promise<number> {
  await waitForAll(session, 'ocr')
  return (await session.call('ocr.state', {})).waiting
}

/** Jobs of that kind that began by themselves. */
async function waitForAll(session: Session, kind: Job['kind']): Promise<void> {
  const { jobs } = await session.call('job.list', {})
  for (const job of jobs) if (job.kind === kind && job.state === 'running') await session.wait(job.id)
}

async function importSome(files: readonly string[], session: Session, io: Io): Promise<readonly Line[]> {
  const lines: Line[] = []
  const staged: { file: string; id: string }[] = []
  const known = await knownFiles(files, session)
  for (const [index, file] of files.entries()) {
    io.progress.show(index, files.length, basename(file))
    const documentId = known.get(file)
    if (documentId !== undefined) {
      lines.push({ file, status: 'duplicate', id: documentId })
      continue
    }
    try {
      staged.push({ file, id: await session.stage(resolve(file), basename(file)) })
    } catch (error) {
      // A file that cannot be taken is a line of its own; a full disk or a lost archive ends the import.
      if (!(error instanceof CallError) || !/^(?:file-|not-found$|secret-refused$)/.test(error.failure.code))
        throw error
      lines.push({ file, status: error.failure.code, id: null })
    }
  }
  if (staged.length === 0) {
    // No import runs that would tidy up after one that was stopped: looking at the queue does.
    await session.call('intake.list', {})
    await waitForAll(session, 'import')
    return lines
  }
  const { jobId } = await session.call('intake.import', { staged: staged.map((one) => one.id as StagedId) })
  return [
    ...lines,
    ...matched(
      staged.map((one) => one.file),
      await session.wait(jobId),
      new Set(known.values())
    )
  ]
}

/** Files whose bytes are in the archive already, with their document: an import done again need not copy them. */
async function knownFiles(files: readonly string[], session: Session): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, Sha256>()
  for (const file of files) {
    const hash = await hashOf(file).catch(() => null)
    if (hash) hashes.set(file, hash as Sha256)
  }
  const { known } = await session.call('intake.known', { sha256: [...new Set(hashes.values())] })
  const documents = new Map(known.map((one) => [one.sha256, one.document.id]))
  return new Map(
    [...hashes].flatMap(([file, hash]) => {
      const id = documents.get(hash)
      return id ? [[file, id] as const] : []
    })
  )
}

async function hashOf(file: string): Promise<string> {
  const handle = await openRegular(file)
  if (!handle) throw new Error('not a file')
  const hash = createHash('sha256')
  for await (const chunk of handle.createReadStream()) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Result lines carry names; files of one name are told apart by their order, which the job keeps. A job that goes on
 * with one that was stopped tells that one's lines first: the last line of a name is the file's, and documents already
 * named are not named again.
 */
function matched(files: readonly string[], job: Job, named: ReadonlySet<string>): readonly Line[] {
  const results = [...job.results]
  const lines = files.toReversed().map((file): Line => {
    const name = cleanName(basename(file))
    const at = results.findLastIndex((result) => result.name.startsWith(name))
    const [result] = at < 0 ? [] : results.splice(at, 1)
    return { file, status: result?.code ?? 'cancelled', id: result?.id ?? null }
  })
  const names = new Set(files.map((file) => cleanName(basename(file))))
  const others = results
    .filter(({ name, id }) => id !== null && !named.has(id) && !names.has(name))
    .map(({ name, code, id }): Line => ({ file: name, status: code, id }))
  return [...lines.toReversed(), ...others]
}
