import { findPlaces, type Place } from './places.ts'
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
  bodyExactWord: 10,
  bodyRank: 6,
  close: 20,
  inARow: 20,
  partyShare: 24,
  lineWhole: 30
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
  else if (party.length > 0 && words.length > 2) {
    const most = Math.max(...party.map((place) => place.words))
    if (most > 1) score += (WEIGHT.partyShare * most) / words.length
    if (most > 1 && most + longest >= words.length) score += WEIGHT.lineWhole
  }
  return score
}

/** What is known of a candidate's body without reading it. */
export type BodySigns = Readonly<{
  /** The words stand side by side in it. */
  phrase: boolean
  /** Place among the bodies ranked by bm25, 0 the best; null where it is not among them. */
  rank: number | null
}>

/** What the body adds as far as the index knows it: words side by side, and how much it is about them. */
export function bodySignScore({ phrase, rank }: BodySigns): number {
  return (phrase ? WEIGHT.bodyPhrase : 0) + (rank === null ? 0 : WEIGHT.bodyRank / (1 + rank / 5))
}

/**
 * What the body's letters add, by where the words stand in it: for a query typed with marks its words, and all of them side by side, spelt as typed; for
 * several words how many of them stand close together, in any order, and how many in a row.
 */
export function textScore(places: readonly Place[], words: readonly QueryWord[]): number {
  const exact = places.filter((place) => place.exact)
  if (places.length === 0) return 0
  let score = 0
  if (words.some((word) => word.exact !== null) && exact.length > 0) {
    const whole = words.length > 1 && exact.some((place) => place.words === words.length)
    score += WEIGHT.bodyExactWord + (whole ? WEIGHT.bodyPhraseExact : 0)
  }
  return words.length < 3 ? score : score + closeness(places, words.length)
}

/** Signs of text that a phrase of one word may take up, the words between included. */
const WORD_LENGTH = 8

function closeness(places: readonly Place[], words: number): number {
  const width = (words + 3) * WORD_LENGTH
  let most = 0
  let longest = 0
  let from = 0
  let inside = 0
  for (const place of places) {
    inside += place.words
    longest = Math.max(longest, place.words)
    for (let first = places[from]; first && place.end - first.start > width && first !== place; first = places[from]) {
      inside -= first.words
      from++
    }
    most = Math.max(most, Math.min(words, inside))
  }
  return WEIGHT.close * (most / words) ** 2 + (WEIGHT.inARow * longest) / words
}
