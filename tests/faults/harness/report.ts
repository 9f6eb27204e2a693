import type { Result } from './suite.ts'

/** The table of a run: count, result and seconds for each rule. */
export function tableOf(results: readonly Result[]): string {
  const head = '| Rule | Suite | Cases | Failed | Seconds | Counted |\n|---|---|---:|---:|---:|---|\n'
  const rows = results.map((one) => {
    const counted = Object.entries(one.counts).map(([what, value]) => `${what} ${value}`)
    const kept = one.kept > 0 ? [`kept cases tried first ${one.kept}`] : []
    const cases = one.skipped !== null ? 'skipped' : one.cases < one.outOf ? `${one.cases} of ${one.outOf}` : one.cases
    const words = one.skipped !== null ? one.skipped : [...counted, ...kept, `seed ${one.seed}`].join('; ')
    return `| ${one.rule} | ${one.name}: ${one.what} | ${cases} | ${one.failed.length} | ${one.seconds.toFixed(1)} | ${words} |\n`
  })
  const failures = results.flatMap((one) =>
    one.failed.map(({ key, why }) => `- ${one.name} \`${key}\`: ${why.split('\n')[0]}\n`)
  )
  return head + rows.join('') + (failures.length > 0 ? `\nFailed:\n\n${failures.join('')}` : '')
}
