import process from 'node:process'
import { buildScreens } from './build.mjs'
import { ROOT, runNode, say } from './run.mjs'

/**
 * Types, lint, screens, tests, each run whatever the one before said, so that one run shows everything; the first
 * failure's code is the exit code. VANKHO_TEST_REPORT: a file for the counts as JSON. With arguments: those tests only.
 */
export async function test(args) {
  const { VANKHO_TEST_REPORT: report } = process.env
  const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const steps = [
    ...(args.length ? [] : [['types', () => node('typescript/bin/tsc', ['-b'])]]),
    ...(args.length ? [] : [['lint', () => node('@biomejs/biome/bin/biome', ['ci', '--diagnostic-level=error'])]]),
    ['screens', () => buildScreens().then(() => 0)],
    ['tests', () => node('vitest/vitest.mjs', ['run', ...reporters, ...args])]
  ]
  const failed = []
  let exit = 0
  for (const [name, run] of steps) {
    const code = await run().catch((error) => {
      say(error.message)
      return 1
    })
    if (code === 0) continue
    failed.push(name)
    exit ||= code
  }
  if (failed.length) say(`Failed: ${failed.join(', ')}.`)
  return exit
}

function node(script, args) {
  return runNode([`node_modules/${script}`, ...args], { cwd: ROOT })
}
