import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SUITES } from '../suites/all-suites.ts'
import { CONTROL, failingCallsLibrary, makeControl } from './failing-calls.ts'
import { tableOf } from './report.ts'
import type { Result, Suite } from './suite.ts'

/**
 * The fault suites (reliability.md §2a): `npm run faults -- [names] [--full] [--count N] [--seed S] [--key CASE]
 * [--minutes M] [--out FILE]`. Each runs in a process of its own, with a temporary place in memory where there is one.
 */
const USAGE = 'faults [name …] [--full] [--count N|all] [--seed S] [--key CASE] [--minutes M] [--out FILE]'

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    count: { type: 'string' },
    seed: { type: 'string' },
    key: { type: 'string' },
    minutes: { type: 'string', default: '600' },
    out: { type: 'string' },
    json: { type: 'string' }
  }
})

const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name))
if (unknown.length > 0) {
  process.stderr.write(`unknown: ${unknown.join(', ')}\n${USAGE}\nnames: ${SUITES.map((one) => one.name).join(' ')}\n`)
  process.exit(2)
}
const wished = positionals.length > 0 ? SUITES.filter((suite) => positionals.includes(suite.name)) : SUITES
const seed = Number(values.seed ?? process.env.VAN_KHO_SEED ?? (values.full ? Date.now() % 1_000_000 : 20261125))
const results: Result[] = []
for (const suite of wished) {
  results.push(await runApart(suite))
  const table = tableOf(results)
  if (values.out !== undefined) writeFileSync(values.out, table)
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results))
}
process.stdout.write(`\n${tableOf(results)}`)
process.exitCode = results.some((one) => one.failed.length > 0) ? 1 : 0

/** A suite in its own process: what it leaves in memory, or dies of, is its own. */
async function runApart(suite: Suite): Promise<Result> {
  const place = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `van-kho-${suite.name}-`))
  const answer = join(place, 'result.json')
  const count = values.count ?? String(values.full ? suite.full : suite.small)
  const library = suite.failingCalls ? failingCallsLibrary() : null
  const env = {
    ...process.env,
    TMPDIR: place,
    UV_USE_IO_URING: '0',
    NODE_COMPILE_CACHE: join(tmpdir(), 'van-kho-compile-cache'),
    ...(library === null ? {} : { LD_PRELOAD: library, [CONTROL]: makeControl(join(place, 'failing-calls.control')) })
  }
  const script = new URL('./suite-process.ts', import.meta.url).pathname
  const args = [script, suite.name, count, String(seed), values.minutes, answer, values.key ?? '']
  const begun = performance.now()
  try {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
    const stop = (): boolean => child.kill('SIGTERM')
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
    if (existsSync(answer)) return JSON.parse(readFileSync(answer, 'utf8')) as Result
    const why = `the suite's process ended with ${code} and no result`
    const { name, rule, what } = suite
    const failed = [{ key: 'process', why }]
    const seconds = (performance.now() - begun) / 1000
    return { name, rule, what, seed, cases: 0, kept: 0, failed, counts: {}, seconds, skipped: null, outOf: 0 }
  } finally {
    // A suite may leave a disk that answers nothing any more; what is under it goes with the machine.
    try {
      rmSync(place, { recursive: true, force: true })
    } catch (error) {
      process.stderr.write(`${place} stays: ${String(error)}\n`)
    }
  }
}
