import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { printGrowth } from './growth.ts'
import { runSearch } from './run-search.ts'
import type { SearchRun } from './search-run.ts'
import { printSearch } from './table.ts'

export type BenchSearchOptions = Readonly<{
  sizes: readonly number[]
  seed: number
  /** Where builds are kept for the next time; without, they go at the end. */
  keep: string | undefined
  only: readonly string[]
  /** A file for the figures as data. */
  json: string | undefined
}>

const EACH = 60
const LIMIT = 8_000
const STARTS = 7

/**
 * `npm run bench -- --documents 100000 [--keep DIR] [--only Flex,ours] [--json FILE]`: search on a generated archive beside
 * FlexSearch, MiniSearch, plain FTS5 and Recoll on the same fields, in one run. `--growth`: at 10,000, 50,000 and 100,000.
 */
export async function benchSearch(options: BenchSearchOptions): Promise<readonly SearchRun[]> {
  const keep = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'vankho-bench-'))
  mkdirSync(keep, { recursive: true })
  const runs: SearchRun[] = []
  try {
    for (const documents of options.sizes) {
      const say = (text: string) => process.stderr.write(`${text}\n`)
      const { seed, only } = options
      const run = await runSearch({ documents, seed, keep, only, each: EACH, limit: LIMIT, starts: STARTS, say })
      runs.push(run)
      process.stdout.write(`\n${printSearch(run)}\n`)
      if (options.json) writeFileSync(options.json, `${JSON.stringify(runs, null, 1)}\n`)
    }
    if (runs.length > 1) process.stdout.write(`\n${printGrowth(runs)}\n`)
    return runs
  } finally {
    if (!options.keep) rmSync(keep, { recursive: true, force: true })
  }
}

/** `--show FILE,FILE`: runs kept by `--json`, printed again, side by side where there are several. */
export function showRuns(files: readonly string[]): void {
  const runs = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as SearchRun[])
  for (const run of runs) process.stdout.write(`\n${printSearch(run)}\n`)
  if (runs.length > 1) process.stdout.write(`\n${printGrowth(runs)}\n`)
}
