import type { Span } from '#domain/text/span.ts'

/**
 * What is marked on a page. sure: a value was read here; unsure: it is only suspected; cite: a document is cited;
 * hit: a word searched for; found: a place looked up for a value.
 */
export type MarkTone = 'sure' | 'unsure' | 'cite' | 'hit' | 'found'
export type PageMark = Readonly<{ id: string; start: number; end: number; tone: MarkTone }>

/** A span to be brought into sight; a new object asks again for the same place. */
export type FocusSpan = Readonly<{ id?: string; start: number; end: number; tone?: MarkTone }>

export type Piece = Readonly<{ start: number; end: number; mark: PageMark | null; now: boolean }>

/** A stretch of text parted at the edges of its marks; where marks overlap, the focus and then the shortest has the word. */
export function splitByMarks(span: Span, marks: readonly PageMark[], focus: FocusSpan | null): readonly Piece[] {
  const touching = marks.filter((mark) => mark.start < span.end && mark.end > span.start)
  const edges = new Set([span.start, span.end])
  for (const mark of [...touching, ...(focus ? [focus] : [])]) {
    if (mark.start > span.start && mark.start < span.end) edges.add(mark.start)
    if (mark.end > span.start && mark.end < span.end) edges.add(mark.end)
  }
  const sorted = [...edges].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let at = 0; at < sorted.length - 1; at++) {
    const start = sorted[at] ?? 0
    const end = sorted[at + 1] ?? start
    const inside = touching.filter((mark) => mark.start <= start && mark.end >= end)
    const now = focus !== null && focus.start <= start && focus.end >= end
    const mark = inside.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null
    pieces.push({ start, end, mark, now })
  }
  return pieces
}

/** True for the mark that the focus stands on. */
export function isNow(mark: PageMark, focus: FocusSpan | null): boolean {
  return focus !== null && mark.start === focus.start && mark.end === focus.end
}

/** Parts of a line set apart by wide blanks: columns that stand side by side on the paper. */
export type LinePart = Readonly<{ start: number; end: number; column: 'left' | 'right' | 'whole' }>

/** "ĐẢNG BỘ TỈNH …      ĐẢNG CỘNG SẢN …" stands as two columns; a line that begins far in belongs to the right one. */
export function lineParts(line: string, offset: number): readonly LinePart[] {
  const text = line.trimEnd()
  const lead = text.length - text.trimStart().length
  const gap = /\S( {4,})\S/.exec(text.slice(lead))
  if (gap?.[1]) {
    const cut = lead + gap.index + 1
    const next = cut + gap[1].length
    return [
      { start: offset + lead, end: offset + cut, column: 'left' },
      { start: offset + next, end: offset + text.length, column: 'right' }
    ]
  }
  return [{ start: offset + lead, end: offset + text.length, column: lead >= 20 ? 'right' : 'whole' }]
}
