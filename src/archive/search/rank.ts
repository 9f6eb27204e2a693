import { findPlaces } from './places.ts'
import type { QueryWord } from './query-language.ts'

/** What is known of a candidate before its text is read: its subject, and issuer and signer as on the register. */
export type RegisterLine = Readonly<{ subject: string; parties: readonly string[] }>

/** Weights fitted on no query of ours; their order follows performance.md §8: subject before parties before body. */
const WEIGHT = {
  subjectPhrase: 40,
  subjectPhraseExact: 60,
  subjectShare: 30,
  exactShare: 30,
  partiesPhrase: 18,
  bodyPhrase: 15,
  bodyPhraseExact: 30,
  bodyExactWord: 10
} as const

/** How well the register line answers the words, without reading the body. */
export function registerScore(line: RegisterLine, words: readonly QueryWord[]): number {
  if (words.length === 0) return 0
  const places = findPlaces(line.subject, words)
  const longest = Math.max(0, ...places.map((place) => place.words))
  const whole = longest === words.length
  let score = (WEIGHT.subjectShare * longest) / words.length
  if (whole) score += WEIGHT.subjectPhrase
  const accented = words.some((word) => word.exact !== null)
  if (accented) {
    const exact = places.filter((place) => place.exact)
    const exactLongest = Math.max(0, ...exact.map((place) => place.words))
    score += (WEIGHT.exactShare * exactLongest) / words.length
    if (exactLongest === words.length) score += WEIGHT.subjectPhraseExact
  }
  const party = line.parties.flatMap((name) => findPlaces(name, words))
  if (party.some((place) => place.words === words.length && place.exact)) score += WEIGHT.partiesPhrase
  return score
}

/** What the body adds: the words side by side, spelt as typed. */
export function bodyScore(body: string, words: readonly QueryWord[]): number {
  const places = findPlaces(body, words)
  const whole = places.filter((place) => place.words === words.length)
  let score = 0
  if (words.length > 1 && whole.length > 0) score += WEIGHT.bodyPhrase
  if (words.length > 1 && whole.some((place) => place.exact)) score += WEIGHT.bodyPhraseExact
  if (places.some((place) => place.exact)) score += WEIGHT.bodyExactWord
  return score + Math.min(6, places.length * 0.5)
}
