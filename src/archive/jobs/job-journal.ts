import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { JobId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import type { JobKind, JobLine } from '../archive-context.ts'
import { vaultOf } from '../vault/vaults.ts'
import { isRefused } from './worry.ts'

/** Work on many files, whose list is printed and looked at later. */
const KEPT: ReadonlySet<JobKind> = new Set<JobKind>(['intake', 'import', 'register', 'match', 'accept', 'undo'])
const MOST_KEPT = 60
export const JOBS_FOLDER = 'jobs'

type Head = Readonly<{ id: string; kind: JobKind; startedAt: string }>
type Tail = Readonly<{ state: Job['state']; endedAt: string; total: number }>

/** The lines of one job on the disk: no facts, and yet what a clerk was told of five thousand files. */
export type Journal = Readonly<{
  add(line: JobLine): void
  /** Lines so far are on the disk. */
  keep(): Promise<void>
  end(tail: Tail): Promise<void>
  /** Leaves it without an end: the next opening goes on with the work. */
  leave(): Promise<void>
}>

/** One whose lines nobody looks up afterwards has none; one that cannot be written is not missed. */
export function openJournal(archiveFolder: string, head: Head, log: (error: unknown) => void): Journal | null {
  if (!KEPT.has(head.kind)) return null
  let waiting = [JSON.stringify(head)]
  let file: FileHandle | null = null
  let broken = false
  let turn: Promise<void> = Promise.resolve()

  function write(last: string | null): Promise<void> {
    turn = turn.then(async () => {
      if (broken) return
      const lines = last === null ? waiting : [...waiting, last]
      waiting = []
      // A job that had nothing to say leaves nothing behind.
      if ((file === null && last !== null && lines.length <= 2) || lines.length === 0) return
      try {
        file ??= await openIn(archiveFolder, head)
        await file.appendFile(lines.map((line) => storedLine(archiveFolder, line)).join(''))
        await file.sync()
        if (last !== null) await close()
      } catch (error) {
        broken = true
        log(error)
        await close()
      }
    })
    return turn
  }

  async function close(): Promise<void> {
    const handle = file
    file = null
    await handle?.close().catch(log)
  }

  return {
    add: (line) => void waiting.push(JSON.stringify(withoutSecret(line))),
    keep: () => write(null),
    end: (tail) => write(JSON.stringify(tail)),
    async leave() {
      await write(null)
      await close()
    }
  }
}

/** Nothing of a paper stamped Mật is kept, and its name may say what it is about. */
function withoutSecret(line: JobLine): JobLine {
  return line.code === 'secret-refused' ? { ...line, name: `…${extname(line.name)}`, detail: {} } : line
}

async function openIn(archiveFolder: string, head: Head): Promise<FileHandle> {
  const folder = join(archiveFolder, JOBS_FOLDER)
  mkdirSync(folder, { recursive: true })
  const old = names(archiveFolder).slice(MOST_KEPT - 1)
  for (const name of old) rmSync(join(folder, name), { force: true })
  return await open(join(folder, nameOf(head)), 'ax', 0o600)
}

function storedLine(archiveFolder: string, line: string): string {
  return `${Buffer.from(vaultOf(archiveFolder).journal.seal(Buffer.from(line))).toString('utf8')}\n`
}

/** Begins with the time, so that names in order are jobs in order. */
function nameOf({ id, startedAt }: Head): string {
  return `${startedAt.replace(/\D/g, '')}-${id}.jsonl`
}

/** A job as it was kept, with all its lines; null where there is none of that id. */
export function keptJob(archiveFolder: string, id: string): Job | null {
  const name = names(archiveFolder).find((one) => one.endsWith(`-${id}.jsonl`))
  return name === undefined ? null : jobIn(archiveFolder, name)
}

function jobIn(archiveFolder: string, name: string): Job | null {
  const seal = vaultOf(archiveFolder).journal
  const rows = readFileSync(join(archiveFolder, JOBS_FOLDER, name), 'utf8')
    .split('\n')
    .flatMap((line) => parsed(seal.open(Buffer.from(line))?.toString('utf8') ?? ''))
  const [head, ...rest] = rows as [Head, ...(JobLine | Tail)[]]
  if (head?.kind === undefined) return null
  const results = rest.filter((row): row is JobLine => 'code' in row)
  const tail = rest.find((row): row is Tail => 'state' in row)
  const counts: Record<string, number> = {}
  for (const { code } of results) counts[code] = (counts[code] ?? 0) + 1
  return {
    id: head.id as JobId,
    kind: head.kind,
    // Cut off: what became of it is in its lines, and another job may have gone on with the rest.
    state: tail?.state ?? 'cancelled',
    done: results.length,
    total: tail?.total ?? results.length,
    current: null,
    startedAt: head.startedAt,
    endedAt: tail?.endedAt ?? null,
    counts,
    refused: results.filter(isRefused).length,
    results,
    report: null,
    folder: null,
    failure: null
  }
}

/** Kept jobs, newest first. */
export function keptJobs(archiveFolder: string, most = MOST_KEPT): readonly Job[] {
  return names(archiveFolder)
    .slice(0, most)
    .flatMap((name) => jobIn(archiveFolder, name) ?? [])
}

/** Jobs of this kind that never came to their end: the program was stopped in the middle. */
export function brokenOff(archiveFolder: string, kind: JobKind): readonly Job[] {
  return keptJobs(archiveFolder).filter((job) => job.kind === kind && job.endedAt === null)
}

/** Its lines are another job's now. */
export function forgetJob(archiveFolder: string, id: string): void {
  const name = names(archiveFolder).find((one) => one.endsWith(`-${id}.jsonl`))
  if (name !== undefined) rmSync(join(archiveFolder, JOBS_FOLDER, name), { force: true })
}

/** Newest first. */
function names(archiveFolder: string): readonly string[] {
  try {
    return readdirSync(join(archiveFolder, JOBS_FOLDER))
      .filter((name) => /^\d+-j_[0-9a-z]+\.jsonl$/.test(name))
      .sort()
      .reverse()
  } catch {
    return []
  }
}

/** A line half written by a crash is none. */
function parsed(line: string): readonly (Head | JobLine | Tail)[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Head | JobLine | Tail]
  } catch {
    return []
  }
}
