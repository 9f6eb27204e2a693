import { recipientsIn } from '../recipients/parse-recipients.ts'
import type { RecipientLine } from '../recipients/recipient.ts'
import { isListItem } from '../recipients/split-items.ts'
import type { Cell } from './cells.ts'
import { editDistance } from './titles.ts'

const LABEL = /^\s*kinh (?:gui|trinh)\s*[:.;]?\s*/
const NEAR_LABEL = /^([a-z]\S{1,5} ?\S{2,6}) ?: */
/** Label and how many of its letters may be misread: "Kinh phí" is two letters from "Kính gửi". */
const NAMES: readonly (readonly [string, number])[] = [
  ['kinh gui', 1],
  ['kinh trinh', 2]
]
const MAX_LINES = 60
const FULL = 0.8

export type Addressees = Readonly<{ label: Cell; lines: readonly RecipientLine[]; cells: readonly Cell[] }>

/** True for the line "Kính gửi" or "Kính trình" of the head; in a sentence ("kính trình Ban Thường vụ xem xét") it is none. */
export function isAddressLabel(cell: Cell): boolean {
  const label = labelOf(cell)
  return (
    label.includes(':') ||
    (label !== '' && (label.length >= cell.folded.length || /^[-–]/.test(cell.text.slice(label.length))))
  )
}

/** The label itself, "Kính gởi :" and one with a letter or two misread too; empty where there is none. */
function labelOf(cell: Cell): string {
  if (!/^[\s\p{P}\p{S}]{0,3}\p{Lu}/u.test(cell.text)) return ''
  const exact = LABEL.exec(cell.folded)?.[0]
  if (exact !== undefined) return exact
  const near = NEAR_LABEL.exec(cell.folded)
  const word = near?.[1] ?? ''
  return near && NAMES.some(([name, slips]) => editDistance(word, name, 3) <= slips) ? near[0] : ''
}

/** "Kính gửi": the items on its line and under it, up to the first paragraph of the text. */
export function readAddressees(text: string, cells: readonly Cell[], label: Cell): Addressees {
  const skip = labelOf(label).length
  const own: Cell[] = []
  if (skip < label.text.length) {
    own.push({ ...label, start: label.start + skip, text: label.text.slice(skip), folded: label.folded.slice(skip) })
  }
  const below = cells.slice(cells.indexOf(label) + 1)
  const width = lineWidth(below.slice(0, 30))
  for (const cell of below) {
    if (own.length >= MAX_LINES || !belongs(own, cell, label, width)) break
    own.push(cell)
  }
  const rest = own.filter((cell) => cell.column === 0 || cell.line === label.line)
  return { label, lines: recipientsIn(text, rest, 'addressees'), cells: [label, ...own] }
}

function belongs(own: readonly Cell[], cell: Cell, label: Cell, width: number): boolean {
  const last = own.at(-1)
  if (!last) return isListItem(cell) || cell.text.length < 120
  const dashed = own.some(isListItem)
  if (isListItem(cell)) return dashed && !(cell.afterBlank && /\.\s*$/.test(last.text))
  if (cell.afterBlank || /[.:]\s*$/.test(last.text)) return false
  if (/^\p{Ll}/u.test(cell.text) || /\([^)]*$/.test(last.text)) return true
  if (cell.text.length >= 120) return false
  if (/[;,]\s*$/.test(last.text)) return !dashed
  return cell.indent > label.indent + 3 || last.indent + last.text.length >= width * FULL
}

/** How wide the lines of the text are set: a line much shorter was not broken for want of room. */
function lineWidth(cells: readonly Cell[]): number {
  return Math.max(60, ...cells.map((cell) => cell.indent + cell.text.length))
}
