import { ABBREVIATIONS } from '#domain/vocabulary/abbreviations.ts'
import { indexable } from './tokens.ts'

const LONG: ReadonlyMap<string, string> = new Map(
  ABBREVIATIONS.map(([short, long]) => [indexable(short), indexable(long)])
)
const SHORT: ReadonlyMap<string, string> = new Map([...LONG].map(([short, long]) => [long, short]))
const MOST_WORDS = Math.max(...[...SHORT.keys()].map((long) => long.split(' ').length))

/** The words a short form stands for, as the index holds them: "ubkt" → "ui ban kiem tra"; null where it is none. */
export function longForm(term: string): string | null {
  return LONG.get(term) ?? null
}

/** The short form of the longest form that these words begin with, and how many of them it stands for. */
export function shortForm(terms: readonly string[]): Readonly<{ term: string; words: number }> | null {
  for (let words = Math.min(MOST_WORDS, terms.length); words > 1; words--) {
    const term = SHORT.get(terms.slice(0, words).join(' '))
    if (term !== undefined) return { term, words }
  }
  return null
}
