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
export function restore(given: FlatText, citingDate: string | null): Restored {
  const read = readWords(given)
  const worded = applyEdits(given, [...restoreGaps(given), ...restoreWords(given, read)]).flat
  const year = citingDate === null ? null : Number(citingDate.slice(0, 4))
  const dated = read.noisy ? applyEdits(worded, restoreDates(worded, year)).flat : worded
  const symbols = restoreSymbols(dated, read.noisy, year)
  const { flat, changed } = applyEdits(dated, [...symbols.repaired, ...symbols.doubtful])
  const doubtful = new Set(symbols.doubtful.map((edit) => edit.text))
  const isDoubtful = (place: Sentence): boolean => doubtful.has(flat.text.slice(place.start, place.end))
  return {
    flat,
    noisy: read.noisy,
    repaired: changed.filter((place) => !isDoubtful(place)),
    doubtful: changed.filter(isDoubtful)
  }
}
