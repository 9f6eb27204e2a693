import type { SearchAnswer, SearchHit, SearchRequest } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { documentLines } from '../store/document-lines.ts'
import { fastCandidates, fullCandidates, type Scored } from './candidates.ts'
import { compileQuery } from './compile-query.ts'
import { countMatches } from './facets.ts'
import { filterCondition } from './filters.ts'
import { newest } from './match.ts'
import { findPlaces } from './places.ts'
import { parseQuery, positiveWords, type Query, type QueryWord } from './query-language.ts'
import { findByReference } from './reference-query.ts'
import { makeSnippet } from './snippet.ts'
import { completions, isKnown, repair } from './vocabulary.ts'

/** What a keystroke shows: the likeliest documents, no total yet. */
export function searchFast(db: ReadableDb, request: SearchRequest): SearchAnswer {
  const start = performance.now()
  const query = parseQuery(request.query)
  const found = pick(db, query, request, fastCandidates)
  return answer('fast', hits(db, found, query), null, null, null, start)
}

/** The whole answer, when typing pauses: ranked, counted, with facets; a mistyped word repaired when nothing else answers. */
export function searchFull(db: ReadableDb, request: SearchRequest): SearchAnswer {
  const start = performance.now()
  const typed = parseQuery(request.query)
  const first = countMatches(db, typed, request.filters)
  const found = pick(db, typed, request, fullCandidates)
  if (first.total > 0 || found.length > 0 || typed.alternatives.length === 0) {
    const total = Math.max(first.total, found.length)
    return answer('full', hits(db, found, typed), total, first.facets, null, start)
  }
  const corrected = repairQuery(db, request.query, typed)
  if (corrected === null) return answer('full', [], 0, first.facets, null, start)
  const query = parseQuery(corrected)
  const counted = countMatches(db, query, request.filters)
  const again = pick(db, query, { ...request, query: corrected }, fullCandidates)
  return answer(
    'full',
    hits(db, again, query),
    counted.total,
    counted.facets,
    counted.total > 0 ? corrected : null,
    start
  )
}

type Stage = (db: ReadableDb, query: Query, request: SearchRequest) => readonly Scored[]

function pick(db: ReadableDb, query: Query, request: SearchRequest, stage: Stage): readonly Scored[] {
  const end = request.offset + request.limit
  if (query.alternatives.length === 0 || request.sort === 'newest')
    return byDate(db, query, request).slice(request.offset, end)
  const scored = stage(db, query, request)
  if (scored.length >= end) return scored.slice(request.offset, end)
  // Past the ranked ones: the rest, newest filing first.
  const ranked = new Set(scored.map((one) => one.n))
  const condition = filterCondition(request.filters)
  const rest = compileQuery(db, query)
    .flatMap((one) => newest(db, one, condition, 'body', end + ranked.size))
    .filter((n) => !ranked.has(n))
  return [...scored, ...[...new Set(rest)].map((n) => ({ n, score: 0 }))].slice(request.offset, end)
}

/** By date of issue, newest first; documents without a date last. */
function byDate(db: ReadableDb, query: Query, request: SearchRequest): readonly Scored[] {
  const condition = filterCondition(request.filters)
  const most = request.offset + request.limit
  const columns = `SELECT d.n AS n FROM document d WHERE ${condition.sql}`
  const tail = `ORDER BY d.issued_on IS NULL, d.issued_on DESC, d.n DESC LIMIT ${most}`
  if (query.alternatives.length === 0) {
    const rows = db.prepare<unknown[], { n: number }>(`${columns} ${tail}`).all(...condition.params)
    return rows.map((row) => ({ n: row.n, score: 0 }))
  }
  const all = new Set(findByReference(db, query.text))
  for (const one of compileQuery(db, query)) for (const n of newest(db, one, condition, 'body', 100_000)) all.add(n)
  const among = JSON.stringify([...all])
  const rows = db
    .prepare<unknown[], { n: number }>(`${columns} AND d.n IN (SELECT value FROM json_each(?)) ${tail}`)
    .all(...condition.params, among)
  return rows.map((row) => ({ n: row.n, score: 0 }))
}

function hits(db: ReadableDb, scored: readonly Scored[], query: Query): SearchHit[] {
  const words = positiveWords(query)
  const ids = db.prepare<[number], { id: string }>('SELECT id FROM document WHERE n = ?')
  const text = db.prepare<[number], { body: string; pages: string }>('SELECT body, pages FROM search_text WHERE n = ?')
  const found = scored.flatMap((one) => {
    const id = ids.get(one.n)?.id
    return id ? [{ ...one, id }] : []
  })
  const lines = new Map(
    documentLines(
      db,
      found.map((one) => one.id)
    ).map((line) => [line.id as string, line])
  )
  return found.flatMap((one) => {
    const document = lines.get(one.id)
    if (!document) return []
    const row = text.get(one.n)
    const body = row?.body ?? ''
    const places = findPlaces(body, words)
    const offsets = row ? (JSON.parse(row.pages) as number[]) : [0]
    const snippet = makeSnippet(body, places)
    return [
      {
        document,
        score: one.score,
        pages: [...new Set(places.map((place) => pageOf(offsets, place.start)))],
        places: places.length,
        subjectMarks: marks(document.subject ?? '', words),
        snippet: snippet.text,
        snippetMarks: snippet.marks
      }
    ]
  })
}

/** Page number (from 1) that holds an offset of the document text. */
export function pageOf(offsets: readonly number[], at: number): number {
  const after = offsets.findIndex((offset) => offset > at)
  return after < 0 ? Math.max(1, offsets.length) : after
}

function marks(text: string, words: readonly QueryWord[]): [number, number][] {
  return findPlaces(text, words).map((place) => [place.start, place.end])
}

/** The query with each word no document knows replaced by the nearest known one; null when none can be repaired. */
function repairQuery(db: ReadableDb, typed: string, query: Query): string | null {
  let text = typed
  let changed = false
  for (const word of positiveWords(query)) {
    if (isKnown(db, word.term) || (word.prefix && completions(db, word.term).some((term) => isKnown(db, term))))
      continue
    const better = repair(db, word.term)
    if (!better) continue
    const pattern = new RegExp(`(?<![\\p{L}\\d])${escapePattern(wordAsTyped(typed, word))}(?![\\p{L}\\d])`, 'u')
    const next = text.replace(pattern, better)
    changed ||= next !== text
    text = next
  }
  return changed ? text : null
}

function wordAsTyped(typed: string, word: QueryWord): string {
  const place = findPlaces(typed.normalize('NFC'), [{ ...word, prefix: false }])[0]
  return place ? typed.normalize('NFC').slice(place.start, place.end) : word.term
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
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
