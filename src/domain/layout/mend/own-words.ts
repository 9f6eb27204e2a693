import { isSyllable } from '../../text/syllable.ts'
import { bareWord, isOfficePair, isOfficeWord, OFFICE_BARE, OFFICE_INDEX, pairKey } from './lexicon.ts'
import { type NearIndex, nearIndex, nearWords } from './near.ts'
import type { Token } from './tokens.ts'

/** The words of one text and how they follow on each other. */
export type OwnWords = Readonly<{
  count: (key: string) => number
  /** How well two neighbours are known: by the office's words, by the text itself. `own`: this pair stands here. */
  together: (first: string, second: string, own: boolean) => number
  near: (small: string) => readonly string[]
  /** The same when the marks do not count: for words in which both a letter and a mark were misread. */
  nearBare: (small: string) => readonly string[]
  /** How often a word, number or symbol stands letter for letter. */
  written: (text: string) => number
  /** How often a number or symbol holds this part: the year of a day, the issuer's code of a symbol. */
  holding: (part: string) => number
  /** Whether the second (first) word of this pair bears a capital in the text, by most places; null: the pair is not there. */
  capital: (first: string, second: string, of: 0 | 1) => boolean | null
}>

export function ownWords(tokens: readonly Token[]): OwnWords {
  const counts = new Map<string, number>()
  const pairs = new Map<string, Pair>()
  const parts = new Map<string, number>()
  const exact = new Map<string, number>()
  const spellings = new Map<string, number>()
  for (const [at, token] of tokens.entries()) {
    exact.set(token.text, (exact.get(token.text) ?? 0) + 1)
    counts.set(token.key, (counts.get(token.key) ?? 0) + 1)
    if (token.kind === 'word') {
      const small = token.text.toLowerCase()
      spellings.set(small, (spellings.get(small) ?? 0) + 1)
    }
    if (token.kind !== 'word')
      for (const part of new Set(token.text.split(/[-/.]/))) parts.set(part, (parts.get(part) ?? 0) + 1)
    const next = tokens[at + 1]
    if (!next || next.first) continue
    const key = pairKey(token.key, next.key)
    const pair = pairs.get(key) ?? { count: 0, capitals: [0, 0] }
    pair.count++
    pair.capitals[0] += vote(token)
    pair.capitals[1] += vote(next)
    pairs.set(key, pair)
  }
  // A name of the hill peoples is no syllable, but one the text writes again and again.
  const repeated = [...spellings]
    .filter(([small, count]) => count >= (isSyllable(small) ? 2 : 3) && /^\p{L}+$/u.test(small))
    .map(([small]) => small)
  const index: NearIndex = nearIndex(repeated)
  const count = (key: string) => counts.get(key) ?? 0
  return {
    count,
    together: (first, second, own) => {
      const key = pairKey(first, second)
      const here = Math.max(0, (pairs.get(key)?.count ?? 0) - (own ? 1 : 0))
      return (isOfficePair(key) ? 2 : 0) + Math.min(2, here)
    },
    written: (text) => exact.get(text) ?? 0,
    holding: (part) => parts.get(part) ?? 0,
    capital: (first, second, of) => {
      const votes = pairs.get(pairKey(first, second))?.capitals[of] ?? 0
      return votes === 0 ? null : votes > 0
    },
    nearBare: (small) =>
      nearWords(OFFICE_BARE.index, bareWord(small)).flatMap((bare) => OFFICE_BARE.words.get(bare) ?? []),
    near: (small) => [...new Set([...nearWords(index, small), ...nearWords(OFFICE_INDEX, small)])]
  }
}

/** How often two words follow on each other, and how much oftener each bears a capital there than not. */
type Pair = { count: number; readonly capitals: [number, number] }

function vote(token: Token): number {
  if (token.kind !== 'word') return 0
  return token.text.charAt(0) === token.text.charAt(0).toLowerCase() ? -1 : 1
}

export function isKnown(words: OwnWords, key: string): boolean {
  return isOfficeWord(key) || words.count(key) >= 3
}
