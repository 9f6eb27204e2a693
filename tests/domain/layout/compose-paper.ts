import type { PageText } from '#domain/text/page-text.ts'
import { splitPages } from '#domain/text/page-text.ts'

/** A paper by its zones, each a list of lines. */
export type Paper = Readonly<{
  /** Left of the head: bodies, star, number, "V/v …", marks. */
  left: readonly string[]
  /** Right of the head: title, motto, place and date. */
  right: readonly string[]
  /** Type, subject, rule line. */
  heading: readonly string[]
  addressed: readonly string[]
  body: readonly string[]
  recipients: readonly string[]
  signature: readonly string[]
}>

const EMPTY: Paper = { left: [], right: [], heading: [], addressed: [], body: [], recipients: [], signature: [] }

export function paper(zones: Partial<Paper>): Paper {
  return {
    ...EMPTY,
    body: ['Nội dung của văn bản được viết ở đây để có một đoạn đủ dài như trong một văn bản thật, có dấu chấm.'],
    ...zones
  }
}

/** How text extractors give two columns (domain.md §5: reading order is not zone order). */
export const LAYOUTS = {
  'left block, then right': (paper: Paper) =>
    join(paper, stacked(paper.left, paper.right), stacked(paper.recipients, ['', ...paper.signature])),
  'right block, then left': (paper: Paper) =>
    join(paper, stacked(paper.right, paper.left), stacked(['', ...paper.signature, ''], paper.recipients)),
  'left block, blank, right': (paper: Paper) =>
    join(
      paper,
      stacked(paper.left, ['', ...paper.right]),
      stacked(paper.recipients, ['', '', ...spread(paper.signature)])
    ),
  'side by side, parted by spaces': (paper: Paper) =>
    join(paper, beside(paper.left, paper.right, ' '), beside(paper.recipients, spread(paper.signature), ' ')),
  'side by side, parted by tabs': (paper: Paper) =>
    join(paper, beside(paper.left, paper.right, '\t'), beside(paper.recipients, spread(paper.signature), '\t')),
  'side by side, two spaces apart': (paper: Paper) =>
    join(paper, beside(paper.left, paper.right, '  '), stacked(paper.recipients, ['', ...paper.signature])),
  'line by line between each other': (paper: Paper) =>
    join(paper, woven(paper.left, paper.right), woven(paper.recipients, paper.signature))
} as const satisfies Record<string, (paper: Paper) => string>

export type Layout = keyof typeof LAYOUTS

export function composed(content: Paper, layout: Layout): readonly PageText[] {
  return splitPages(LAYOUTS[layout](content).normalize('NFC'))
}

function join(paper: Paper, head: readonly string[], foot: readonly string[]): string {
  const parts = [head, paper.heading, paper.addressed, paper.body, foot].filter((part) => part.length > 0)
  return parts.map((part) => part.join('\n')).join('\n\n')
}

function stacked(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...first, ...second]
}

function beside(left: readonly string[], right: readonly string[], gap: ' ' | '  ' | '\t'): readonly string[] {
  const width = Math.max(...left.map((line) => line.length), 20) + 6
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const [first, second] = [left[at] ?? '', right[at] ?? '']
    if (gap !== ' ') return second === '' ? first : `${first}${gap}${second}`
    return second === '' ? first : first.padEnd(width) + second
  })
}

function woven(left: readonly string[], right: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [left[at], right[at]])
    .flat()
    .filter((line) => line !== undefined)
}

/** A signature leaves room for the seal above the name. */
function spread(signature: readonly string[]): readonly string[] {
  const name = signature.at(-1)
  return name === undefined ? [] : [...signature.slice(0, -1), '', '', name]
}
