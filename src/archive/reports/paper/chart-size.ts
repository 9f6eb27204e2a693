import type { PrintChart } from '../print-document.ts'

/** The chart's measures, mm and pt: drawn and counted on from the same numbers. */
export const CHART = { title: 6.5, bar: 6, label: 62, figure: 14, legend: 7, below: 4, signs: 10.5 } as const

export function chartHeight(chart: PrintChart): number {
  return CHART.title + chart.bars.length * CHART.bar + (chart.series.length > 1 ? CHART.legend : 1)
}
