import { parseReference } from '../reference/parse-reference.ts'
import type { Reference } from '../reference/reference.ts'
import type { Cell } from './cells.ts'

/** "Số 221- CV/HU", "Số: 1187 /UBND-NN", "Nghị quyết số: 25/2022/UBTVQH15", "Luật số: 33/2024/QH15". */
const LABEL =
  /^(?:(?:nghi quyet|luat|bo luat|phap lenh|lenh|nghi dinh|quyet dinh)\s+)?s[o6]\s*[:.;,]{0,2}\s*(?=[^\p{Ll}\s]|[a-z]{0,2}\d)/u
/** The symbol ends where something else begins on the same line. */
const REFERENCE =
  /^(?:\d(?:\d|\s(?=\d{1,3}\s?[/-])){0,5}\s?\p{Ll}?|)\s*[-‐‑‒–—−/⁄]\s*\p{L}[\p{L}\d]*(?:\s?[-‐‑‒–—−/⁄_]\s?\p{L}[\p{L}\d]*)*|^\d{1,5}\/(?:19|20)\d\d\/\p{L}[\p{L}\d]*(?:\s?-\s?\p{L}[\p{L}\d]*)*/u

export type NumberLine = Readonly<{
  cell: Cell
  /** null: the number is left for the pen, or cannot be read. */
  reference: Reference | null
  start: number
  end: number
  /** A gap before the symbol is where a pen writes the number. */
  gap: boolean
}>

/** True for a cell that begins as a number line does and holds a symbol. */
export function isNumberLine(cell: Cell): boolean {
  return (
    LABEL.test(cell.folded) && /^\p{Lu}/u.test(cell.text) && /[/⁄-]\s?\p{L}/u.test(cell.text) && cell.text.length < 90
  )
}

/** Reads the number line of the head (M01). What is no number and symbol is no reference: the field stays empty. */
export function readNumberLine(cells: readonly Cell[]): NumberLine | null {
  const cell = cells.find(isNumberLine)
  if (!cell) return null
  const from = LABEL.exec(cell.folded)?.[0].length ?? 0
  const rest = cell.text.slice(from).replace(/[\u00a0\u202f]/g, ' ')
  const written = REFERENCE.exec(rest)?.[0] ?? ''
  const start = cell.start + from
  return {
    cell,
    reference: written === '' ? null : parseReference(written),
    start,
    end: written === '' ? cell.end : start + written.length,
    gap: /^\d+\s+[/⁄]/.test(written)
  }
}
