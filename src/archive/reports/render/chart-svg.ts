import { CHART, chartHeight, fitted } from '../paper/chart-size.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { mm } from '../paper/format.ts'
import type { PrintChart } from '../print-document.ts'
import { escapeHtml } from './escape.ts'

/** What tells the series apart on a printer without colours. */
const FILLS = ['#333', '#fff', 'url(#hatch)'] as const
const GAP = 2

/** Lying bars, the parts of the series one behind the other, the figure at the end; measures in mm. */
export function chartSvg(chart: PrintChart, width: number): string {
  const most = Math.max(1, ...chart.bars.map((bar) => sumOf(bar.parts)))
  const room = width - CHART.label - CHART.figure
  const bars = chart.bars.map((bar, index) => {
    const top = CHART.title + index * CHART.bar
    const middle = top + CHART.bar / 2 + 1.2
    let left = CHART.label
    const parts = bar.parts.map((part, at) => {
      const wide = (part / most) * room
      const box = `<rect x="${figure(left)}" y="${figure(top + 1)}" width="${figure(wide)}" height="${CHART.bar - 2}" fill="${FILLS[at % FILLS.length]}" stroke="#000" stroke-width=".25"/>`
      left += wide
      return part > 0 ? box : ''
    })
    return `<text x="${CHART.label - GAP}" y="${figure(middle)}" text-anchor="end">${escapeHtml(fitted(bar.label, CHART.label - 2 * GAP))}</text>${parts.join('')}<text x="${figure(left + 1.5)}" y="${figure(middle)}">${sumOf(bar.parts)}</text>`
  })
  const title = `<text x="0" y="4" font-weight="700">${escapeHtml(chart.title)}</text>`
  const height = chartHeight(chart)
  return `<svg class="chart" role="img" aria-label="${escapeHtml(chart.title)}" viewBox="0 0 ${width} ${figure(height)}" style="width:${width}mm;height:${figure(height)}mm" font-size="${figure(mm(CHART.signs))}"><defs><pattern id="hatch" width="1.2" height="1.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V1.2" stroke="#000" stroke-width=".5"/></pattern></defs>${title}${bars.join('')}<path d="M${CHART.label} ${CHART.title}V${figure(CHART.title + chart.bars.length * CHART.bar)}" stroke="#000" stroke-width=".3"/>${legend(chart)}</svg>`
}

function legend(chart: PrintChart): string {
  if (chart.series.length < 2) return ''
  const y = chartHeight(chart) - 3
  const wide = measureWith('regular')
  let x: number = CHART.label
  return chart.series
    .map((name, index) => {
      const at = x
      x += 12 + wide(name) * mm(CHART.signs)
      return `<rect x="${figure(at)}" y="${figure(y - 2.6)}" width="5" height="3" fill="${FILLS[index % FILLS.length]}" stroke="#000" stroke-width=".25"/><text x="${figure(at + 6.5)}" y="${figure(y)}">${escapeHtml(name)}</text>`
    })
    .join('')
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}

function figure(value: number): string {
  return String(Math.round(value * 100) / 100)
}
