import type { FlatText } from '../../text/flatten.ts'
import type { Sentence } from '../sentences.ts'
import { applyEdits } from './edits.ts'
import { restoreDates } from './restore-dates.ts'
import { restoreGaps } from './restore-gaps.ts'
import { restoreSymbols } from './restore-symbols.ts'
import { restoreWords } from './restore-words.ts'
import { readWords } from './words-read.ts'

/** The text as the grammar reads it. `repaired`: numbers and symbols mended; `doubtful`: such as cannot be mended surely. */
export type Restored = Readonly<{
  flat: FlatText
  noisy: boolean
  repaired: readonly Sentence[]
  doubtful: readonly Sentence[]
}>

/** Mends what a scan spoils in the wording of citations; the source stays as it is and every place is told in it. */
export function restore(given: FlatText, own: Readonly<{ issuedOn: string | null; misread: boolean }>): Restored {
  const noisy = own.misread
  const worded = applyEdits(given, [...restoreGaps(given), ...restoreWords(given, readWords(given), noisy)]).flat
  const year = own.issuedOn === null ? null : Number(own.issuedOn.slice(0, 4))
  const dated = noisy ? applyEdits(worded, restoreDates(worded, year)).flat : worded
  const symbols = restoreSymbols(dated, noisy, year)
  const { flat, changed } = applyEdits(dated, [...symbols.repaired, ...symbols.doubtful])
  const doubtful = new Set(symbols.doubtful.map((edit) => edit.text))
  const isDoubtful = (place: Sentence): boolean => doubtful.has(flat.text.slice(place.start, place.end))
  return {
    flat,
    noisy,
    repaired: changed.filter((place) => !isDoubtful(place)),
    doubtful: changed.filter(isDoubtful)
  }
}
