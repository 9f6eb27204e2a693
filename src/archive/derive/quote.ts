import type { Span } from '#domain/text/span.ts'

/** Letters kept on either side of a citation in a very long sentence. */
const AROUND = 400

/** The sentence a citation stands in, on one line, and where the citation stands in it. */
export function quoteOf(
  text: string,
  sentence: Span,
  cited: Span
): Readonly<{ quote: string; quoteStart: number; quoteEnd: number }> {
  const from = Math.max(Math.min(sentence.start, cited.start), cited.start - AROUND)
  const to = Math.min(Math.max(sentence.end, cited.end), cited.end + AROUND)
  const before = oneLine(text.slice(from, cited.start)).trimStart()
  const raw = oneLine(text.slice(cited.start, cited.end)).trim()
  const after = oneLine(text.slice(cited.end, to)).trimEnd()
  return { quote: before + raw + after, quoteStart: before.length, quoteEnd: before.length + raw.length }
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
