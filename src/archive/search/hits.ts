import type { SearchHit } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { documentLineByNumber } from '../store/document-lines.ts'
import type { Scored } from './candidates.ts'
import { findPlaces, type Place } from './places.ts'
import type { QueryWord } from './query-language.ts'
import { makeSnippet } from './snippet.ts'

/** As much of a long text a keystroke looks at, some twenty pages, unless nothing stands there. */
const FIRST_LOOK = 50_000

/** What is shown of each document found: its line, marks, pages and a snippet. `whole` counts places to the last page. */
export function makeHits(
  db: ReadableDb,
  scored: readonly Scored[],
  words: readonly QueryWord[],
  whole: boolean
): SearchHit[] {
  const text = prepared<[number], { body: string; pages: string }>(
    db,
    'SELECT body, pages FROM search_text WHERE n = ?'
  )
  return scored.flatMap(({ n, score }) => {
    const document = documentLineByNumber(db, n)
    if (!document) return []
    const row = text.get(n)
    const body = row?.body ?? ''
    const places = look(body, words, whole)
    const offsets = row ? pageOffsets(row.pages) : [0]
    const snippet = makeSnippet(body, places)
    return [
      {
        document,
        score,
        pages: [...new Set(places.map((place) => pageOf(offsets, place.start)))],
        places: places.length,
        subjectMarks: marks(document.subject ?? '', words),
        snippet: snippet.text,
        snippetMarks: snippet.marks
      }
    ]
  })
}

function look(body: string, words: readonly QueryWord[], whole: boolean): readonly Place[] {
  if (whole || body.length <= FIRST_LOOK) return findPlaces(body, words)
  const first = findPlaces(body.slice(0, FIRST_LOOK), words)
  return first.length > 0 ? first : findPlaces(body, words)
}

/** Offsets of the pages in the text, as the index keeps them. */
export function pageOffsets(stored: string): readonly number[] {
  return JSON.parse(stored) as number[]
}

/** Page number (from 1) that holds an offset of the document text. */
export function pageOf(offsets: readonly number[], at: number): number {
  const after = offsets.findIndex((offset) => offset > at)
  return after < 0 ? Math.max(1, offsets.length) : after
}

function marks(text: string, words: readonly QueryWord[]): [number, number][] {
  return findPlaces(text, words).map((place) => [place.start, place.end])
}
