import { recipientsIn } from '../recipients/parse-recipients.ts'
import type { RecipientLine } from '../recipients/recipient.ts'
import { isListItem } from '../recipients/split-items.ts'
import type { Cell } from './cells.ts'

const LABEL = /^\s*kinh (?:gui|trinh)\s*[:.;]?\s*/
const MAX_LINES = 60

export type Addressees = Readonly<{ label: Cell; lines: readonly RecipientLine[]; cells: readonly Cell[] }>

/** True for the line "Kính gửi" or "Kính trình" of the head; in a sentence ("kính trình Ban Thường vụ xem xét") it is none. */
export function isAddressLabel(cell: Cell): boolean {
  const label = LABEL.exec(cell.folded)?.[0]
  if (label === undefined || !/^K/.test(cell.text)) return false
  return label.includes(':') || label.length >= cell.folded.length || /^[-–]/.test(cell.text.slice(label.length))
}

/** "Kính gửi": the items on its line and under it, up to the first paragraph of the text. */
export function readAddressees(text: string, cells: readonly Cell[], label: Cell): Addressees {
  const skip = LABEL.exec(label.folded)?.[0].length ?? 0
  const own: Cell[] = []
  if (skip < label.text.length) {
    own.push({ ...label, start: label.start + skip, text: label.text.slice(skip), folded: label.folded.slice(skip) })
  }
  for (const cell of cells.slice(cells.indexOf(label) + 1)) {
    if (own.length >= MAX_LINES || !belongs(own, cell)) break
    own.push(cell)
  }
  const rest = own.filter((cell) => cell.column === 0 || cell.line === label.line)
  return { label, lines: recipientsIn(text, rest, 'addressees'), cells: [label, ...own] }
}

function belongs(own: readonly Cell[], cell: Cell): boolean {
  const last = own.at(-1)
  if (!last) return isListItem(cell) || cell.text.length < 120
  const dashed = own.some(isListItem)
  if (isListItem(cell)) return dashed && !(cell.afterBlank && /\.\s*$/.test(last.text))
  if (cell.afterBlank || /[.:]\s*$/.test(last.text)) return false
  if (/^\p{Ll}/u.test(cell.text)) return true
  return dashed
    ? !/[;,]\s*$/.test(last.text) && cell.text.length < 100
    : cell.text.length < 110 && !/[:]$/.test(cell.text)
}
