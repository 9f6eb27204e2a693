import type { Cell } from '../layout/cells.ts'
import type { Span } from '../text/span.ts'

const DASH = /^[-‐‑‒–—−~¬+•*]+(?:\s*|(?=\p{L}))/u
const FILE_COPY = /^luu(?![a-z])/
/** A stretch of the text that is one item: its lines, in order. */
export type Item = readonly (Span & Readonly<{ page: number }>)[]

/** True for a cell that begins with the dash of a list. */
export function isListItem(cell: Cell): boolean {
  return DASH.test(cell.text) && /\p{L}/u.test(cell.text)
}

/**
 * The items of a list of recipients: a dash begins an item; a line without one goes on with the item before it unless that
 * item was closed. A list without dashes is parted by its lines' punctuation.
 */
export function toItems(cells: readonly Cell[]): readonly Item[] {
  const dashed = cells.some(isListItem)
  const closing = closingMark(cells)
  const items: (Span & { page: number })[][] = []
  let before: Cell | null = null
  for (const cell of cells) {
    const dash = DASH.exec(cell.text)?.[0].length ?? 0
    const span = { start: cell.start + (isListItem(cell) ? dash : 0), end: cell.end, page: cell.page }
    const open = items.at(-1)
    if (!open || !before || (isListItem(cell) && dashed)) items.push([span])
    else if (goesOn(before, cell, closing)) open.push(span)
    else if (!dashed) items.push([span])
    else break
    before = cell
  }
  return items
}

/** What closes the items of a list: where most end in ";", a comma at the end of a line closes nothing. */
export function closingMark(cells: readonly Cell[]): RegExp {
  let semicolons = 0
  let commas = 0
  for (const [at, cell] of cells.entries()) {
    if (!isListItem(cells[at + 1] ?? cell)) continue
    if (/;\s*$/.test(cell.text)) semicolons++
    else if (/,\s*$/.test(cell.text)) commas++
  }
  return semicolons > commas ? /[;.]\s*$/ : /[;.,]\s*$/
}

/**
 * True when a line without a dash goes on with the line before it: an open bracket, a small letter ("đảng đoàn, / đảng uỷ
 * trực thuộc"), or a line that was not closed. After what is filed a new line is no recipient.
 */
export function goesOn(before: Cell, cell: Cell, closing: RegExp): boolean {
  if (/\([^)]*$/.test(before.text)) return true
  const filed = FILE_COPY.test(before.folded.replace(/^[^a-z]+/, ''))
  if (/^[\p{Ll}(]/u.test(cell.text)) return !(filed && /[.;]\s*$/.test(before.text))
  if (/^va /.test(cell.folded)) return true
  return !filed && !closing.test(before.text)
}

/**
 * Parts an item where it names several recipients: at ";", at a dash after a separator, and between parts that each have a
 * note of their own ("A (b/c), B (b/c)"). Never inside brackets; a file copy stays whole.
 */
export function partItem(text: string, span: Span): readonly Span[] {
  const content = text.slice(span.start, span.end)
  if (/^l[uư]u(?!\p{L})/iu.test(content)) return [span]
  const parts: Span[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < content.length; at++) {
    const letter = content[at] ?? ''
    if (letter === '(') depth++
    else if (letter === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const rest = content.slice(at + 1)
    const cut =
      letter === ';' && /\p{L}/u.test(rest)
        ? 1
        : /[,;.]/.test(letter) && /^\s*[-–~¬+]\s*\p{Lu}/u.test(rest)
          ? (/^\s*[-–~¬+]\s*/u.exec(rest)?.[0].length ?? 0) + 1
          : letter === ',' &&
              /\)\s*$/.test(content.slice(from, at)) &&
              /\([^()]*\)[\s.,;]*$/.test(rest) &&
              /^\s*\p{Lu}/u.test(rest)
            ? 1
            : 0
    if (cut === 0) continue
    parts.push({ start: span.start + from, end: span.start + at })
    from = at + cut
    at = from - 1
  }
  parts.push({ start: span.start + from, end: span.end })
  return parts
}
