import type { FlatText } from '../../text/flatten.ts'
import type { Sentence } from '../sentences.ts'
import { applyEdits } from './edits.ts'
import { readWords, restoreWords } from './restore-words.ts'

/** The text as the grammar reads it. `repaired`: numbers and symbols mended; `doubtful`: such as cannot be mended surely. */
export type Restored = Readonly<{
  flat: FlatText
  noisy: boolean
  repaired: readonly Sentence[]
  doubtful: readonly Sentence[]
}>

/** Mends what a scan spoils in the wording of citations; the source stays as it is and every place is told in it. */
export function restore(given: FlatText): Restored {
  const read = readWords(given)
  const { flat } = applyEdits(given, restoreWords(given, read))
  return { flat, noisy: read.noisy, repaired: [], doubtful: [] }
}
