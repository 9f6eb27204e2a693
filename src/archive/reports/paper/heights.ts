import type { PrintCell, PrintDocument, PrintRow } from '../print-document.ts'
import type { TotalCell } from '../totals.ts'
import { CHART, chartHeight } from './chart-size.ts'
import { countLines } from './count-lines.ts'
import type { FaceName } from './font-files.ts'
import { measureWith } from './font-metrics.ts'
import { CELL, GAP, mm, SEAL, SIGN_SPACE, sheetSize, TYPE } from './format.ts'
import { shortenTo } from './shorten.ts'

type Size = Readonly<{ pt: number; line: number }>

/** Height of a block of text of a width, mm. */
function textHeight(text: string, width: number, face: FaceName, size: Size): number {
  return countLines(text, width / mm(size.pt), measureWith(face)) * mm(size.line)
}

function cellHeight(text: string, width: number, face: FaceName): number {
  return textHeight(text, width - 2 * CELL.padX - CELL.border, face, TYPE.table) + 2 * CELL.padY + CELL.border
}

export function rowHeight(document: PrintDocument, row: PrintRow): number {
  const heights = row.cells.map((cell, index) =>
    cellHeight(wordsOf(cell), document.columns[index]?.mm ?? 0, cell.strong || cell.lead ? 'bold' : 'regular')
  )
  return Math.max(document.rowMm ?? 0, ...heights)
}

const CUT_ROW = ' … (xem văn bản)'

/** The row as it fits a height: a cell that would take more says its beginning and where the rest stands. */
export function rowWithin(document: PrintDocument, row: PrintRow, limit: number): PrintRow {
  if (rowHeight(document, row) <= limit) return row
  const lines = Math.max(1, Math.floor((limit - 2 * CELL.padY - CELL.border) / mm(TYPE.table.line)))
  const cells = row.cells.map((cell, index): PrintCell => {
    const width = ((document.columns[index]?.mm ?? 0) - 2 * CELL.padX - CELL.border) / mm(TYPE.table.pt)
    const measure = measureWith(cell.strong || cell.lead ? 'bold' : 'regular')
    const lead = cell.lead ? countLines(cell.lead, width, measure) : 0
    const text = shortenTo(cell.text, Math.max(1, lines - lead), width, measure, CUT_ROW)
    return text === cell.text ? cell : { ...cell, text }
  })
  return { ...row, cells }
}

export function wordsOf(cell: PrintCell): string {
  return cell.lead ? `${cell.lead} ${cell.text}`.trim() : cell.text
}

/** A group's head, over all columns. */
export function titleHeight(document: PrintDocument, title: string): number {
  return cellHeight(title, sheetSize(document.landscape).width, 'bold')
}

export function totalHeight(document: PrintDocument, cells: readonly TotalCell[]): number {
  let at = 0
  const heights = cells.map((cell) => {
    const width = document.columns.slice(at, at + cell.span).reduce((sum, column) => sum + column.mm, 0)
    at += cell.span
    return cellHeight(cell.text, width, 'bold')
  })
  return Math.max(0, ...heights)
}

/** The heads of the columns, on every sheet. */
export function columnsHeight(document: PrintDocument): number {
  const heads = Math.max(...document.columns.map((column) => cellHeight(column.title, column.mm, 'bold')))
  return heads + (document.numbered ? mm(TYPE.number.line) + 0.6 + CELL.border : 0)
}

/** Office, title and lines above the table of the first sheet. */
export function headHeight(document: PrintDocument): number {
  const { width } = sheetSize(document.landscape)
  const half = width / 2
  const left =
    textHeight(document.head.parent, half, 'regular', TYPE.body) +
    textHeight(document.head.issuer, half, 'bold', TYPE.body) +
    mm(TYPE.body.line)
  const title = textHeight(document.title.toLocaleUpperCase('vi'), width, 'bold', TYPE.title)
  const lines = document.lines.reduce((sum, line) => sum + textHeight(line, width, 'italic', TYPE.body), 0)
  const chart = document.chart === null ? 0 : chartHeight(document.chart) + CHART.below
  return left + GAP.head + title + lines + GAP.lines + chart + textsHeight(document.preface, width)
}

/** Paragraphs, each with a little place above, and a place around them all. */
function textsHeight(texts: readonly string[], width: number): number {
  const height = texts.reduce((sum, text) => sum + GAP.text + textHeight(text, width, 'regular', TYPE.body), 0)
  return texts.length > 0 ? height + 2 * GAP.notes : 0
}

/** Notes and signatures under the last row. */
export function tailHeight(document: PrintDocument): number {
  const { width } = sheetSize(document.landscape)
  const notes = document.footnotes.reduce((sum, note) => sum + textHeight(note, width, 'italic', TYPE.note), 0)
  const placed = document.signatures.some((one) => one.place !== null)
  const signs = document.signatures.map(
    (one) =>
      (placed ? mm(TYPE.body.line) : 0) +
      textHeight(one.title, width / 2, 'bold', TYPE.body) +
      mm(TYPE.body.line) +
      SIGN_SPACE +
      mm(TYPE.body.line)
  )
  const texts = textsHeight(document.afterword, width)
  const seal = document.seal === null ? 0 : SEAL.size + SEAL.above
  return (
    texts + (notes > 0 ? GAP.notes + notes : 0) + (signs.length > 0 ? GAP.signatures + Math.max(...signs) : 0) + seal
  )
}
