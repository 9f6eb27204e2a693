import { countLines } from '../paper/count-lines.ts'
import type { FaceName } from '../paper/font-files.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { CELL, mm, TYPE } from '../paper/format.ts'
import { FORM_LEADING, FORM_SIGNS, type FormBlock, type FormLine, type FormPaper, innerWidth } from './form.ts'

/** Height of a line where a sheet is cut, with the free place around it. */
export const CUT_MM = 9

/** Height of what stands on a form, mm: no less than the browser and the word processor make of it. */
export function formHeight(blocks: readonly FormBlock[], paper: FormPaper): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block, innerWidth(paper)), 0)
}

function blockHeight(block: FormBlock, width: number): number {
  switch (block.kind) {
    case 'lines':
      return linesHeight(block.lines, width)
    case 'columns':
      return Math.max(block.least ?? 0, ...block.parts.map((part) => linesHeight(part.lines, part.mm)))
    case 'table':
      return [block.columns.map((column) => column.title), ...block.rows].reduce(
        (sum, row, index) => sum + tableRowHeight(block.columns, row, index === 0),
        0
      )
    case 'cut':
      return CUT_MM
    case 'frame':
      return block.high
    case 'grid':
      return Math.ceil(block.fields.length / block.across) * block.field.height
    case 'space':
      return block.mm
  }
}

export function linesHeight(lines: readonly FormLine[], width: number): number {
  return lines.reduce((sum, line) => sum + lineHeight(line, width), 0)
}

export function lineHeight(line: FormLine, width: number): number {
  const signs = line.signs ?? FORM_SIGNS
  const text = line.runs.map((run) => run.text).join('')
  const face: FaceName = line.runs.some((run) => run.bold) ? 'bold' : 'regular'
  return (line.before ?? 0) + countLines(text, width / mm(signs), measureWith(face)) * mm(signs * FORM_LEADING)
}

export function tableRowHeight(
  columns: Extract<FormBlock, { kind: 'table' }>['columns'],
  cells: readonly string[],
  head = false
): number {
  const heights = columns.map((column, index) => {
    const width = (column.mm - 2 * CELL.padX - CELL.border) / mm(TYPE.table.pt)
    return countLines(cells[index] ?? '', width, measureWith(head ? 'bold' : 'regular'))
  })
  return Math.max(...heights) * mm(TYPE.table.line) + 2 * CELL.padY + CELL.border
}
