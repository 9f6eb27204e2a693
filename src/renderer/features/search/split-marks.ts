export type MarkedPart = Readonly<{ text: string; at: number; marked: boolean; index: number | null }>

/**
 * Text cut at its marks (offset pairs, ends exclusive). Marks may overlap, stand out of order or reach past the text;
 * `index` is the mark's place in `marks`, so that the current one can be told apart.
 */
export function splitMarks(text: string, marks: readonly (readonly [number, number])[]): readonly MarkedPart[] {
  const sorted = marks
    .map(([start, end], index) => ({ start: Math.max(0, start), end: Math.min(text.length, end), index }))
    .filter((mark) => mark.end > mark.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const parts: MarkedPart[] = []
  let at = 0
  const push = (end: number, index: number | null) => {
    if (end > at) parts.push({ text: text.slice(at, end), at, marked: index !== null, index })
    at = Math.max(at, end)
  }
  for (const mark of sorted) {
    if (mark.end <= at) continue
    push(mark.start, null)
    push(mark.end, mark.index)
  }
  push(text.length, null)
  return parts
}
