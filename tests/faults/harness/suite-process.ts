import { writeFileSync } from 'node:fs'
import { SUITES } from '../suites/all-suites.ts'
import { runSuite } from './run-suite.ts'

/** One suite; its result goes to a file. */
const [name = '', count = '', seed = '0', minutes = '600', answer = '', key = ''] = process.argv.slice(2)
const suite = SUITES.find((one) => one.name === name)
if (!suite) throw new Error(`no suite ${name}`)
let stopped = false
process.on('SIGTERM', () => {
  stopped = true
})
const result = await runSuite(suite, {
  count: count === 'all' ? 'all' : Number(count),
  seed: Number(seed),
  key: key === '' ? null : key,
  minutes: Number(minutes),
  stopped: () => stopped,
  say: (line) => process.stdout.write(`[faults] ${line}\n`)
})
writeFileSync(answer, JSON.stringify(result))
const counted = Object.entries(result.counts).map(([what, value]) => `${what} ${value}`)
const said = result.skipped === null ? `${result.cases} of ${result.outOf} cases` : `SKIPPED (${result.skipped})`
process.stdout.write(
  `[faults] ${result.rule} ${name}: ${[said, `${result.failed.length} failed`, ...counted, `seed ${seed}`].join(', ')}\n`
)
process.exit(0)
