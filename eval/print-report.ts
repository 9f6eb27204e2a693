import { relationMacroF1 } from './citations.ts'
import { share } from './figures.ts'
import type { Measure } from './measure.ts'
import type { Change } from './record.ts'
import { type Count, coverage, f1, type Miss, precision, recall } from './score.ts'

/** One table a part: what is taken surely, and with hints. */
export function printMeasure(name: string, measure: Measure): string {
  const lines = [
    `\n== ${name} (${measure.documents} documents)`,
    row('', 'gold', 'precision', 'recall', 'F1', 'coverage', 'with hints')
  ]
  for (const [field, { sure, offered }] of measure.fields) {
    if (sure.gold + sure.wrong + offered.wrong > 0) lines.push(row(field, ...numbers(sure), percent(f1(offered))))
  }
  for (const [list, count] of measure.lists)
    if (count.gold + count.wrong > 0) lines.push(row(list, ...numbers(count), ''))
  const { citations } = measure
  lines.push(row('citations', ...numbers(citations.key), ''))
  lines.push(
    `  date ${percent(share(citations.date))}  issuer ${percent(share(citations.issuer))}  relation macro-F1 ${percent(relationMacroF1(citations))}`
  )
  return lines.join('\n')
}

export function printMisses(misses: readonly Miss[]): string {
  return misses.map((miss) => `${miss.file}\t${miss.field}\n    gold: ${miss.gold}\n    read: ${miss.read}`).join('\n')
}

export function printRelations(measure: Measure): string {
  return [...measure.citations.relations]
    .sort((a, b) => b[1].gold - a[1].gold)
    .map(([name, count]) => row(name, ...numbers(count), ''))
    .join('\n')
}

export function printChanges(list: readonly Change[]): string {
  if (list.length === 0) return '\nNo figure differs from the record.'
  return `\nAgainst the record:\n${list.map((change) => `  ${change.name.padEnd(46)} ${percent(change.before)} → ${percent(change.after)}`).join('\n')}`
}

function numbers(count: Count): readonly string[] {
  return [
    String(count.gold),
    percent(precision(count)),
    percent(recall(count)),
    percent(f1(count)),
    percent(coverage(count))
  ]
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

function row(name: string, ...columns: readonly string[]): string {
  return name.padEnd(18) + columns.map((column) => column.padStart(11)).join('')
}
