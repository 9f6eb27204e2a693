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
const CLOSED = /[;.,]\s*$/
const MAX_LINES = 80
const BEFORE_LABEL = 8

export type Foot = Readonly<{ recipients: readonly RecipientLine[]; signature: Signature; cells: readonly Cell[] }>

/**
 * Nơi nhận and the signature, which stand side by side, one after the other in either order, or line by line between each
 * other. An annex with a foot of its own does not count: the first is the document's.
 */
export function readFoot(text: string, cells: readonly Cell[], certainty: Certainty): Foot {
  const at = cells.findIndex((_, index) => isRecipientsLabel(cells, index))
  const label = cells[at]
  if (!label) {
    const signature = readSignature(lastSignature(cells), certainty)
    const items = unlabelledItems(cells)
    return {
      recipients: recipientsIn(text, items, 'recipients-unlabelled'),
      signature,
      cells: [...items, ...signature.cells]
    }
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

/** "Nơi nhận:" with its list under it or beside it; "Điều 3. Nơi nhận báo cáo" has none. */
export function isRecipientsLabel(cells: readonly Cell[], at: number): boolean {
  const cell = cells[at]
  if (!cell || !isLabel(cell)) return false
  const next = cells.slice(at + 1, at + 12)
  return (
    next.slice(0, 7).some(isListItem) ||
    next[0]?.line === cell.line ||
    next.some((other) => FILE_COPY.test(other.folded))
  )
}

/** Where the label was lost: the dashes above the last "Lưu …", at least three of them. */
function unlabelledItems(cells: readonly Cell[]): readonly Cell[] {
  const end = cells.findIndex((cell) => isListItem(cell) && FILE_COPY.test(cell.folded))
  const items: Cell[] = []
  for (const cell of cells.slice(0, end + 1).toReversed()) {
    const below = items[0]
    if (cell.column > 0 || (below && below.line - cell.line > 3)) continue
    if (isListItem(cell) && cell.text.length < 90) items.unshift(cell)
    else if (!isCapacity(cell) && !(below && goesOn(cell, below, CLOSED))) break
  }
  return items.length >= 3 ? items : []
}

/** The cells of the list: dashes and the lines that go on with them, signature and strays left out. */
function recipientCells(label: Cell, zone: readonly Cell[]): readonly Cell[] {
  const items: Cell[] = []
  const dashed = zone.slice(0, 12).some(isListItem)
  const closing = closingMark(zone.filter((cell) => cell.column === 0))
  let filed = false
  let foreign = 0
  for (const cell of zone) {
    const last = items.at(-1)
    if (last && isLabel(cell)) break
    if (
      (isListItem(cell) || (!dashed && isPlainItem(cell, last, label))) &&
      (cell.column === 0 || cell.line === label.line)
    ) {
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

/** A list without dashes: lines that follow on each other, none of them a capacity or a name, up to what is filed. */
function isPlainItem(cell: Cell, last: Cell | undefined, label: Cell): boolean {
  if (isCapacity(cell) || isPersonName(cell.text) || cell.text.length > 90) return false
  if (last && FILE_COPY.test(last.folded)) return false
  return cell.line - (last ?? label).line <= 2 && (!last || !goesOn(last, cell, CLOSED))
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
