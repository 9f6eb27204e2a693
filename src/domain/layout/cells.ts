import { fold } from '../text/fold.ts'
import { joinPages, PAGE_BREAK, type PageText, pageOffsets } from '../text/page-text.ts'
import { splitJoined } from './joined-columns.ts'
import { withoutMarkup } from './markup.ts'

/**
 * A stretch of one line that stands by itself: columns side by side are parted by four or more spaces or a tab.
 * Offsets count in the document text.
 */
export type Cell = Readonly<{
  start: number
  end: number
  page: number
  /** Number of its line in the document, blank lines counted. */
  line: number
  /** Letters before it on its line. */
  indent: number
  /** 0 for the first cell of its line. */
  column: number
  text: string
  /** `text` folded: same length. */
  folded: string
  /** A blank line or a page break stands before its line. */
  afterBlank: boolean
  /** It was parted from its neighbour by its words, not by space: an OCR engine ran two columns together. */
  joined: boolean
}>

export type Sheet = Readonly<{ text: string; folded: string; cells: readonly Cell[] }>

const CELL = /[^\s](?:(?![ \u00a0]{4}|\t)[^\n\f])*/g

/** Lays the pages out as cells in the order of the text. */
export function layOut(pages: readonly PageText[]): Sheet {
  const text = withoutMarkup(joinPages(pages))
  const folded = fold(text)
  const cells: Cell[] = []
  const offsets = pageOffsets(pages)
  let line = 0
  for (const [index, page] of pages.entries()) {
    const offset = offsets[index] ?? 0
    let afterBlank = true
    let at = 0
    while (at <= page.text.length) {
      const next = page.text.indexOf('\n', at)
      const end = next < 0 ? page.text.length : next
      const found = cellsOfLine(text, folded, offset + at, offset + end, { page: index + 1, line, afterBlank })
      for (const cell of found) cells.push(cell)
      afterBlank = found.length === 0
      line++
      at = end + 1
    }
  }
  return { text, folded, cells }
}

/** The cells of a stretch of the document text: whole lines. Pages are counted from the stretch's first. */
export function cellsBetween(text: string, from: number, to: number): readonly Cell[] {
  const folded = fold(text.slice(from, to))
  const cells: Cell[] = []
  let at = from
  let line = 0
  for (const [index, page] of text.slice(from, to).split(PAGE_BREAK).entries()) {
    let afterBlank = index > 0
    for (const content of page.split('\n')) {
      const found = cellsOfLine(text, folded, at, at + content.length, { page: index + 1, line, afterBlank }, from)
      for (const cell of found) cells.push(cell)
      afterBlank = found.length === 0
      at += content.length + 1
      line++
    }
  }
  return cells
}

function cellsOfLine(
  text: string,
  folded: string,
  start: number,
  end: number,
  place: Pick<Cell, 'page' | 'line' | 'afterBlank'>,
  foldedFrom = 0
): readonly Cell[] {
  const cells: Cell[] = []
  const content = text.slice(start, end)
  for (const match of content.matchAll(CELL)) {
    const from = start + match.index
    const cut = match[0].trimEnd()
    const { spans: parts, ranTogether } = splitJoined(
      cut,
      folded.slice(from - foldedFrom, from - foldedFrom + cut.length)
    )
    for (const [at, part] of parts.entries()) {
      const begin = from + part.start
      const written = cut.slice(part.start, part.end)
      if (written === '') continue
      cells.push({
        ...place,
        start: begin,
        end: begin + written.length,
        indent: begin - start,
        column: cells.length,
        text: written,
        folded: folded.slice(begin - foldedFrom, begin - foldedFrom + written.length),
        joined: at > 0 && ranTogether
      })
    }
  }
  return cells
}
