import { fold } from '../../text/fold.ts'
import { isNameSyllable, wordKey } from './lexicon.ts'
import { isKnown, type OwnWords } from './own-words.ts'
import { isWord } from './tokens.ts'

/** The keys on both sides of a word; null: nothing known stands there. */
export type Sides = Readonly<{ before: string | null; after: string | null }>

/** Letters an engine takes for one another, both ways. */
const ALIKE = new Set(['nu', 'ce', 'bh', 'il', 'lt', 'ij', 'gq', 'oe', 'ce', 'vy', 'rn', 'ft', 'mn'])
/** From this support on a sound but strange word gives way to a near one. */
const STRANGE = 3

export function support(words: OwnWords, key: string, sides: Sides, own: boolean): number {
  return (
    (sides.before === null ? 0 : words.together(sides.before, key, own)) +
    (sides.after === null ? 0 : words.together(key, sides.after, own))
  )
}

/**
 * The word that was written where `word` was read, or null. A word that is none gives way to the one near word that stands
 * beside these neighbours elsewhere; a sound one only where it is strange itself and the near one is well known there.
 * Two that fit alike: neither (a wrong value is worse than none).
 */
export function chooseWord(words: OwnWords, word: string, sides: Sides): string | null {
  const small = word.toLowerCase()
  const key = wordKey(small)
  const sound = isWord(small)
  if (small.length < 2) return null
  if (sound && (support(words, key, sides, true) > 0 || isKnown(words, key) || isName(word, key))) return null
  if (!sound && isAbbreviation(words, word, key)) return null
  const ranked = words
    .near(small)
    .map((candidate) => ({
      candidate,
      key: wordKey(candidate),
      weight: support(words, wordKey(candidate), sides, false),
      alike: looksAlike(small, candidate)
    }))
    .toSorted((a, b) => b.weight - a.weight || Number(b.alike) - Number(a.alike))
  const [best] = ranked
  const rival = ranked.find((other) => other.key !== best?.key)
  if (!best || (rival && best.weight === rival.weight && best.alike === rival.alike)) return null
  if (sound) return best.alike && best.weight >= STRANGE ? best.candidate : null
  const capital = /^\p{Lu}/u.test(word)
  if (best.weight === 0) return capital || !best.alike || rival?.alike ? null : best.candidate
  return best.alike || best.weight >= (small.length < 3 || capital ? STRANGE - 1 : 1) ? best.candidate : null
}

/** A name's syllable with a capital: no other word stands behind it. */
function isName(word: string, key: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word) && isNameSyllable(key)
}

/** "VPTU", "HĐND", and what the text writes so more than once. */
function isAbbreviation(words: OwnWords, word: string, key: string): boolean {
  return word === word.toUpperCase() && (word.length <= 5 || words.count(key) > 1)
}

/** The same letters but for marks, or letters an engine confuses. */
export function looksAlike(a: string, b: string): boolean {
  if (fold(a) === fold(b)) return true
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  const [x, y] = [fold(a[at] ?? ''), fold(b[at] ?? '')]
  return !/\p{L}/u.test(x) || ALIKE.has(x + y) || ALIKE.has(y + x)
}
