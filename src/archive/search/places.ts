import { accentKey } from '#domain/text/accent-key.ts'
import type { QueryWord } from './query-language.ts'
import { plain, searchTerm } from './tokens.ts'

export type Place = Readonly<{ start: number; end: number; words: number; exact: boolean }>

/**
 * Where the words of a query stand in a text: runs of words in the query's order become one place ("mạng xã hội").
 * When the whole query stands together somewhere, only such places count; when it was typed with marks and stands so
 * spelt somewhere, only those (S02). Looks only at the words asked for, never at the rest of the text.
 */
export function findPlaces(text: string, words: readonly QueryWord[]): readonly Place[] {
  if (words.length === 0 || text === '') return []
  const flat = plain(text)
  const whole = words.length > 1 ? wholeRuns(text, flat, words) : []
  const kept = whole.length > 0 ? whole : longestRuns(text, flat, words)
  const exact = kept.filter((run) => run.exact)
  return exact.length > 0 ? exact : kept
}

function wholeRuns(text: string, flat: string, words: readonly QueryWord[]): readonly Place[] {
  const [first] = words
  if (!first) return []
  const runs: Place[] = []
  let free = 0
  for (const at of standings(flat, first)) {
    if (at < free) continue
    const run = runFrom(text, flat, at, words, 0)
    if (run?.words !== words.length) continue
    runs.push(run)
    free = run.end
  }
  return runs
}

/** From each word asked for the longest stretch that says consecutive words of the query; no two share a word. */
function longestRuns(text: string, flat: string, words: readonly QueryWord[]): readonly Place[] {
  const starts = new Set<number>()
  for (const word of words) for (const at of standings(flat, word)) starts.add(at)
  const runs: Place[] = []
  let free = 0
  for (const at of [...starts].sort((a, b) => a - b)) {
    if (at < free) continue
    let best: Place | null = null
    for (let from = 0; from < words.length; from++) {
      const run = runFrom(text, flat, at, words, from)
      if (run && run.words > (best?.words ?? 0)) best = run
    }
    if (!best) continue
    runs.push(best)
    free = best.end
  }
  return runs
}

/** The stretch from `at` that says the words from the `from`-th on; null where not even that one stands there. */
function runFrom(text: string, flat: string, at: number, words: readonly QueryWord[], from: number): Place | null {
  let start = at
  let end = at
  let exact = true
  let count = 0
  for (let index = from; index < words.length; index++) {
    const word = words[index]
    const stop = wordEnd(flat, start)
    const token = flat.slice(start, stop)
    if (!word || token === '' || !says(token, word)) break
    exact &&= spelt(text, start, stop, word)
    count++
    end = stop
    start = nextWord(flat, stop)
  }
  return count === 0 ? null : { start: at, end, words: count, exact }
}

/** Where a word stands in the folded text, in order. */
function standings(flat: string, word: QueryWord): readonly number[] {
  const found: number[] = []
  for (const beginning of word.beginnings) {
    for (let at = flat.indexOf(beginning); at >= 0; at = flat.indexOf(beginning, at + 1)) {
      if ((at === 0 || flat.charCodeAt(at - 1) === 0x20) && says(flat.slice(at, wordEnd(flat, at)), word))
        found.push(at)
    }
  }
  return word.beginnings.length > 1 ? found.sort((a, b) => a - b) : found
}

function says(token: string, word: QueryWord): boolean {
  if (!word.prefix) return searchTerm(token) === word.term
  return token.startsWith(word.typed) || searchTerm(token).startsWith(word.term)
}

const keys = new Map<string, string>()
const MOST_KEYS = 20_000

function spelt(text: string, start: number, end: number, word: QueryWord): boolean {
  if (word.exact === null) return true
  const written = text.slice(start, end)
  let key = keys.get(written)
  if (key === undefined) {
    key = accentKey(written)
    if (keys.size >= MOST_KEYS) keys.clear()
    keys.set(written, key)
  }
  return word.prefix ? beginsSpelt(key, word.exact) : key === word.exact
}

/** The tone stands last in a key: "quả" begins "quản", "qua" any of them. */
function beginsSpelt(key: string, exact: string): boolean {
  const tone = /[\u0300-\u0323]$/.exec(exact)?.[0] ?? ''
  return key.startsWith(exact.slice(0, exact.length - tone.length)) && key.endsWith(tone)
}

function wordEnd(flat: string, at: number): number {
  const space = flat.indexOf(' ', at)
  return space < 0 ? flat.length : space
}

function nextWord(flat: string, at: number): number {
  let next = at
  while (next < flat.length && flat.charCodeAt(next) === 0x20) next++
  return next
}
