import type { PrintChart } from '../print-document.ts'
import { measureWith } from './font-metrics.ts'
import { mm } from './format.ts'

/** The chart's measures, mm and pt: drawn and counted on from the same numbers. */
export const CHART = { title: 6.5, bar: 6, label: 62, figure: 14, legend: 7, below: 4, signs: 10.5 } as const

export function chartHeight(chart: PrintChart): number {
  return CHART.title + chart.bars.length * CHART.bar + (chart.series.length > 1 ? CHART.legend : 1)
}

/** A name as long as its place (mm); the table beneath has it whole. */
export function fitted(text: string, width: number): string {
  const measure = measureWith('regular')
  const most = width / mm(CHART.signs)
  if (measure(text) <= most) return text
  let kept = text
  while (kept !== '' && measure(`${kept}…`) > most) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
