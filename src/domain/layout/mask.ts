import type { Span } from '../text/span.ts'

/**
 * The document text with the given stretches made blank, offsets kept: what names the document itself and who receives it
 * is no citation.
 */
export function masked(text: string, spans: readonly Span[]): string {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  let out = ''
  let at = 0
  for (const span of sorted) {
    const start = Math.max(at, span.start)
    if (span.end <= start) continue
    out += text.slice(at, start) + text.slice(start, span.end).replace(/[^\n\f]/g, ' ')
    at = span.end
  }
  return out + text.slice(at)
}
