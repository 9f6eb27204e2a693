import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import type { Sentence } from '../sentences.ts'

/** A stretch of the flat text to be read as `text`. */
export type Edit = Readonly<{ start: number; end: number; text: string }>
type Stretch = Sentence

/**
 * The text with the edits made, each unit still tied to the place it was read from, and where the new stretches stand.
 * Of two edits that overlap the first stays.
 */
export function applyEdits(
  flat: FlatText,
  edits: readonly Edit[]
): Readonly<{ flat: FlatText; changed: readonly Stretch[] }> {
  if (edits.length === 0) return { flat, changed: [] }
  const pieces: string[] = []
  const origin: number[] = []
  const changed: Stretch[] = []
  let at = 0
  let length = 0
  const keep = (to: number): void => {
    pieces.push(flat.text.slice(at, to))
    for (let unit = at; unit < to; unit++) origin.push(flat.origin[unit] ?? 0)
    length += to - at
    at = to
  }
  for (const edit of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at || edit.end <= edit.start || edit.text === '') continue
    keep(edit.start)
    pieces.push(edit.text)
    for (let unit = 0; unit < edit.text.length; unit++) origin.push(originOf(flat, edit, unit))
    changed.push({ start: length, end: length + edit.text.length })
    length += edit.text.length
    at = edit.end
  }
  keep(flat.text.length)
  const text = pieces.join('')
  return { flat: { text, folded: fold(text), origin: Uint32Array.from(origin), source: flat.source }, changed }
}

/** First and last unit of an edit come from the first and last unit it stands for. */
function originOf(flat: FlatText, edit: Edit, unit: number): number {
  const last = edit.end - 1
  const from = unit === edit.text.length - 1 ? last : Math.min(edit.start + unit, last)
  return flat.origin[from] ?? 0
}

/** Where stretches of a text come to stand once it is edited. */
export function overlaps(stretches: readonly Stretch[], start: number, end: number): boolean {
  return stretches.some((one) => one.start < end && start < one.end)
}
