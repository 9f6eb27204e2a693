import { keepCase, keptCases } from './kept.ts'
import { sample } from './random.ts'
import type { Bench, Counts, Failed, Result, Suite } from './suite.ts'

export type RunOptions = Readonly<{
  count: number | 'all'
  seed: number
  /** Only this case. */
  key: string | null
  /** Ends after so long, and says how far it came. */
  minutes: number
  /** Whether somebody asked it to end. */
  stopped(): boolean
  say(line: string): void
}>

/** After so many failures a suite says no more. */
const ENOUGH = 12
const SAY_EVERY_MS = 30_000

/** Tries the kept cases, then so many new ones. */
export async function runSuite(suite: Suite, options: RunOptions): Promise<Result> {
  const begun = performance.now()
  const base = { name: suite.name, rule: suite.rule, what: suite.what, seed: options.seed }
  const cannot = suite.cannot?.() ?? null
  if (cannot !== null) {
    return { ...base, cases: 0, kept: 0, failed: [], counts: {}, seconds: 0, skipped: cannot, outOf: 0 }
  }
  const bench = await suite.open(options.seed)
  const { keys, kept, outOf } = casesOf(suite, bench, options)
  const counts: Record<string, number> = {}
  const failed: Failed[] = []
  let cases = 0
  let said = begun
  try {
    for (const key of keys) {
      if (cases >= outOf && bench.keys === undefined && options.key === null) break
      if (options.stopped() || failed.length >= ENOUGH || performance.now() - begun > options.minutes * 60_000) break
      try {
        const { cases: many = 1, ...found } = await bench.run(key)
        cases += many
        add(counts, found)
      } catch (error) {
        cases++
        const why = wordsOf(error)
        failed.push({ key, why })
        if (options.key === null) keepCase(suite.name, { key, why })
        options.say(`${suite.name} ${key} FAILED: ${options.key === null ? why.split('\n')[0] : why}`)
      }
      if (performance.now() - said > SAY_EVERY_MS) {
        said = performance.now()
        options.say(`${suite.name}: ${cases} of ${outOf}, ${failed.length} failed`)
      }
    }
    const verdict = options.key === null && failed.length === 0 ? (bench.verdict?.(counts) ?? null) : null
    if (verdict !== null) failed.push({ key: 'verdict', why: verdict })
  } finally {
    await bench.close?.()
  }
  return { ...base, cases, kept, failed, counts, seconds: (performance.now() - begun) / 1000, skipped: null, outOf }
}

function casesOf(
  suite: Suite,
  bench: Bench,
  { count, seed, key }: RunOptions
): { keys: Iterable<string>; kept: number; outOf: number } {
  if (key !== null) return { keys: [key], kept: 0, outOf: 1 }
  const kept = keptCases(suite.name)
    .map((one) => one.key)
    .filter((one) => bench.keys === undefined || bench.keys.includes(one))
  if (bench.keys) {
    const wished = count === 'all' ? bench.keys : sample(bench.keys, count, seed)
    const keys = [...kept, ...wished.filter((one) => !kept.includes(one))]
    return { keys, kept: kept.length, outOf: keys.length }
  }
  if (count === 'all') throw new Error(`${suite.name} has no end: give it a count`)
  return { keys: endless(kept, seed), kept: kept.length, outOf: count + kept.length }
}

function* endless(kept: readonly string[], seed: number): Generator<string> {
  yield* kept
  for (let n = 0; ; n++) yield `${seed}.${n}`
}

function add(to: Record<string, number>, counts: Counts): void {
  for (const [name, value] of Object.entries(counts)) to[name] = (to[name] ?? 0) + value
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.message}${cause}\n${error.stack?.split('\n').slice(1, 7).join('\n') ?? ''}`
}
