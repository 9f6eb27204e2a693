import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { CHART, fitted } from '../paper/chart-size.ts'
import type { PrintChart } from '../print-document.ts'
import { NO_BORDERS, twips } from './docx-parts.ts'

/** Blocks in a row make the bar: letters, so that Word edits them like the rest. */
const FILLS = ['\u2588', '\u2591', '\u2592'] as const
const SIGNS = 8
const MOST_BLOCKS = 50

/** The bars of the chart as a table without lines: name, bar, figure. */
export function chartTable(chart: PrintChart, width: number): (Paragraph | Table)[] {
  const most = Math.max(1, ...chart.bars.map((bar) => sumOf(bar.parts)))
  const widths = [twips(CHART.label), twips(width - CHART.label - CHART.figure), twips(CHART.figure)]
  const title = new Paragraph({
    keepNext: true,
    children: [new TextRun({ text: chart.title, bold: true, size: CHART.signs * 2 })]
  })
  const rows = chart.bars.map((bar) =>
    row(fitted(bar.label, CHART.label - 6), blocks(bar.parts, most), String(sumOf(bar.parts)))
  )
  const legend =
    chart.series.length > 1
      ? [row('', chart.series.map((name, at) => `${FILLS[at % FILLS.length]} ${name}`).join('    '), '')]
      : []
  return [
    title,
    new Table({
      width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      rows: [...rows, ...legend]
    })
  ]
}

function blocks(parts: readonly number[], most: number): string {
  return parts
    .map((part, at) =>
      (FILLS[at % FILLS.length] ?? '').repeat(part === 0 ? 0 : Math.max(1, Math.round((part / most) * MOST_BLOCKS)))
    )
    .join('')
}

function row(label: string, bar: string, figure: string): TableRow {
  const cell = (text: string, size: number) =>
    new TableCell({ children: [new Paragraph({ keepNext: true, children: [new TextRun({ text, size })] })] })
  return new TableRow({
    cantSplit: true,
    children: [cell(label, CHART.signs * 2), cell(bar, SIGNS * 2), cell(figure, CHART.signs * 2)]
  })
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0)
}
