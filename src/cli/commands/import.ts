import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { CallError } from '#contract/client.ts'
import type { Sha256, StagedId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
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
  options: { summary: { type: 'string' } },
  async run(args, io) {
    if (args.positionals.length === 0) throw new UsageError(words.needs(words.file))
    const files = await filesUnder(args.positionals)
    return withArchive(args, io, async (session) => {
      const lines: Line[] = []
      for (let at = 0; at < files.length; at += FILES_A_JOB) {
        for (const line of await importSome(files.slice(at, at + FILES_A_JOB), session, io)) {
          lines.push(line)
          if (io.json) io.data(line)
          else io.out(`${line.file}: ${fileVerdict(line.status)}`)
        }
      }
      const summary = args.text('summary')
      if (summary !== null) {
        await writeFile(summary, summaryOf(lines, extname(summary)))
        if (!io.json) io.out(words.written(summary))
      }
      const filed = lines.filter((line) => FILED.has(line.status)).length
      if (!io.json) io.out(words.imported(filed, lines.length - filed))
      if (lines.some((line) => line.status === 'cancelled')) return EXIT.cancelled
      return filed === lines.length ? EXIT.ok : EXIT.partly
    })
  }
}

/** Regular files, folders opened, in order of name; links and hidden files are left out. */
async function filesUnder(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await lstat(path).catch(() => null)
    if (!found) throw new CallError({ ok: false, code: 'not-found', detail: { name: basename(path) } })
    if (found.isFile()) files.push(path)
    if (!found.isDirectory()) continue
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    for (const name of names) {
      const inner = join(path, name)
      const kind = await lstat(inner)
      if (kind.isDirectory()) files.push(...(await filesUnder([inner])))
      else if (kind.isFile()) files.push(inner)
    }
  }
  return files
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
    return lines
  }
  const { jobId } = await session.call('intake.import', { staged: staged.map((one) => one.id as StagedId) })
  return [
    ...lines,
    ...matched(
      staged.map((one) => one.file),
      await session.wait(jobId)
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
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Result lines carry names; files of one name are told apart by their order, which the job keeps. */
function matched(files: readonly string[], job: Job): readonly Line[] {
  const waiting = [...files]
  const lines = job.results.map((result): Line => {
    const exact = waiting.findIndex((file) => result.name.startsWith(basename(file).normalize('NFC')))
    const [file = result.name] = waiting.splice(Math.max(0, exact), 1)
    return { file, status: result.code, id: result.id }
  })
  return [...lines, ...waiting.map((file): Line => ({ file, status: 'cancelled', id: null }))]
}
