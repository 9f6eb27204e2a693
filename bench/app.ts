import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Job } from '#contract/operations/archive.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { memoryOf } from './search/memory.ts'

const CLI = new URL('../src/cli/main.ts', import.meta.url).pathname
/** Files sent at once, as the screen does. */
const AT_ONCE = 2

/** The program as a clerk's browser meets it: the loopback shell in a process of its own. */
export type App = Readonly<{
  child: ChildProcess
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  stage(path: string): Promise<string>
  /** Megabytes: the most it ever held. */
  peak(): number
  /** Seconds of processor time so far. */
  cpu(): number
  stop(signal: NodeJS.Signals): Promise<void>
}>

export async function startApp(archive: string): Promise<App> {
  const screens = mkdtempSync(join(tmpdir(), 'vankho-noscreens-'))
  writeFileSync(join(screens, 'index.html'), '<!doctype html>')
  const child = spawn(process.execPath, [CLI, 'serve', '--archive', archive, '--screens', screens, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOME: screens, XDG_CONFIG_HOME: screens, VANKHO_SETTINGS: screens }
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(`the shell did not start: ${said}`)))
  })
  const { origin, hash } = new URL(address)
  const headers = { 'x-vankho-token': hash.slice('#token='.length), origin }
  const ask = async (path: string, body: string | Uint8Array, type: string): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body: new Blob([body as Uint8Array<ArrayBuffer> | string])
    })
    const outcome = (await answer.json()) as { ok: boolean; value: unknown }
    if (!outcome.ok) throw new Error(`${path}: ${JSON.stringify(outcome)}`)
    return outcome.value
  }
  let most = 0
  const sample = setInterval(() => {
    most = Math.max(most, memoryOf(child.pid ?? 0)?.now ?? 0)
  }, 200)
  return {
    child,
    call: async (name, input) => (await ask(`/api/call/${name}`, JSON.stringify(input), 'application/json')) as never,
    stage: async (path) =>
      (
        (await ask(
          `/api/stage?name=${encodeURIComponent(basename(path))}`,
          readFileSync(path),
          'application/octet-stream'
        )) as { staged: string }
      ).staged,
    peak: () => most,
    cpu: () => cpuOf(child.pid ?? 0),
    async stop(signal) {
      clearInterval(sample)
      child.kill(signal)
      await gone
      rmSync(screens, { recursive: true, force: true })
    }
  }
}

export async function stageAll(app: App, paths: readonly string[]): Promise<readonly string[]> {
  const staged: string[] = []
  const left = [...paths.entries()]
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) staged[next[0]] = await app.stage(next[1])
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return staged
}

export async function ended(app: App, jobId: Job['id']): Promise<Job> {
  for (;;) {
    const job = await app.call('job.get', { jobId })
    if (job.state !== 'running') return job
    await wait(500)
  }
}

/** User and system time; a hundred ticks a second on Linux. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}
