import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '#tests/support/temp-archive.ts'
import type { Result, Suite } from './harness/suite.ts'

const MAIN = new URL('./harness/main.ts', import.meta.url).pathname

type Sample = Readonly<{
  /** With sealed archives (ADR 0017). */
  sealed: boolean
  cases(suite: Suite): number
}>

const SMALL: Sample = { sealed: process.env.VANKHO_TEST_ENCRYPTED === '1', cases: ({ small }) => small }

/** Each suite in its small size, in a process of its own; `npm run faults -- --full` runs the night's counts. */
export function standSmall(suites: readonly Suite[], { sealed, cases } = SMALL): void {
  for (const suite of suites) {
    test(`${suite.rule} ${suite.name}${sealed ? ', sealed' : ''}: ${suite.what}`, {
      timeout: 600_000
    }, async (context) => {
      const answer = join(tempFolder(), 'result.json')
      const said = await run([MAIN, suite.name, '--json', answer, '--count', String(cases(suite))], sealed)
      const [result] = JSON.parse(readFileSync(answer, 'utf8')) as Result[]
      process.stdout.write(said.split('\n|')[0] ?? '')
      if (result?.skipped !== null) return context.skip(result?.skipped)
      expect(result.failed, said).toEqual([])
      expect(result.cases, said).toBeGreaterThan(0)
    })
  }
}

function run(args: readonly string[], sealed: boolean): Promise<string> {
  const env = { ...process.env, VANKHO_TEST_ENCRYPTED: sealed ? '1' : '' }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    said += String(data)
  })
  return new Promise((resolve) => child.on('close', () => resolve(said)))
}
