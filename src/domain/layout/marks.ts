import type { Secrecy, Urgency } from '../vocabulary/marks.ts'
import type { Cell } from './cells.ts'
import type { Reading } from './draft.ts'
import { reading } from './reading.ts'

const URGENCY: readonly (readonly [RegExp, Urgency])[] = [
  [/^hoa toc(?: hen gio.*)?$/, 'hoa-toc'],
  [/^thuong khan$/, 'thuong-khan'],
  [/^khan$/, 'khan']
]
const SECRECY: readonly (readonly [RegExp, Secrecy])[] = [
  [/^tuyet mat$/, 'tuyet-mat'],
  [/^toi mat$/, 'toi-mat'],
  [/^mat$/, 'mat']
]
/** "M Ậ T": letters set apart. */
const SPACED = /(?<![a-z])[a-z](?: [a-z])+(?![a-z])/g
const LABEL = /^do (?:khan|mat)\s*:\s*/

/** Dấu độ khẩn: a stamp stands alone in capitals; "Độ khẩn: Hỏa tốc" says it in words (domain.md §5.1). */
export function readUrgency(cells: readonly Cell[]): Reading<Urgency> | null {
  return readMark(cells, URGENCY, 'urgency-stamp')
}

/** Dấu độ mật. Never lowered by the program (M07): a line that is nothing but the mark counts wherever in the head it stands. */
export function readSecrecy(cells: readonly Cell[]): Reading<Secrecy> | null {
  return readMark(cells, SECRECY, 'secrecy-stamp')
}

export function isMark(cell: Cell): boolean {
  return readUrgency([cell]) !== null || readSecrecy([cell]) !== null
}

function readMark<T>(
  cells: readonly Cell[],
  marks: readonly (readonly [RegExp, T])[],
  rule: string
): Reading<T> | null {
  for (const cell of cells) {
    if (cell.text.length > 40) continue
    const said = LABEL.test(cell.folded)
    const text = cell.folded
      .replace(LABEL, '')
      .replace(/^[^a-z]+|[^a-z]+$/g, '')
      .replace(/\s+/g, ' ')
      .replace(SPACED, (word) => word.replaceAll(' ', ''))
    if (!said && !/^[^\p{L}]*\p{Lu}/u.test(cell.text)) continue
    for (const [pattern, value] of marks) if (pattern.test(text)) return reading(value, 'sure', cell, rule)
  }
  return null
}
