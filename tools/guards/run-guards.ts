import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Guard } from './guard.ts'
import { GUARDS, without } from './guards.ts'

/**
 * `npm run guards [-- word …]`: in a copy of the project each guard is taken away in turn and its tests are run. A guard
 * that no test misses is an error; so is one whose text is no longer there. Words choose guards by name or file.
 */
const ROOT = join(import.meta.dirname, '../..')
const LEFT = new Set(['node_modules', '.git', '.tsbuild', 'dist'])

/** Guards are missed by single cases; thousands of them are run elsewhere. */
const FEW = { VANKHO_CALLS: '750', VANKHO_HOSTILE: '40', VANKHO_TAMPERINGS: '50' }

type Verdict = 'missed' | 'survived' | 'not there' | 'no test ran'

/** Says of test files run in the copy: how many tests failed, and how many there were. */
function runTests(copy: string, tests: readonly string[]): Readonly<{ failed: number; total: number }> {
  const report = join(copy, 'guards-report.json')
  rmSync(report, { force: true })
  spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${report}`, ...tests],
    { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 900_000, env: { ...process.env, ...FEW } }
  )
  if (!existsSync(report)) return { failed: 0, total: 0 }
  const { numFailedTests, numTotalTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8')) as Record<
    string,
    number
  >
  // A suite whose setting up failed because of the guard counts as failing, where its file was read at all.
  return { failed: (numFailedTests ?? 0) || (numFailedTestSuites ?? 0), total: numTotalTests ?? 0 }
}

/** The guard's tests are run one file after the other until one misses it. */
function tryWithout(copy: string, guard: Guard): Verdict {
  const path = join(copy, guard.file)
  const text = readFileSync(path, 'utf8')
  const wounded = without(guard, text)
  if (wounded === null) return 'not there'
  writeFileSync(path, wounded)
  try {
    let ran = 0
    for (const test of guard.tests) {
      const { failed, total } = runTests(copy, [test])
      if (failed > 0 && total > 0) return 'missed'
      ran += total
    }
    return ran > 0 ? 'survived' : 'no test ran'
  } finally {
    writeFileSync(path, text)
  }
}

function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'vankho-guards-'))
  for (const name of readdirSync(ROOT).filter((one) => !LEFT.has(one))) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

function main(words: readonly string[]): number {
  const chosen = GUARDS.filter(
    ({ name, file }) => words.length === 0 || words.some((word) => `${name} ${file}`.includes(word))
  )
  const copy = copyOfProject()
  try {
    // What fails with every guard in place says nothing about any of them.
    const sick = [...new Set(chosen.flatMap(({ tests }) => tests))].filter((test) => {
      const { failed, total } = runTests(copy, [test])
      const ill = failed > 0 || total === 0
      process.stdout.write(`[guards] ${ill ? 'FAILS BY ITSELF' : `${total} pass`}: ${test}\n`)
      return ill
    })
    const counts = new Map<string, number>()
    for (const [index, guard] of chosen.entries()) {
      const begun = performance.now()
      const verdict = guard.tests.every((test) => sick.includes(test))
        ? 'no test ran'
        : tryWithout(copy, { ...guard, tests: guard.tests.filter((test) => !sick.includes(test)) })
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
      const seconds = Math.round((performance.now() - begun) / 1000)
      process.stdout.write(
        `[guards] ${index + 1}/${chosen.length} ${verdict.toUpperCase()}: ${guard.name} (${guard.file}), ${seconds} s\n`
      )
    }
    process.stdout.write(`[guards] ${[...counts].map(([verdict, n]) => `${verdict} ${n}`).join(', ')}\n`)
    return sick.length === 0 && counts.get('missed') === chosen.length ? 0 : 1
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

process.exitCode = main(process.argv.slice(2))
