import type { PrintDocument, PrintRow } from '../print-document.ts'
import { sumsOf, type TotalCell, totalCells } from '../totals.ts'
import { SLACK, sheetSize } from './format.ts'
import { columnsHeight, headHeight, rowHeight, rowWithin, tailHeight, titleHeight, totalHeight } from './heights.ts'

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
  const rows = document.groups.reduce((sum, group) => sum + group.rows.length, 0)
  const space = spaceOf(document)
  let at = 0
  return document.groups.flatMap((group) =>
    group.rows.map((row, index): Chunk => {
      const before: SheetLine[] = index === 0 && group.title !== null ? [{ kind: 'title', text: group.title }] : []
      const after: SheetLine[] = []
      if (index === group.rows.length - 1 && group.total !== null) {
        after.push({ kind: 'total', cells: totalCells(document, group.total, sumsOf(document, group.rows)) })
      }
      const around = [...before, ...after].reduce((sum, line) => sum + lineHeight(document, line), 0)
      const [first, last] = [at === 0, at === rows - 1]
      at++
      const limit = space.room(first ? 0 : 1) - space.pageTotal - (last ? space.tail : 0) - around
      const lines: SheetLine[] = [...before, { kind: 'row', row: rowWithin(document, row, limit) }, ...after]
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

/** What a sheet has free for rows (the first of them under the head), and what its totals and the end take. */
type Space = Readonly<{ room(sheet: number): number; pageTotal: number; tail: number }>

function spaceOf(document: PrintDocument): Space {
  const sums = sumsOf(
    document,
    document.groups.flatMap((group) => group.rows)
  )
  const total = (words: string) => totalHeight(document, totalCells(document, words, sums))
  const carried = document.pageTotals ? total(carriedWords(999)) : 0
  const closing = document.closing === null ? 0 : total(document.closing)
  const free = sheetSize(document.landscape).height - columnsHeight(document) - SLACK
  const head = headHeight(document)
  return {
    room: (sheet) => free - (sheet === 0 ? head : carried),
    pageTotal: document.pageTotals ? total(pageWords(999)) : 0,
    tail: closing + tailHeight(document)
  }
}

function fill(document: PrintDocument, chunks: readonly Chunk[]): readonly (readonly Chunk[])[] {
  const { room, pageTotal, tail } = spaceOf(document)
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
  const fitsEnd = (height: number, sheet: number) => height + pageTotal + tail <= room(sheet)
  const last = sheets.at(-1) ?? []
  const endTotal = sheets.length > 1 ? pageTotal : 0
  if (used + endTotal + tail > room(sheets.length - 1) && last.length > 1) {
    const two = last.length > 2 && fitsEnd(heightOf(last.slice(-2)), sheets.length)
    sheets.push(last.splice(two ? -2 : -1))
  }
  keepTwo(sheets, (height) => fitsEnd(height, sheets.length - 1))
  return sheets
}

function heightOf(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.height, 0)
}

/** A last sheet of a single row takes another from the sheet before, where both and the signatures fit. */
function keepTwo(sheets: readonly Chunk[][], fits: (height: number) => boolean): void {
  const [last, before] = [sheets.at(-1), sheets.at(-2)]
  const moved = before?.at(-1)
  if (!last || !before || !moved || last.length > 1 || before.length < 2) return
  if (!fits(moved.height + heightOf(last))) return
  before.pop()
  last.unshift(moved)
}
