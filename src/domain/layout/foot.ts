import { recipientsIn } from '../recipients/parse-recipients.ts'
import type { RecipientLine } from '../recipients/recipient.ts'
import { closingMark, goesOn, isListItem } from '../recipients/split-items.ts'
import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import type { Certainty } from './reading.ts'
import { isCapacity, isName, isPersonName, readSignature, type Signature } from './signature.ts'
import { editDistance } from './titles.ts'

const LABEL = 'noi nhan'
const FILE_COPY = /^[^a-z]*luu(?![a-z])/
const MAX_LINES = 80
const BEFORE_LABEL = 8

export type Foot = Readonly<{ recipients: readonly RecipientLine[]; signature: Signature; cells: readonly Cell[] }>

/**
 * Nơi nhận and the signature, which stand side by side, one after the other in either order, or line by line between each
 * other. An annex with a foot of its own does not count: the first is the document's.
 */
export function readFoot(text: string, cells: readonly Cell[], certainty: Certainty): Foot {
  const at = cells.findIndex((cell, index) => isLabel(cell) && isFollowedByItems(cells, index))
  const label = cells[at]
  if (!label) {
    const signature = readSignature(lastSignature(cells), certainty)
    return { recipients: [], signature, cells: signature.cells }
  }
  const zone = cells.slice(at + 1).filter((cell) => cell.line - label.line <= MAX_LINES)
  const items = recipientCells(label, zone)
  const lastLine = items.at(-1)?.line ?? label.line
  const above = cells.slice(Math.max(0, at - BEFORE_LABEL), at).filter((cell) => cell.line >= label.line - BEFORE_LABEL)
  const inItems = new Set(items)
  const below = zone.filter((cell) => !inItems.has(cell) && cell.line - lastLine <= 20)
  let signature = readSignature(below, certainty)
  if (!signature.authority && !signature.title) {
    const before = readSignature(
      [...above, ...below].filter((cell) => cell.column > 0 || !isListItem(cell)),
      certainty
    )
    if (before.title || before.authority) signature = before
  }
  return {
    recipients: recipientsIn(text, items, 'recipients'),
    signature,
    cells: [label, ...items, ...signature.cells]
  }
}

/** "Nơi nhận", also with a letter or two misread. */
function isLabel(cell: Cell): boolean {
  if (cell.text.length > 14) return false
  const letters = cell.folded.replace(/[^a-z ]/g, '').trim()
  return letters === LABEL || editDistance(letters, LABEL, 3) <= 2
}

function isFollowedByItems(cells: readonly Cell[], at: number): boolean {
  return cells.slice(at + 1, at + 8).some(isListItem) || cells[at + 1]?.line === cells[at]?.line
}

/** The cells of the list: dashes and the lines that go on with them, signature and strays left out. */
function recipientCells(label: Cell, zone: readonly Cell[]): readonly Cell[] {
  const items: Cell[] = []
  const closing = closingMark(zone.filter((cell) => cell.column === 0))
  let filed = false
  let foreign = 0
  for (const cell of zone) {
    const last = items.at(-1)
    if (last && isLabel(cell)) break
    if (isListItem(cell) && (cell.column === 0 || cell.line === label.line)) {
      if (filed && (cell.afterBlank || cell.line - (last?.line ?? cell.line) > 2)) break
      if (last && cell.line - last.line > 14) break
      items.push(cell)
      filed ||= FILE_COPY.test(cell.folded)
      continue
    }
    if (cell.column > 0 && cell.line !== label.line) continue
    if (isCapacity(cell) || (isPersonName(cell.text) && cell.text.length > 8)) continue
    if (!last) {
      if (cell.line === label.line && /\p{L}{3}/u.test(cell.text) && !isCapitals(cell.text)) items.push(cell)
      continue
    }
    const near =
      cell.line - last.line <= (cell.afterBlank && /^\p{Lu}/u.test(cell.text) && !/^va /.test(cell.folded) ? 0 : 2)
    const continues = near && !isSpeck(cell) && !isAnnexName(cell) && goesOn(last, cell, closing)
    if (continues) items.push(cell)
    else if (!isName(cell.text) && ++foreign > 6) break
  }
  return items
}

/** A letter or two beside a list are dirt on the glass, unless they close a bracket. */
function isSpeck(cell: Cell): boolean {
  return (cell.text.match(/[\p{L}\d]/gu)?.length ?? 0) < 3 && !/[()]/.test(cell.text)
}

function isAnnexName(cell: Cell): boolean {
  return isName(cell.text) && cell.indent > 30
}

/** Without Nơi nhận: the first capacity of the last third of the document, after which a name stands. */
function lastSignature(cells: readonly Cell[]): readonly Cell[] {
  for (let at = Math.min(3, cells.length); at < cells.length; at++) {
    const cell = cells[at]
    if (!cell || !isCapacity(cell)) continue
    const rest = cells.slice(at, at + 14)
    if (rest.some((other) => isName(other.text) && other.line - cell.line <= 14)) return rest
  }
  return []
}
