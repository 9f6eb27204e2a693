import { isSyllable } from '../../text/syllable.ts'
import { bareWord, isNameSyllable, isOfficePair, isOfficeWord, pairKey, wordKey } from './lexicon.ts'
import type { OwnWords } from './own-words.ts'

/** The keys on both sides of a word; null: nothing known stands there. */
export type Sides = Readonly<{ before: string | null; after: string | null }>

/** Known to offices with both neighbours, or with one of them there and in the text. */
const SURE = 4
/** Letters an engine takes for one another, both ways. */
const ALIKE = new Set(['nu', 'ce', 'bh', 'il', 'lt', 'ij', 'gq', 'oe', 'ce', 'vy', 'rn', 'ft', 'mn'])

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
  const sound = isSyllable(small)
  const own = sound ? support(words, key, sides, true) : 0
  if (sound && (isName(word, key) || (own > 0 && isOfficeWord(key)))) return null
  const best = bestOf(words, small, words.near(small), sides)
  if (small.length < 2) return best && best.weight >= SURE ? best.candidate : null
  if (!best) return sound ? null : chooseFarther(words, small, sides)
  const capital = /^\p{Lu}\P{Lu}/u.test(word)
  if (sound) return standsFor(words, small, key, best, own, capital) ? best.candidate : null
  if (word === word.toUpperCase()) {
    const lone = best.alike && best.weight >= 2 && words.count(key) === 1
    return lone || (word.length > 5 && best.weight > 0) ? best.candidate : null
  }
  if (best.weight === 0) {
    const marksOnly = bareWord(small) === bareWord(best.candidate)
    return (capital && !marksOnly) || !best.alike || best.rivalAlike ? null : best.candidate
  }
  const needed = (small.length < 3 || capital) && words.count(wordKey(best.candidate)) < 2 ? 2 : 1
  return best.alike || best.weight >= needed ? best.candidate : null
}

/** The word whose first (last) letter was read as a sign: ",uyện", "nghiệ~". It must be known beside its neighbours. */
export function chooseAffixed(words: OwnWords, rest: string, sides: Sides, sign: 'first' | 'last'): string | null {
  const small = rest.toLowerCase()
  const near = words
    .near(small)
    .filter(
      (word) => word.length === small.length + 1 && (sign === 'first' ? word.endsWith(small) : word.startsWith(small))
    )
  const best = bestOf(words, small, near, sides)
  return best && best.weight >= 2 ? best.candidate : null
}

/**
 * True where a sound word stands for another: the text writes that one far oftener in this place; its marks are worn off and
 * the neighbours know the other; or both neighbours know it. A word the text repeats gives way to the office's pairs alone.
 */
function standsFor(words: OwnWords, small: string, key: string, best: Best, own: number, capital: boolean): boolean {
  const other = words.count(best.key)
  const sameLetters = bareWord(small) === bareWord(best.candidate)
  if (sameLetters && best.weight >= 2 && best.weight > own && other >= 5 * words.count(key)) return true
  const worn = best.alike && (!sameLetters || isWorn(small, best.candidate))
  if (own > 0) return worn && best.office && !capital
  if (isOfficeWord(key)) return worn && (best.weight >= SURE || (sameLetters && best.office))
  if (best.weight >= SURE) return worn || !capital
  return worn && best.weight >= (!capital || best.office ? 2 : words.count(key) === 1 && other >= 2 ? 1 : 3)
}

/** A letter and a mark misread in one word ("trụe"): only where both neighbours, or one by the office's words, bear it out. */
function chooseFarther(words: OwnWords, small: string, sides: Sides): string | null {
  if (small.length < 3) return null
  const best = bestOf(words, small, words.nearBare(small), sides)
  return best && best.weight >= 2 ? best.candidate : null
}

type Best = Readonly<{
  candidate: string
  key: string
  weight: number
  alike: boolean
  rivalAlike: boolean
  /** The office's words know it beside one of these neighbours. */
  office: boolean
}>

/** The best of the near words, none that its neighbour is already: no office writes a word twice. */
function bestOf(words: OwnWords, small: string, near: readonly string[], sides: Sides): Best | null {
  const ranked = near
    .filter((candidate) => wordKey(candidate) !== sides.before && wordKey(candidate) !== sides.after)
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
  const office =
    (sides.before !== null && isOfficePair(pairKey(sides.before, best.key))) ||
    (sides.after !== null && isOfficePair(pairKey(best.key, sides.after)))
  return { ...best, rivalAlike: rival?.alike ?? false, office }
}

/** True where another word that looks like this one would fit its neighbours better: it may have been that. */
export function hasRival(words: OwnWords, word: string, sides: Sides): boolean {
  const small = word.toLowerCase()
  const own = support(words, wordKey(small), sides, true)
  return words
    .near(small)
    .some(
      (other) =>
        looksAlike(small, other) &&
        wordKey(other) !== wordKey(small) &&
        support(words, wordKey(other), sides, false) > Math.max(1, own)
    )
}

/** A name's syllable with a capital: no other word stands behind it. */
function isName(word: string, key: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word) && isNameSyllable(key)
}

/** Marks worn off, none added: "họi" of "hội", "tô" of "tổ", "duòng" of "đường"; another tone is another word. */
function isWorn(read: string, written: string): boolean {
  const marks = (word: string) =>
    word
      .normalize('NFD')
      .replaceAll('đ', 'd\u0335')
      .match(/[\u0300-\u036f]/g) ?? []
  const left = [...marks(written)]
  for (const mark of marks(read)) {
    const at = left.indexOf(mark)
    if (at < 0) return read.includes('đ') && written.includes('d') && mark === '\u0335'
    left.splice(at, 1)
  }
  return true
}

/** The same letters but for marks, letters an engine confuses, or one written twice. */
export function looksAlike(a: string, b: string): boolean {
  if (bareWord(a) === bareWord(b)) return true
  if (a.length === b.length + 1)
    return [...a].some((letter, at) => letter === a[at - 1] && a.slice(0, at) + a.slice(at + 1) === b)
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  const [x, y] = [bareWord(a[at] ?? ''), bareWord(b[at] ?? '')]
  return !/\p{L}/u.test(x) || ALIKE.has(x + y) || ALIKE.has(y + x)
}
