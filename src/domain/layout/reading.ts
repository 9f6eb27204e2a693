import type { Evidence, Span } from '../text/span.ts'
import type { Reading } from './draft.ts'

export type Certainty = Reading<unknown>['certainty']

/** A value with its place; `at` gives the page and, unless `span` is given, the letters it was read from. */
export function reading<T>(
  value: T,
  certainty: Certainty,
  at: Span & Readonly<{ page: number }>,
  rule: string,
  span: Span = at
): Reading<T> {
  return { value, certainty, evidence: evidence(at.page, span.start, span.end, rule) }
}

export function evidence(page: number, start: number, end: number, rule: string): Evidence {
  return { page, start, end, rule }
}

/** The same reading, offered only. */
export function asHint<T>(read: Reading<T> | null): Reading<T> | null {
  return read && { ...read, certainty: 'hint' }
}

/** Runs of white space made one space: how lines of one value are joined. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
