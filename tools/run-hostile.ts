import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * `npm run hostile [-- name …]`: the hostile tests (reliability.md §2b) in the counts of a night. The same files run in
 * every suite with fewer cases. Each run has a seed of its own, so that a case that failed is told by seed and number.
 */
const ROOT = join(import.meta.dirname, '..')

type Run = Readonly<{
  name: string
  what: string
  test: string
  count: readonly [variable: string, cases: number]
  runs: number
}>

const RUNS: readonly Run[] = [
  {
    name: 'calls',
    what: 'S5: hostile calls over every door',
    test: 'tests/contract/hostile-calls.test.ts',
    count: ['VANKHO_CALLS', 10_000],
    runs: 10
  },
  {
    name: 'files',
    what: 'S1, S2: malformed files',
    test: 'tests/faults/hostile-files.test.ts',
    count: ['VANKHO_HOSTILE', 3125],
    runs: 4
  },
  {
    name: 'intake',
    what: 'S1, S2: malformed files through the archive',
    test: 'tests/faults/hostile-intake.test.ts',
    count: ['VANKHO_HOSTILE', 3125],
    runs: 4
  },
  {
    name: 'tampering',
    what: 'S13: the ledger written anew',
    test: 'tests/faults/ledger-tampering.test.ts',
    count: ['VANKHO_TAMPERINGS', 10_000],
    runs: 1
  },
  {
    name: 'payloads',
    what: 'S3, S4, S10: hostile text on every document',
    test: 'tests/e2e/hostile-payloads.test.ts',
    count: ['VANKHO_PAYLOADS', 300],
    runs: 1
  }
]

function main(names: readonly string[]): number {
  const unknown = names.filter((name) => !RUNS.some((run) => run.name === name))
  if (unknown.length > 0) {
    process.stderr.write(`unknown: ${unknown.join(', ')}; one of: ${RUNS.map(({ name }) => name).join(' ')}\n`)
    return 2
  }
  const wrong: string[] = []
  for (const run of RUNS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    for (let at = 1; at <= run.runs; at++) {
      const [variable, cases] = run.count
      const seed = String(at * 1_000_003)
      const env = { ...process.env, [variable]: String(cases), VAN_KHO_SEED: seed }
      process.stdout.write(`[hostile] ${run.what}, ${cases} cases, seed ${seed} (${at}/${run.runs})\n`)
      const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', run.test], {
        cwd: ROOT,
        env,
        stdio: 'inherit'
      })
      if (status !== 0) wrong.push(`${run.name}, seed ${seed}`)
    }
  }
  process.stdout.write(
    wrong.length === 0 ? '[hostile] nothing got through\n' : `[hostile] FAILED: ${wrong.join('; ')}\n`
  )
  return wrong.length === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
