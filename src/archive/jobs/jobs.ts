import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'
import type { JobId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import type { JobHandle, JobKind, JobLine } from '../archive-context.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { isRefused } from './worry.ts'

/** Ended jobs are kept for the screens to look at; so many. */
const MOST_KEPT = 30
/** Progress is pushed at most so often. */
const PUSH_EVERY_MS = 150
/** Result lines pushed while it runs, the newest; at its end and by `job.get` all are given. */
const LINES_PUSHED = 200

/** Why a job was stopped, when the program or the archive is being closed: what is left is gone on with at the next opening. */
export const CLOSING = 'closing'

export type Jobs = Readonly<{
  start(kind: JobKind, work: (job: JobHandle) => Promise<void>): string
  /** Newest first, each with its newest result lines. */
  list(): readonly Job[]
  /** With all its result lines once it has ended. */
  get(id: string): Job | undefined
  /** All its result lines so far. */
  lines(id: string): readonly JobLine[] | undefined
  cancel(id: string, why?: typeof CLOSING): void
  /** Comes when the job has ended, however; at once for one that is not known. */
  ended(id: string): Promise<void>
}>

export type JobsDeps = Readonly<{
  now(): Date
  newId(letter: string): string
  emit(event: EngineEvent): void
  log(error: unknown, where: string): void
}>

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Kept = {
  job: Mutable<Job>
  stop: AbortController
  end: Promise<void>
  pushedAt: number
  timer: NodeJS.Timeout | null
}

/** Long pieces of work: progress pushed, cancelled by signal, ended with their result lines or a failure. */
export function createJobs(deps: JobsDeps): Jobs {
  const kept = new Map<string, Kept>()

  function push(one: Kept): void {
    if (one.timer) clearTimeout(one.timer)
    one.timer = null
    one.pushedAt = Date.now()
    deps.emit({ type: 'job', job: { ...one.job, results: one.job.results.slice(one.job.endedAt ? 0 : -LINES_PUSHED) } })
  }

  function pushSoon(one: Kept): void {
    const wait = one.pushedAt + PUSH_EVERY_MS - Date.now()
    if (wait <= 0) push(one)
    else one.timer ??= setTimeout(() => push(one), wait).unref()
  }

  function handleOf(one: Kept): JobHandle {
    return {
      id: one.job.id,
      get cancelled() {
        return one.stop.signal.aborted
      },
      signal: one.stop.signal,
      total(n) {
        one.job.total = n
        pushSoon(one)
      },
      step(name) {
        if (one.job.current !== null) one.job.done = Math.min(one.job.done + 1, one.job.total)
        one.job.current = name
        pushSoon(one)
      },
      result(line) {
        addLine(one.job, line)
        pushSoon(one)
      },
      went(lines) {
        for (const line of lines) addLine(one.job, line)
        one.job.done += lines.length
        pushSoon(one)
      },
      keep: () => Promise.resolve(),
      report(report) {
        one.job.report = report
      },
      folder(path) {
        one.job.folder = path
      }
    }
  }

  async function run(one: Kept, work: (job: JobHandle) => Promise<void>): Promise<void> {
    try {
      await work(handleOf(one))
      one.job.state = one.stop.signal.aborted ? 'cancelled' : 'done'
      if (one.job.state === 'done') one.job.done = one.job.total
    } catch (error) {
      const named = storageFailure(error)
      const failure = named instanceof OperationError ? named : new OperationError('internal')
      if (failure !== error) deps.log(error, `job.${one.job.kind}`)
      one.job.state = failure.code === 'cancelled' ? 'cancelled' : 'failed'
      if (one.job.state === 'failed') one.job.failure = { code: failure.code, detail: failure.detail }
    }
    one.job.current = null
    one.job.endedAt = deps.now().toISOString()
    push(one)
    forgetOld()
  }

  function forgetOld(): void {
    const ended = [...kept.values()].filter((one) => one.job.state !== 'running')
    for (const one of ended.slice(0, Math.max(0, ended.length - MOST_KEPT))) kept.delete(one.job.id)
  }

  return {
    start(kind, work) {
      const job = newJob(deps.newId('j') as JobId, kind, deps.now().toISOString())
      const one: Kept = { job, stop: new AbortController(), end: Promise.resolve(), pushedAt: 0, timer: null }
      kept.set(job.id, one)
      one.end = Promise.resolve().then(() => run(one, work))
      return job.id
    },
    list: () =>
      [...kept.values()].reverse().map((one) => ({ ...one.job, results: one.job.results.slice(-LINES_PUSHED) })),
    get(id) {
      const one = kept.get(id)
      const from = one?.job.endedAt === null ? -LINES_PUSHED : 0
      return one && { ...one.job, results: one.job.results.slice(from) }
    },
    lines: (id) => kept.get(id)?.job.results,
    cancel: (id, why) => kept.get(id)?.stop.abort(why),
    ended: async (id) => await kept.get(id)?.end
  }
}

function addLine(job: Mutable<Job>, line: JobLine): void {
  job.results.push(line)
  if (isRefused(line)) job.refused++
  job.counts = { ...job.counts, [line.code]: (job.counts[line.code] ?? 0) + 1 }
}

function newJob(id: JobId, kind: JobKind, startedAt: string): Mutable<Job> {
  return {
    id,
    kind,
    state: 'running',
    done: 0,
    total: 0,
    current: null,
    startedAt,
    endedAt: null,
    counts: {},
    refused: 0,
    results: [],
    report: null,
    folder: null,
    failure: null
  }
}
