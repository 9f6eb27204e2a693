import type { PrintDocument, PrintRow } from './print-document.ts'

export type TotalCell = Readonly<{ text: string; span: number; align: 'left' | 'center' }>

export function sumsOf(document: PrintDocument, rows: readonly PrintRow[]): readonly number[] {
  return document.tallies.map((_, index) => rows.reduce((sum, row) => sum + (row.tally[index] ?? 0), 0))
}

/** "Cộng trang 1: 6 văn bản, 1 số đã rút" and the sums of columns under their columns, where anything was counted. */
export function totalCells(document: PrintDocument, words: string, sums: readonly number[]): readonly TotalCell[] {
  const said = document.tallies.flatMap((tally, index) => {
    const sum = sums[index] ?? 0
    return tally.column === null && (index === 0 || sum > 0) ? [`${sum} ${tally.unit}`] : []
  })
  const label = said.length > 0 ? `${words}: ${said.join(', ')}` : words
  const columns = document.tallies
    .flatMap((tally, index) => (tally.column === null ? [] : [{ at: tally.column, sum: sums[index] ?? 0 }]))
    .toSorted((a, b) => a.at - b.at)
  const cells: TotalCell[] = []
  let at = 0
  for (const column of columns) {
    cells.push({ text: cells.length === 0 ? label : '', span: column.at - at, align: 'left' })
    cells.push({ text: column.sum > 0 ? String(column.sum) : '', span: 1, align: 'center' })
    at = column.at + 1
  }
  const rest = document.columns.length - at
  if (rest > 0) cells.push({ text: cells.length === 0 ? label : '', span: rest, align: 'left' })
  return cells.filter((cell) => cell.span > 0)
}
