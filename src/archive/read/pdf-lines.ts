import type { PageText, TextRun } from '#domain/text/page-text.ts'

/** A piece of text as the PDF sets it; x and y from the page's top left, y at the baseline. */
export type Piece = Readonly<{ text: string; x: number; y: number; w: number; h: number }>

type Line = { y: number; h: number; pieces: Piece[] }
/** A stretch of a line without a column gap inside. */
type Segment = { x: number; pieces: Piece[] }

const SAME_BASELINE = 0.4 // of the letter height
const WORD_GAP = 0.15
const COLUMN_GAP = 1.5
const COLUMN_SPACES = 4

/**
 * Rebuilds the lines of a page from the pieces a PDF draws in any order: pieces of one baseline make a line, gaps make
 * spaces, wide gaps part columns by at least four spaces, set as wide as they stand (like `pdftotext -layout`), so that
 * a column that begins alone on its line still stands in its column.
 */
export function rebuildPage(page: number, width: number, height: number, pieces: readonly Piece[]): PageText {
  const lines = toLines(pieces)
  const letter = letterWidth(pieces)
  const left = Math.min(...lines.map((line) => line.pieces[0]?.x ?? 0))
  const right = Math.max(...lines.map((line) => endOf(line.pieces.at(-1))))
  const farRight = left + (right - left) * 0.3
  let text = ''
  const runs: TextRun[] = []
  let above: Line | null = null
  for (const line of lines) {
    if (text !== '') text += '\n'
    if (above && line.y - above.y > 2.2 * Math.max(line.h, above.h)) text += '\n'
    const lineStart = text.length
    for (const segment of toSegments(line)) {
      const column = Math.round((segment.x - left) / letter)
      const written = text.length - lineStart
      if (written > 0) text += ' '.repeat(Math.max(COLUMN_SPACES, column - written))
      else if (segment.x > farRight) text += ' '.repeat(Math.max(COLUMN_SPACES, column))
      text = appendSegment(text, runs, segment)
    }
    above = line
  }
  return { page, text, width, height, runs }
}

function toLines(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = []
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const line = lines.findLast((other) => Math.abs(other.y - piece.y) < SAME_BASELINE * Math.max(piece.h, other.h))
    if (line) {
      line.pieces.push(piece)
      line.h = Math.max(line.h, piece.h)
    } else lines.push({ y: piece.y, h: piece.h, pieces: [piece] })
  }
  for (const line of lines) line.pieces.sort((a, b) => a.x - b.x)
  return lines.sort((a, b) => a.y - b.y)
}

function toSegments(line: Line): readonly Segment[] {
  const segments: Segment[] = []
  let end: number | null = null
  for (const piece of line.pieces) {
    const last = segments.at(-1)
    if (!last || end === null || piece.x - end > piece.h * COLUMN_GAP) segments.push({ x: piece.x, pieces: [piece] })
    else last.pieces.push(piece)
    end = endOf(piece)
  }
  return segments
}

/** Writes a segment, a run for each piece; pieces without a gap between them are composed together (NFC across them). */
function appendSegment(text: string, runs: TextRun[], segment: Segment): string {
  let out = text
  let before: Piece | null = null
  for (const piece of segment.pieces) {
    const written = tidy(piece.text)
    if (written.trim() === '') continue
    const gap = before !== null && piece.x - endOf(before) > piece.h * WORD_GAP
    const joined = joins(out, written, before !== null && !gap)
    const last = runs.at(-1)
    if (joined !== null && last) {
      out = joined
      runs[runs.length - 1] = { ...last, end: out.length, w: endOf(piece) - last.x }
    } else {
      if (before !== null && gap && !out.endsWith(' ') && !written.startsWith(' ')) out += ' '
      const body = before === null ? written.trimStart() : out.endsWith(' ') ? written.trimStart() : written
      const start = out.length
      out += body
      runs.push({ start, end: out.length, x: piece.x, y: piece.y - piece.h, w: piece.w, h: piece.h * 1.25 })
    }
    before = piece
  }
  const cut = out.trimEnd()
  const last = runs.at(-1)
  if (last && last.end > cut.length) runs[runs.length - 1] = { ...last, end: Math.max(last.start, cut.length) }
  return cut
}

/** Where a mark begins a piece, it belongs to the letter before it: the two are composed. null: nothing to compose. */
function joins(out: string, written: string, adjacent: boolean): string | null {
  if (!adjacent || !/^\p{M}/u.test(written)) return null
  const line = out.lastIndexOf('\n') + 1
  return out.slice(0, line) + (out.slice(line) + written).normalize('NFC')
}

/** NFC, no control characters; a wide stretch of blanks inside a piece parts columns, a narrow one is a space. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}]+/gu, ' ')
    .replace(/ {2,}/g, (blanks) => (blanks.length >= COLUMN_SPACES ? ' '.repeat(COLUMN_SPACES) : ' '))
}

function letterWidth(pieces: readonly Piece[]): number {
  const widths = pieces
    .filter((piece) => piece.text.trim().length >= 4 && piece.w > 0)
    .map((piece) => piece.w / piece.text.length)
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] || 6
}

function endOf(piece: Piece | undefined): number {
  return piece ? piece.x + piece.w : 0
}
