import type { FoundCitation } from '../citation/citation.ts'
import type { Reading } from './draft.ts'
import { asHint } from './reading.ts'

const EARLIEST = '1930-02-03'

/** The Party was founded on 03/02/1930: no paper of its archives is older, and none bears a day to come (M11). */
export function isPlausible(day: string, today: string): boolean {
  return day >= EARLIEST && day <= today
}

/** The document's day: not before 1930, not after today; a hint where a document it cites is younger (M11). */
export function soundIssuedOn(
  read: Reading<string> | null,
  citations: readonly FoundCitation[],
  today: string
): Reading<string> | null {
  if (!read || !isPlausible(read.value, today)) return null
  const younger = citations.some(
    (citation) =>
      citation.dateSource === 'stated' &&
      citation.issuedOn !== null &&
      citation.issuedOn > read.value &&
      citation.issuedOn <= today
  )
  return younger ? asHint(read) : read
}

/** The day of arrival: not before the document's own day, not after today; else only a hint, a day to come none. */
export function soundArrival(
  read: Reading<string> | null,
  issuedOn: Reading<string> | null,
  today: string
): Reading<string> | null {
  if (!read || !isPlausible(read.value, today)) return null
  return issuedOn && read.value < issuedOn.value ? asHint(read) : read
}
