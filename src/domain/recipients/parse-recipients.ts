import { type Cell, cellsBetween } from '../layout/cells.ts'
import { readRecipientLine } from './read-recipient-line.ts'
import type { RecipientLine } from './recipient.ts'
import { type Item, partItem, toItems } from './split-items.ts'

/** The recipients in a block of the document text that holds nothing else: the lines after "Nơi nhận:" or "Kính gửi:". */
export function parseRecipients(text: string, from: number, to: number, rule: string): readonly RecipientLine[] {
  const before = text.slice(0, from).split('\f').length - 1
  return recipientsIn(
    text,
    cellsBetween(text, from, to).map((cell) => ({ ...cell, page: cell.page + before })),
    rule
  )
}

/** The recipients in cells, which need not follow on each other: a signature may stand between them. */
export function recipientsIn(text: string, cells: readonly Cell[], rule: string): readonly RecipientLine[] {
  return toItems(cells).flatMap((item) => linesOf(text, item, rule))
}

function linesOf(text: string, item: Item, rule: string): readonly RecipientLine[] {
  const lines: RecipientLine[] = []
  const joined = item.map((span) => text.slice(span.start, span.end)).join(' ')
  for (const part of partItem(joined, { start: 0, end: joined.length })) {
    const start = placeOf(item, part.start)
    const end = placeOf(item, part.end)
    const line = readRecipientLine(joined.slice(part.start, part.end), {
      page: start.page,
      start: start.at,
      end: end.at,
      rule
    })
    // A letter by itself is dirt beside the list.
    if (/\p{L}.*\p{L}/u.test(line.text)) lines.push(line)
  }
  return lines
}

/** Where a letter of the joined lines stands in the text. */
function placeOf(item: Item, at: number): { at: number; page: number } {
  let left = at
  for (const span of item) {
    const length = span.end - span.start
    if (left <= length) return { at: span.start + left, page: span.page }
    left -= length + 1
  }
  return { at: item.at(-1)?.end ?? 0, page: item.at(-1)?.page ?? 1 }
}
