import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createEngine } from '#archive/engine.ts'
import type { Outcome } from '#contract/failures.ts'
import type { JobId, StagedId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import type { RegisterReading } from '#contract/operations/backlog.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { CLERK, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** An engine with a new archive, driven through its door as a shell drives it. */
export async function openDesk(at: string | null = null) {
  const folder = at ?? join(tempFolder(), 'kho')
  const engine = createEngine({
    shell: 'direct',
    version: 'test',
    settingsFolder: tempFolder(),
    resourcesFolder: new URL('../../../resources', import.meta.url).pathname,
    printer: null,
    log: (error, where) => console.error(where, error)
  })
  onTestFinished(() => engine.close())
  async function ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<Outcome<OutputOf<N>>> {
    return (await engine.call(name, input, CLERK)) as Outcome<OutputOf<N>>
  }
  async function call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const outcome = await ask(name, input)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome.detail)}`)
    return outcome.value
  }
  async function ended(started: Readonly<{ jobId: JobId }>): Promise<Job> {
    for (;;) {
      const job = await call('job.get', { jobId: started.jobId })
      if (job.state !== 'running') return job
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  async function stage(path: string, name: string): Promise<StagedId> {
    const outcome = await engine.stage(name, { path }, { shell: 'direct' })
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value.staged as StagedId
  }
  /** Looks into a workbook and gives the proposed reading. */
  async function look(path: string, name = 'so-den-2019.xlsx'): Promise<RegisterReading> {
    return (await call('backlog.look', { staged: await stage(path, name), sheet: null })).reading
  }
  async function importBook(path: string): Promise<Job> {
    return await ended(await call('backlog.import', { reading: await look(path) }))
  }
  await (at ? call('archive.open', { folder }) : call('archive.create', { folder, office: OFFICE }))
  return { engine, folder, ask, call, ended, stage, look, importBook }
}
