import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { indexable } from './tokens.ts'

/** Texts looked at for phrases, spread over the archive, and so many in one go. */
const SAMPLE = 400
const AT_ONCE = 20
/** Phrases of so many words. */
const LONGEST = 4
/** A phrase with a word rarer than this is found through that word. */
const COMMON = 0.1
/** In so many of the texts looked at it must stand. */
const LEAST = 0.02
const MOST = 600

/**
 * The phrases of common words that stand in most documents, the dearest to look for first: the index goes through every
 * document that has the words. Found by looking at some of the texts, a few of them each step; the words first, then two
 * of those, then three of which both twos are common: so that few are ever counted.
 */
export function* commonPhrases(db: ReadableDb, size: number): Generator<null, readonly string[]> {
  const documents = Number(prepared<[]>(db, 'SELECT count(*) FROM search_text').pluck().get())
  const text = prepared<[number]>(db, 'SELECT body FROM search_text WHERE n >= ? ORDER BY n LIMIT 1').pluck()
  const looked = Math.min(SAMPLE, documents)
  let words: ReadonlyMap<string, number> = new Map()
  let shorter: ReadonlyMap<string, number> = new Map()
  const found: { phrase: string; dear: number }[] = []
  for (let length = 1; length <= LONGEST; length++) {
    const times = new Map<string, number>()
    for (let at = 0; at < looked; at++) {
      const body = text.get(Math.floor((at * size) / looked)) as string | undefined
      if (body !== undefined) count(indexable(body).split(' '), length, shorter, times)
      if (at % AT_ONCE === AT_ONCE - 1) yield null
    }
    const least = Math.max(2, looked * (length === 1 ? COMMON : LEAST))
    shorter = new Map([...times].filter(([, texts]) => texts >= least))
    if (length === 1) words = shorter
    else for (const [phrase, texts] of shorter) found.push({ phrase, dear: texts * cost(phrase, words) })
  }
  return found
    .sort((a, b) => b.dear - a.dear)
    .slice(0, MOST)
    .map(({ phrase }) => `"${phrase}"`)
}

/** Each phrase of that many words once for a text, where what it begins and ends with is common. */
function count(
  text: readonly string[],
  length: number,
  shorter: ReadonlyMap<string, number>,
  times: Map<string, number>
): void {
  const own = new Set<string>()
  for (let at = 0; at + length <= text.length; at++) {
    if (length > 1 && !shorter.has(text.slice(at, at + length - 1).join(' '))) continue
    if (length > 1 && !shorter.has(text.slice(at + 1, at + length).join(' '))) continue
    own.add(text.slice(at, at + length).join(' '))
  }
  for (const phrase of own) times.set(phrase, (times.get(phrase) ?? 0) + 1)
}

/** What the index goes through for it: the documents of its rarest word, once for each word. */
function cost(phrase: string, words: ReadonlyMap<string, number>): number {
  const parts = phrase.split(' ')
  return Math.min(...parts.map((part) => words.get(part) ?? 0)) * parts.length
}
