import type { Sheet } from './cells.ts'
import type { Reading } from './draft.ts'
import { isoDate } from './place-and-date.ts'
import { type Certainty, evidence } from './reading.ts'

const ADOPTED = /thong\s+qua\s+ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})/g

/** A law or resolution in the gazette bears no date at its head; its last sentence says when it was adopted. */
export function readAdoptedOn(sheet: Sheet, certainty: Certainty): Reading<string> | null {
  const match = [...sheet.folded.matchAll(ADOPTED)].at(-1)
  const date = match && isoDate(match[3] ?? '', match[2] ?? '', match[1] ?? '')
  if (!match || !date) return null
  const page = sheet.text.slice(0, match.index).split('\f').length
  return { value: date, certainty, evidence: evidence(page, match.index, match.index + match[0].length, 'adopted-on') }
}
