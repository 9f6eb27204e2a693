import { accentKey } from '#domain/text/accent-key.ts'
import type { QueryWord } from './query-language.ts'
import { type Token, tokens } from './tokens.ts'

export type Place = Readonly<{ start: number; end: number; words: number; exact: boolean }>

/**
 * Where the words of a query stand in a text: runs of words in the query's order become one place ("mạng xã hội").
 * When the whole query stands together somewhere, only such places count; when it was typed with marks and stands so
 * spelt somewhere, only those (S02).
 */
export function findPlaces(text: string, words: readonly QueryWord[]): readonly Place[] {
  if (words.length === 0) return []
  const runs = runsOf(text, tokens(text), words)
  const whole = runs.filter((run) => run.words === words.length)
  const kept = whole.length > 0 && words.length > 1 ? whole : runs
  const exact = kept.filter((run) => run.exact)
  return exact.length > 0 ? exact : kept
}

function runsOf(text: string, found: readonly Token[], words: readonly QueryWord[]): Place[] {
  const runs: Place[] = []
  let at = 0
  while (at < found.length) {
    const run = longestRun(text, found, at, words)
    if (run) {
      runs.push(run)
      at += run.words
    } else at++
  }
  return runs
}

/** The longest stretch from `at` that says consecutive words of the query. */
function longestRun(text: string, found: readonly Token[], at: number, words: readonly QueryWord[]): Place | null {
  let best: Place | null = null
  for (let from = 0; from < words.length; from++) {
    let length = 0
    let exact = true
    while (from + length < words.length) {
      const word = words[from + length]
      const token = found[at + length]
      if (!word || !token || !says(token, word)) break
      exact &&= spelt(text, token, word)
      length++
    }
    const first = found[at]
    const last = found[at + length - 1]
    if (length > (best?.words ?? 0) && first && last) {
      best = { start: first.start, end: last.end, words: length, exact }
    }
  }
  return best
}

function says(token: Token, word: QueryWord): boolean {
  return word.prefix ? token.term.startsWith(word.term) : token.term === word.term
}

function spelt(text: string, token: Token, word: QueryWord): boolean {
  if (word.exact === null) return true
  const key = accentKey(text.slice(token.start, token.end))
  return word.prefix ? key.startsWith(word.exact) || key === word.exact : key === word.exact
}
