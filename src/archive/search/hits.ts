import type { SearchHit } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { documentLineByNumber } from '../store/document-lines.ts'
import type { Scored } from './candidates.ts'
import { findPlaces, type Place } from './places.ts'
import type { QueryWord } from './query-language.ts'
import type { ReadText, ReadTexts } from './read-texts.ts'
import { makeSnippet } from './snippet.ts'

/** As much of a long text a keystroke looks at, some twenty pages, unless nothing stands there. */
const FIRST_LOOK = 50_000

/** What is shown of each document found: its line, marks, pages and a snippet. `whole` counts places to the last page. */
export function makeHits(
  db: ReadableDb,
  scored: readonly Scored[],
  words: readonly QueryWord[],
  texts: ReadTexts,
  whole: boolean
): SearchHit[] {
  return scored.flatMap(({ n, score }) => {
    const document = documentLineByNumber(db, n)
    if (!document) return []
    const text = texts(n)
    const body = text?.body ?? ''
    const places = text ? look(text, words, whole) : []
    const offsets = text ? pageOffsets(text.pages) : [0]
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

function look(text: ReadText, words: readonly QueryWord[], whole: boolean): readonly Place[] {
  if (whole || text.body.length <= FIRST_LOOK) return text.places()
  const first = findPlaces(text.body.slice(0, FIRST_LOOK), words)
  return first.length > 0 ? first : text.places()
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
