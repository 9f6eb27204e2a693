import { OperationError } from '#contract/failures.ts'
import type { Job, JobResult } from '#contract/operations/archive.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { keptJob, keptJobs } from '../jobs/job-journal.ts'
import { byWorry } from '../jobs/worry.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

/** Jobs from before the program was started that are listed; any other is found by its id. */
const MOST_EARLIER = 20

export const jobHandlers: EngineHandlers<'job.list' | 'job.get' | 'job.results' | 'job.cancel'> = {
  'job.list': (engine) => {
    const running = engine.jobs.list()
    const known = new Set<string>(running.map((job) => job.id))
    return {
      jobs: [...running, ...earlier(engine).filter((job) => !known.has(job.id))].filter((job) => engine.owns(job.id))
    }
  },
  'job.get': (engine, input) => known(engine, input.jobId),
  'job.results': (engine, input) => {
    const { results } = known(engine, input.jobId)
    const lines = sorted(engine.jobs.lines(input.jobId) ?? results)
    return { total: lines.length, results: lines.slice(input.offset, input.offset + input.limit) }
  },
  'job.cancel': (engine, input) => {
    known(engine, input.jobId)
    engine.jobs.cancel(input.jobId)
    return known(engine, input.jobId)
  }
}

function known(engine: EngineHost, id: string): Job {
  const archive = openOne(engine)
  const job = engine.owns(id) ? (engine.jobs.get(id) ?? (archive && keptJob(archive.folder, id))) : null
  if (!job) throw new OperationError('not-found', { job: id })
  return job
}

function openOne(engine: EngineHost): OpenedArchive | null {
  try {
    return engine.archive()
  } catch {
    return null
  }
}

/** Read once for each time an archive is open: what ends meanwhile is among the running ones. */
const read = new WeakMap<OpenedArchive, readonly Job[]>()

function earlier(engine: EngineHost): readonly Job[] {
  const archive = openOne(engine)
  if (!archive) return []
  const found = read.get(archive) ?? keptJobs(archive.folder, MOST_EARLIER).map((job) => ({ ...job, results: [] }))
  read.set(archive, found)
  return found
}

/** The order of the last list asked for: pages of one list follow each other. */
let last: Readonly<{ of: readonly JobResult[]; length: number; sorted: readonly JobResult[] }> | null = null

function sorted(lines: readonly JobResult[]): readonly JobResult[] {
  if (last?.of !== lines || last.length !== lines.length) {
    last = { of: lines, length: lines.length, sorted: byWorry(lines) }
  }
  return last.sorted
}
