import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { run } from '#cli/run.ts'

const ROOT = join(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'src/cli/main.ts')

export type Ran = Readonly<{ code: number | null; out: string; err: string; lines: readonly Record<string, unknown>[] }>

/** A place of its own for settings and folders: nothing of the person's is read or written. */
export type Place = Readonly<{
  folder: string
  run(...args: string[]): Ran
  /** The same in this process: quicker, for what needs no archive. */
  runHere(...args: string[]): Promise<Ran>
  serve(...args: string[]): Promise<Serving>
  clean(): void
}>

export type Serving = Readonly<{ address: string; stop(): Promise<Readonly<{ code: number | null; err: string }>> }>

export function commandPlace(extra: NodeJS.ProcessEnv = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-cli-'))
  const env = {
    ...process.env,
    VANKHO_SETTINGS: join(folder, 'settings'),
    HOME: folder,
    VANKHO_ARCHIVE: '',
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
    ...extra
  }
  return {
    folder,
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
        cwd: folder,
        env,
        encoding: 'utf8',
        timeout: 60_000,
        maxBuffer: 1 << 26
      })
      return { code: status, out: stdout, err: stderr, lines: linesOf(stdout) }
    },
    async runHere(...args) {
      const [out, err] = [new Written(), new Written()]
      const before = process.env.VANKHO_SETTINGS
      process.env.VANKHO_SETTINGS = env.VANKHO_SETTINGS
      try {
        const code = await run(args, out, err)
        return { code, out: out.text, err: err.text, lines: linesOf(out.text) }
      } finally {
        if (before === undefined) delete process.env.VANKHO_SETTINGS
        else process.env.VANKHO_SETTINGS = before
      }
    },
    serve: (...args) => serving(folder, env, args),
    clean: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

class Written extends Writable {
  text = ''
  override _write(part: Buffer, _encoding: string, done: () => void): void {
    this.text += part.toString()
    done()
  }
}

function linesOf(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []))
}

function serving(cwd: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, env })
    let out = ''
    let err = ''
    const ended = new Promise<number | null>((done) => child.once('close', done))
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.stderr.on('data', (part) => {
      err += String(part)
    })
    child.stdout.on('data', (part) => {
      out += String(part)
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(out)?.[0]
      if (!address) return
      resolve({
        address,
        async stop() {
          child.kill('SIGTERM')
          const code = await ended
          clearTimeout(timer)
          return { code, err }
        }
      })
    })
    void ended.then((code) => reject(new Error(`ended with ${code} before it served: ${out}${err}`)))
  })
}
