import type { LabelledDocument } from './load-corpus.ts'
import { type Measure, measure } from './measure.ts'
import { addNoise } from './noise.ts'

const SEED = 20_210_812

/** Each document three times, each time spoilt in other places: equal heads must not all lose the same letter. */
export function measureNoisy(documents: readonly LabelledDocument[], share: number, seed = SEED): Measure {
  const thrice = [documents, documents, documents].flat()
  return measure(thrice, (text, at) => addNoise(text, share, seed + at))
}
