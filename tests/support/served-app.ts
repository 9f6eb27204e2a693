import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineDoor, EngineOptions } from '#archive/door.ts'
import { createEngine } from '#archive/engine.ts'
import { startHost } from '#archive/host.ts'
import { chromiumPrinter } from '#archive/reports/chromium-printer.ts'
import { CallError } from '#contract/client.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { resourcesFolder, screensFolder } from '#shell/program-folders.ts'

const DIRECT = { name: 'Cil Dim', shell: 'direct' } as const

export type ServedApp = Readonly<{
  /** Opening address, with the token. */
  url: string
  origin: string
  port: number
  token: string
  /** Temporary; the archive lies in `archive` below it. */
  folder: string
  archiveFolder: string
  engine: EngineDoor
  /** Calls the engine beside the server; throws `CallError`. */
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  stage(name: string, path: string): Promise<string>
  /** Waits until a job is over. */
  jobDone(jobId: string): Promise<OutputOf<'job.get'>>
  close(): Promise<void>
}>

export type ServedAppOptions = Readonly<{
  /** none: the welcome screen; empty: a new archive of `office`; sample: the sample archive, every paper filed. */
  archive?: 'none' | 'empty' | 'sample'
  office?: Partial<Office>
  /** Other screens than out/renderer or those VANKHO_SCREENS names (an empty folder will do where none are looked at). */
  screens?: string
  /** The engine in its own thread, as `serve` has it; else in this one. */
  thread?: boolean
  now?: () => Date
}>

export const DAM_RONG: Office = {
  name: 'Huyện ủy Đam Rông',
  parentBody: 'Đảng bộ tỉnh Lâm Đồng',
  officeName: 'Văn phòng Huyện ủy',
  place: 'Đam Rông',
  code: 'HU',
  level: 'HU',
  clerk: 'Cil Dim',
  termStarts: ['2015-08-01', '2020-08-01'],
  acknowledgeDays: 7
}

/** A real server over a real engine on a temporary archive. Close it in afterAll: it removes what it made. */
export async function servedApp(options: ServedAppOptions = {}): Promise<ServedApp> {
  const screens = options.screens ?? process.env.VANKHO_SCREENS ?? screensFolder()
  if (!existsSync(join(screens, 'index.html')) && !options.screens) throw new Error('no screens: run `npx vite build`')
  const folder = mkdtempSync(join(tmpdir(), 'vankho-served-'))
  const archiveFolder = join(folder, 'archive')
  const engineOptions: EngineOptions = {
    shell: 'loopback',
    version: 'test',
    settingsFolder: join(folder, 'settings'),
    resourcesFolder: resourcesFolder(),
    printer: chromiumPrinter(),
    log: (error, where) => console.error(where, error),
    ...(options.now ? { now: options.now } : {})
  }
  const engine = options.thread ? startHost(engineOptions) : createEngine(engineOptions)
  let server: RunningServer | null = null
  async function close(): Promise<void> {
    await server?.close()
    await engine.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const call: ServedApp['call'] = async (name, input) => {
    const outcome = await engine.call(name, input, DIRECT)
    if (!outcome.ok) throw new CallError(outcome)
    return outcome.value as never
  }
  const jobDone: ServedApp['jobDone'] = async (jobId) => {
    for (;;) {
      const job = await call('job.get', { jobId: jobId as OutputOf<'job.get'>['id'] })
      if (job.state !== 'running') return job
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  try {
    if (options.archive === 'sample') {
      const { jobId } = await call('archive.sample', { folder: archiveFolder })
      const job = await jobDone(jobId)
      if (job.state !== 'done') throw new Error(`the sample was not made: ${JSON.stringify(job.failure)}`)
    } else if (options.archive !== 'none') {
      await call('archive.create', { folder: archiveFolder, office: { ...DAM_RONG, ...options.office } })
    }
    server = await startServer({ engine, screens, log: (error, where) => console.error(where, error) })
    const { address: url, origin, port, token } = server
    return {
      url,
      origin,
      port,
      token,
      folder,
      archiveFolder,
      engine,
      call,
      jobDone,
      async stage(name, path) {
        const outcome = await engine.stage(name, { path }, DIRECT)
        if (!outcome.ok) throw new CallError(outcome)
        return outcome.value.staged
      },
      close
    }
  } catch (error) {
    await close()
    throw error
  }
}
