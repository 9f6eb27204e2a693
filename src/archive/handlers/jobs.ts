import { OperationError } from '#contract/failures.ts'
import type { Job } from '#contract/operations/archive.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'

export const jobHandlers: EngineHandlers<'job.list' | 'job.get' | 'job.cancel'> = {
  'job.list': (engine) => ({ jobs: [...engine.jobs.list()] }),
  'job.get': (engine, input) => known(engine, input.jobId),
  'job.cancel': (engine, input) => {
    known(engine, input.jobId)
    engine.jobs.cancel(input.jobId)
    return known(engine, input.jobId)
  }
}

function known(engine: EngineHost, id: string): Job {
  const job = engine.jobs.get(id)
  if (!job) throw new OperationError('not-found', { job: id })
  return job
}
