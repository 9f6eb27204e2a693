import { countLines } from './count-lines.ts'
import type { Measure } from './font-metrics.ts'

const CUT = ' …'

/** A text that takes at most so many lines of a width (em): words at its end give way to what says so. */
export function shortenTo(text: string, most: number, width: number, measure: Measure, cut = CUT): string {
  if (countLines(text, width, measure) <= most) return text
  const ends = [...text.matchAll(/\s+/g)].map((gap) => gap.index)
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (countLines(text.slice(0, ends[middle]) + cut, width, measure) <= most) low = middle
    else high = middle - 1
  }
  const end = ends[low]
  const kept = end === undefined ? '' : text.slice(0, end)
  if (kept !== '' && countLines(kept + cut, width, measure) <= most) return kept + cut
  return `${text.slice(0, Math.max(1, Math.floor(width * most) - 2))}…`
}
