import { type Edit, edited } from '../../text/edits.ts'
import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import type { Span } from '../../text/span.ts'

/** The text with the edits made, each unit still tied to the place it was read from, and where the new stretches stand. */
export function applyEdits(
  flat: FlatText,
  edits: readonly Edit[]
): Readonly<{ flat: FlatText; changed: readonly Span[] }> {
  if (edits.length === 0) return { flat, changed: [] }
  const { text, origin, changed } = edited(flat.text, edits)
  return {
    flat: { text, folded: fold(text), origin: origin.map((at) => flat.origin[at] ?? 0), source: flat.source },
    changed
  }
}

/** True where a stretch and one of these share a letter. */
export function overlaps(stretches: readonly Span[], start: number, end: number): boolean {
  return stretches.some((one) => one.start < end && start < one.end)
}
