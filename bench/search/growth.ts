import { RECOLL } from './contenders.ts'
import { ran, type SearchRun } from './search-run.ts'
import { spread, table } from './table.ts'

/** The same archive at several sizes, side by side: what grows with it and what does not. */
export function printGrowth(runs: readonly SearchRun[]): string {
  const names = runs[0]?.contenders.map((one) => one.name) ?? []
  const rows = names.flatMap((name) => {
    const each = runs.map((run) => run.contenders.find((one) => one.name === name))
    const row = (what: string, of: (one: Extract<(typeof each)[number], { build: unknown }>) => string) => [
      `${name}: ${what}`,
      ...each.map((one) => (one && ran(one) ? of(one) : 'not run'))
    ]
    return [
      row('all classes, p50 / p95 / p99 ms', (one) => spread(one.pooled.wall, true)),
      row('processor time', (one) => (name === RECOLL ? '' : spread(one.pooled.cpu, true))),
      row(
        'first result, p50 ms; processor',
        (one) => `${one.first.p50.toFixed(0)}; ${one.first.cpu?.toFixed(0) ?? '?'}`
      ),
      row('memory, MB', (one) => one.memory?.now.toFixed(0) ?? '?'),
      row('build, documents per processor second', (one) => one.build.perCpuSecond?.toFixed(0) ?? ''),
      row('index on disk, MB', (one) => one.build.indexMegabytes.toFixed(0))
    ]
  })
  return table(['growth', ...runs.map((run) => `${run.documents} documents`)], rows)
}
