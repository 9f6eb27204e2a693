import type { PrintDocument, PrintRow } from '../print-document.ts'
import { sumsOf, type TotalCell, totalCells } from '../totals.ts'
import { SLACK, sheetSize } from './format.ts'
import { columnsHeight, headHeight, rowHeight, tailHeight, titleHeight, totalHeight } from './heights.ts'

export type SheetLine =
  | Readonly<{ kind: 'title'; text: string }>
  | Readonly<{ kind: 'row'; row: PrintRow }>
  | Readonly<{ kind: 'total'; cells: readonly TotalCell[] }>

export type Sheet = Readonly<{ number: number; lines: readonly SheetLine[]; first: boolean; last: boolean }>

/** Lines that stay on one sheet: a group's head with its first row, a last row with its group's total. */
type Chunk = Readonly<{ lines: readonly SheetLine[]; rows: readonly PrintRow[]; height: number }>

/**
 * Lays the rows out on sheets before anything is printed, so that each sheet can end with its own total and begin with
 * what is carried over, the same on every machine. The last two rows go with the signatures: no block stands alone.
 */
export function paginate(document: PrintDocument): readonly Sheet[] {
  const filled = fill(document, chunksOf(document))
  const all = filled.flat().flatMap((chunk) => chunk.rows)
  const single = filled.length === 1
  const before: PrintRow[] = []
  return filled.map((chunks, index): Sheet => {
    const last = index === filled.length - 1
    const lines: SheetLine[] = []
    const total = (words: string, rows: readonly PrintRow[]) =>
      lines.push({ kind: 'total', cells: totalCells(document, words, sumsOf(document, rows)) })
    if (document.pageTotals && index > 0) total(carriedWords(index), before)
    lines.push(...chunks.flatMap((chunk) => chunk.lines))
    const own = chunks.flatMap((chunk) => chunk.rows)
    before.push(...own)
    if (document.pageTotals && !single) total(pageWords(index + 1), own)
    if (last && document.closing !== null && all.length > 0) total(document.closing, all)
    return { number: index + 1, lines, first: index === 0, last }
  })
}

function pageWords(sheet: number): string {
  return `Cộng trang ${sheet}`
}

function carriedWords(sheet: number): string {
  return sheet === 1 ? 'Trang 1 chuyển sang' : `Trang 1 đến ${sheet} chuyển sang`
}

function chunksOf(document: PrintDocument): readonly Chunk[] {
  return document.groups.flatMap((group) =>
    group.rows.map((row, index): Chunk => {
      const lines: SheetLine[] = []
      if (index === 0 && group.title !== null) lines.push({ kind: 'title', text: group.title })
      lines.push({ kind: 'row', row })
      if (index === group.rows.length - 1 && group.total !== null) {
        lines.push({ kind: 'total', cells: totalCells(document, group.total, sumsOf(document, group.rows)) })
      }
      const height = lines.reduce((sum, line) => sum + lineHeight(document, line), 0)
      return { lines, rows: [row], height }
    })
  )
}

function lineHeight(document: PrintDocument, line: SheetLine): number {
  switch (line.kind) {
    case 'title':
      return titleHeight(document, line.text)
    case 'row':
      return rowHeight(document, line.row)
    case 'total':
      return totalHeight(document, line.cells)
  }
}

function fill(document: PrintDocument, chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const sums = sumsOf(
    document,
    chunks.flatMap((chunk) => chunk.rows)
  )
  const total = (words: string) => totalHeight(document, totalCells(document, words, sums))
  const pageTotal = document.pageTotals ? total(pageWords(999)) : 0
  const carried = document.pageTotals ? total(carriedWords(999)) : 0
  const closing = document.closing === null ? 0 : total(document.closing)
  const free = sheetSize(document.landscape).height - columnsHeight(document) - SLACK
  const head = headHeight(document)
  const room = (sheet: number) => free - (sheet === 0 ? head : carried)
  const tail = closing + tailHeight(document)

  const sheets: Chunk[][] = [[]]
  let used = 0
  for (const chunk of chunks) {
    const current = sheets.at(-1) ?? []
    if (current.length > 0 && used + chunk.height + pageTotal > room(sheets.length - 1)) {
      sheets.push([chunk])
      used = chunk.height
    } else {
      current.push(chunk)
      used += chunk.height
    }
  }
  const last = sheets.at(-1) ?? []
  const endTotal = sheets.length > 1 ? pageTotal : 0
  if (used + endTotal + tail > room(sheets.length - 1) && last.length > 1) {
    sheets.push(last.splice(Math.max(1, last.length - 2)))
  }
  keepTwo(sheets, (height) => height + pageTotal + tail <= room(sheets.length - 1))
  return sheets
}

/** A last sheet of a single row takes another from the sheet before, where both and the signatures fit. */
function keepTwo(sheets: readonly Chunk[][], fits: (height: number) => boolean): void {
  const [last, before] = [sheets.at(-1), sheets.at(-2)]
  const moved = before?.at(-1)
  if (!last || !before || !moved || last.length > 1 || before.length < 2) return
  if (!fits(moved.height + last.reduce((sum, chunk) => sum + chunk.height, 0))) return
  before.pop()
  last.unshift(moved)
}
