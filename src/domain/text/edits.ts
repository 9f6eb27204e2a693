import type { Span } from './span.ts'

/** A stretch of a text to be read as `text`. */
export type Edit = Span & Readonly<{ text: string }>

/** A text with edits made; `origin` holds for each letter the place it was made from, `changed` where the new stretches stand. */
export type Edited = Readonly<{ text: string; origin: Uint32Array; changed: readonly Span[] }>

/** Makes the edits. Of two that overlap the first stays, of two that begin together the longer. */
export function edited(text: string, edits: readonly Edit[]): Edited {
  const pieces: string[] = []
  const origin: number[] = []
  const changed: Span[] = []
  let at = 0
  const keep = (to: number): void => {
    pieces.push(text.slice(at, to))
    for (; at < to; at++) origin.push(at)
  }
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at || edit.end <= edit.start) continue
    keep(edit.start)
    pieces.push(edit.text)
    const start = origin.length
    for (let unit = 0; unit < edit.text.length; unit++) origin.push(originOf(edit, unit))
    changed.push({ start, end: origin.length })
    at = edit.end
  }
  keep(text.length)
  return { text: pieces.join(''), origin: Uint32Array.from(origin), changed }
}

/** First and last letter of an edit come from the first and last letter it stands for. */
function originOf({ start, end, text }: Edit, unit: number): number {
  return unit === text.length - 1 ? end - 1 : Math.min(start + unit, end - 1)
}
