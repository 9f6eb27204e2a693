import { expect, test } from 'vitest'
import { newId } from '#archive/ids.ts'
import { createJobs } from '#archive/jobs/jobs.ts'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'

function begin() {
  const events: EngineEvent[] = []
  const logged: unknown[] = []
  const jobs = createJobs({
    now: () => new Date('2026-11-24T00:00:00Z'),
    newId,
    emit: (event) => void events.push(event),
    log: (error) => void logged.push(error)
  })
  return { jobs, events, logged }
}

test('a job counts its steps, keeps its lines and says when it is done', async () => {
  const { jobs, events } = begin()
  const id = jobs.start('verify', async (job) => {
    job.total(3)
    for (const name of ['a', 'b', 'c']) {
      job.step(name)
      job.result({ name, code: 'filed', id: null, detail: {} })
    }
  })
  expect(jobs.get(id)).toMatchObject({ state: 'running', done: 0 })
  await jobs.ended(id)
  expect(jobs.get(id)).toMatchObject({ state: 'done', done: 3, total: 3, current: null, failure: null })
  expect(jobs.get(id)?.results.map((line) => line.name)).toEqual(['a', 'b', 'c'])
  expect(events.at(-1)).toMatchObject({ type: 'job', job: { id, state: 'done' } })
})

test('progress of quick steps is pushed a few times, not at each step; the end comes whole', async () => {
  const { jobs, events } = begin()
  const id = jobs.start('import', async (job) => {
    job.total(2000)
    for (let n = 0; n < 2000; n++) job.result({ name: String(n), code: 'filed', id: null, detail: {} })
  })
  await jobs.ended(id)
  expect(events.length).toBeLessThan(20)
  const last = events.at(-1)
  expect(last?.type === 'job' ? last.job.results.length : 0).toBe(2000)
})

test('cancel reaches the work by its signal', async () => {
  const { jobs } = begin()
  const id = jobs.start(
    'backup',
    (job) => new Promise((_, fail) => job.signal.addEventListener('abort', () => fail(new OperationError('cancelled'))))
  )
  await Promise.resolve()
  jobs.cancel(id)
  await jobs.ended(id)
  expect(jobs.get(id)).toMatchObject({ state: 'cancelled', failure: null })
})

test('a failure keeps its code; what was not foreseen is internal and logged, its text not shown', async () => {
  const { jobs, logged } = begin()
  const foreseen = jobs.start('restore', () => Promise.reject(new OperationError('disk-full', { free: 1 })))
  const other = jobs.start('restore', () => Promise.reject(new Error('/secret/path')))
  await Promise.all([jobs.ended(foreseen), jobs.ended(other)])
  expect(jobs.get(foreseen)?.failure).toEqual({ code: 'disk-full', detail: { free: 1 } })
  expect(jobs.get(other)?.failure).toEqual({ code: 'internal', detail: {} })
  expect(logged).toHaveLength(1)
})

test('of ended jobs the newest are kept, and a running one is never forgotten', async () => {
  const { jobs } = begin()
  const running = jobs.start('import', () => new Promise(() => {}))
  for (let n = 0; n < 50; n++) await jobs.ended(jobs.start('verify', async () => {}))
  expect(jobs.list().length).toBeLessThanOrEqual(31)
  expect(jobs.get(running)).toMatchObject({ state: 'running' })
})
