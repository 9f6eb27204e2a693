import { isSyllable } from '../../text/syllable.ts'
import { BORROWED_WORDS } from '../../vocabulary/borrowed-words.ts'
import { OFFICE_INDEX } from './lexicon.ts'
import { hasNear } from './near.ts'

/** How badly a text was read: words that are none, and their share of all small words. */
export type Noise = Readonly<{ words: number; share: number }>

const SAMPLE = 8000
/** In fewer words one slip says nothing. */
const LEAST = 20
/** Small words, and runs of small letters with a sign or digit among them: what typing, names and codes do not give. */
const SMALL = /(?<![\p{L}\p{N}\p{P}\p{S}])\p{Ll}[\p{Ll}\d`~|.:;¬]*\p{Ll}(?![\p{L}\p{N}@/&-])/gu

/** Small words that are none: of a typed paper one in a hundred at most, of a badly read one three and more. */
export function noiseOf(text: string): Noise {
  const all = text.slice(0, SAMPLE).match(SMALL) ?? []
  if (all.length < LEAST) return { words: 0, share: 0 }
  const words = all.filter((word) => !isSyllable(word) && !isBorrowed(word)).length
  return { words, share: words / all.length }
}

/** A unit, a borrowed word; or letters without a mark that are none from a word of offices ("logistics"). */
function isBorrowed(word: string): boolean {
  return BORROWED_WORDS.has(word) || (/^[a-z]{4,}$/.test(word) && !hasNear(OFFICE_INDEX, word))
}
