import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { findPlaces, type Place } from './places.ts'
import type { QueryWord } from './query-language.ts'

/** A document's text as the index keeps it. */
export type ReadText = Readonly<{
  body: string
  /** JSON: offset of each page in the body. */
  pages: string
  /** Where the words of the query stand in the whole of it, looked for once. */
  places(): readonly Place[]
}>

/** Texts of documents by row number; undefined where there is none. */
export type ReadTexts = (n: number) => ReadText | undefined

/** Longer texts are read again where they are shown: sixty of them are not held at once. */
const KEPT = 100_000

/** The texts one answer reads, each of them once: what is ranked by its text is shown with a piece of it. */
export function readTexts(db: ReadableDb, words: readonly QueryWord[]): ReadTexts {
  const get = prepared<[number], { body: string; pages: string }>(db, 'SELECT body, pages FROM search_text WHERE n = ?')
  const kept = new Map<number, ReadText>()
  return (n) => {
    const known = kept.get(n)
    if (known) return known
    const row = get.get(n)
    if (!row) return undefined
    const text = withPlaces(row, words)
    if (row.body.length <= KEPT) kept.set(n, text)
    return text
  }
}

function withPlaces(row: Readonly<{ body: string; pages: string }>, words: readonly QueryWord[]): ReadText {
  let found: readonly Place[] | null = null
  return {
    ...row,
    places() {
      found ??= findPlaces(row.body, words)
      return found
    }
  }
}
