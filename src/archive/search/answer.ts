import type { SearchAnswer, SearchHit, SearchRequest } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { type Asked, ask, fastCandidates, fullCandidates, type Scored } from './candidates.ts'
import { compileQuery } from './compile-query.ts'
import { byDay, type Counted, countMatches } from './facets.ts'
import { makeHits } from './hits.ts'
import { parseQuery, type Query } from './query-language.ts'
import { readTexts } from './read-texts.ts'
import { repairQuery } from './repair.ts'
import { typedQuery } from './typed-query.ts'
import { ALL_COMPLETIONS, FEW_COMPLETIONS } from './vocabulary.ts'

/** What a keystroke shows: the likeliest documents, no total yet. */
export function searchFast(db: ReadableDb, request: SearchRequest): SearchAnswer {
  const start = performance.now()
  const query = typedQuery(request.query)
  const asked = ask(db, query, compileQuery(db, query), request)
  const found = byDate(request, query)
    ? byDay(db, countMatches(db, asked.alternatives, request.filters, asked.byReference).rows).map(unscored)
    : fastCandidates(db, asked)
  const shown = found.slice(request.offset, request.offset + request.limit)
  const hits = makeHits(db, shown, asked.weighed, readTexts(db, asked.weighed), false)
  return answer('fast', hits, null, null, null, start)
}

/** The whole answer, when typing pauses: ranked, counted, with facets; a mistyped word repaired when nothing else answers. */
export function searchFull(db: ReadableDb, request: SearchRequest): SearchAnswer {
  const start = performance.now()
  const query = typedQuery(request.query)
  const few = full(db, query, request, FEW_COMPLETIONS)
  const first = few.counted.rows.length > 0 ? few : full(db, query, request, ALL_COMPLETIONS)
  if (first.counted.rows.length > 0 || query.alternatives.length === 0) return fullAnswer(first, null, start)
  const corrected = repairQuery(db, query)
  if (corrected === null) return fullAnswer(first, null, start)
  const second = full(db, parseQuery(corrected), request, FEW_COMPLETIONS)
  return second.counted.rows.length > 0 ? fullAnswer(second, corrected, start) : fullAnswer(first, null, start)
}

/** Row numbers of all documents a search finds, the newest paper first, `most` at most; no word is repaired for it. */
export function allFound(
  db: ReadableDb,
  asked: Pick<SearchRequest, 'query' | 'filters'>,
  most: number
): readonly number[] {
  const query = typedQuery(asked.query)
  const { alternatives, byReference } = ask(db, query, compileQuery(db, query, ALL_COMPLETIONS), {
    ...asked,
    sort: 'newest',
    offset: 0,
    limit: 1
  })
  return byDay(db, countMatches(db, alternatives, asked.filters, byReference).rows).slice(0, most)
}

type Full = Readonly<{ counted: Counted; hits: SearchHit[] }>

function full(db: ReadableDb, query: Query, request: SearchRequest, completions: number): Full {
  const asked = ask(db, query, compileQuery(db, query, completions), request)
  const counted = countMatches(db, asked.alternatives, request.filters, asked.byReference)
  const texts = readTexts(db, asked.weighed)
  const found = byDate(request, query)
    ? byDay(db, counted.rows).map(unscored)
    : fullCandidates(db, asked, counted.rows, texts)
  return { counted, hits: makeHits(db, page(asked, request, found, counted.rows), asked.weighed, texts, true) }
}

function byDate(request: SearchRequest, query: Query): boolean {
  return query.alternatives.length === 0 || request.sort === 'newest'
}

function unscored(n: number): Scored {
  return { n, score: 0 }
}

/** The asked page of the found; past the ranked ones the rest of all that answer, newest filing first. */
function page(
  asked: Asked,
  request: SearchRequest,
  found: readonly Scored[],
  counted: readonly number[]
): readonly Scored[] {
  const end = request.offset + request.limit
  if (found.length >= end || byDate(request, asked.query)) return found.slice(request.offset, end)
  const ranked = new Set(found.map((one) => one.n))
  const rest = counted.slice(-(end + ranked.size)).filter((n) => !ranked.has(n))
  return [...found, ...rest.reverse().map(unscored)].slice(request.offset, end)
}

function fullAnswer(found: Full, corrected: string | null, start: number): SearchAnswer {
  return answer('full', found.hits, found.counted.rows.length, found.counted.facets, corrected, start)
}

function answer(
  stage: SearchAnswer['stage'],
  found: SearchHit[],
  total: number | null,
  facets: SearchAnswer['facets'],
  corrected: string | null,
  start: number
): SearchAnswer {
  return { stage, hits: found, total, facets, corrected, milliseconds: performance.now() - start }
}
