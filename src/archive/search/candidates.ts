import type { SearchRequest } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import type { CompiledAlternative } from './compile-query.ts'
import { type Condition, filterCondition } from './filters.ts'
import { newest, ranked } from './match.ts'
import { positiveWords, type Query, type QueryWord } from './query-language.ts'
import { bodySignScore, registerScore, spellingScore } from './rank.ts'
import { findByReference } from './reference-query.ts'

const NEWEST = 200
const RANKED = 30
const RERANKED = 40
/** Body matches still worth a look when this many register lines have all the words. */
const ENOUGH_LINES = 100
const FEW_BODIES = 60
/** Above this many matches bm25 costs more than it tells (performance.md §4). */
const SATURATED = 500
const REFERENCE_SCORE = 1000

export type Scored = Readonly<{ n: number; score: number }>

/** A query made ready for this archive: parsed, compiled, and the documents it names by their reference. */
export type Asked = Readonly<{
  query: Query
  words: readonly QueryWord[]
  alternatives: readonly CompiledAlternative[]
  condition: Condition
  byReference: readonly number[]
}>

export function ask(
  db: ReadableDb,
  query: Query,
  alternatives: readonly CompiledAlternative[],
  request: SearchRequest
): Asked {
  const condition = filterCondition(request.filters)
  const byReference = keep(db, findByReference(db, query.text), condition)
  return { query, words: positiveWords(query), alternatives, condition, byReference }
}

/** Fast stage: reference, register line and newest body matches; reads no body (design §6). Best first. */
export function fastCandidates(db: ReadableDb, asked: Asked): readonly Scored[] {
  const all = new Set(asked.byReference)
  for (const one of asked.alternatives) {
    const lines = lineMatches(db, one, asked.condition)
    for (const n of lines) all.add(n)
    // Its own number typed in one piece: who else names it is for the whole answer to say.
    if (asked.byReference.length > 0 && isOnePiece(asked.query)) continue
    const bodies = lines.length < ENOUGH_LINES ? NEWEST : FEW_BODIES
    for (const n of newest(db, one, asked.condition, 'body', bodies)) all.add(n)
  }
  return order(scoreRegister(db, all, asked))
}

/**
 * Full stage: the same, phrase matches and bm25 of the body, the best few reranked by their text. Best first.
 * `counted`: all that answer, ascending; how many they are tells whether bm25 is worth its price.
 */
export function fullCandidates(db: ReadableDb, asked: Asked, counted: readonly number[]): readonly Scored[] {
  if (counted.length === 0) return []
  const { condition, words } = asked
  const all = new Set([...asked.byReference, ...counted.slice(-NEWEST)])
  const phrases = new Set<number>()
  const ranks = new Map<number, number>()
  for (const one of asked.alternatives) {
    for (const n of lineMatches(db, one, condition)) all.add(n)
    if (one.phrase) for (const n of newest(db, { ...one, body: one.phrase }, condition, 'body', NEWEST)) phrases.add(n)
    if (one.body && counted.length <= SATURATED)
      ranked(db, one, condition, RANKED).forEach((n, index) => {
        ranks.set(n, Math.min(index, ranks.get(n) ?? index))
      })
  }
  for (const n of phrases) all.add(n)
  for (const n of ranks.keys()) all.add(n)
  const signs = scoreRegister(db, all, asked).map(({ n, score }) => ({
    n,
    score: score + bodySignScore({ phrase: phrases.has(n), rank: ranks.get(n) ?? null })
  }))
  return words.some((word) => word.exact !== null) ? preferSpelling(db, order(signs), words) : order(signs)
}

/** Typed with marks: the best few are read, and go up where they are spelt so (S02). */
function preferSpelling(db: ReadableDb, scored: readonly Scored[], words: readonly QueryWord[]): readonly Scored[] {
  const body = prepared<[number]>(db, 'SELECT body FROM search_text WHERE n = ?').pluck()
  const best = scored.slice(0, RERANKED).map(({ n, score }) => {
    const text = body.get(n) as string | undefined
    return { n, score: text ? score + spellingScore(text, words) : score }
  })
  return order([...best, ...scored.slice(RERANKED)])
}

function isOnePiece(query: Query): boolean {
  const [first] = query.alternatives
  return query.alternatives.length === 1 && first?.length === 1 && first[0]?.phrase === true
}

function lineMatches(db: ReadableDb, one: CompiledAlternative, condition: Condition): readonly number[] {
  return one.register || one.fields ? newest(db, one, condition, 'register', NEWEST) : []
}

function keep(db: ReadableDb, rows: readonly number[], condition: Condition): readonly number[] {
  if (condition.sql === '') return rows
  const test = prepared<unknown[]>(db, `SELECT 1 FROM document d WHERE d.n = ? AND ${condition.sql}`)
  return rows.filter((n) => test.get(n, ...condition.params) !== undefined)
}

type Line = [n: number, subject: string | null, issuer: string | null, signer: string | null]

function scoreRegister(db: ReadableDb, rows: ReadonlySet<number>, asked: Asked): readonly Scored[] {
  const lines = prepared<[string]>(
    db,
    'SELECT d.n, d.subject, d.issuer, d.signer FROM json_each(?) j CROSS JOIN document d ON d.n = j.value'
  )
    .raw()
    .all(JSON.stringify([...rows])) as Line[]
  const place = new Map(asked.byReference.map((n, index) => [n, index]))
  return lines.map(([n, subject, issuer, signer]) => {
    const score = registerScore({ subject: subject ?? '', parties: [issuer ?? '', signer ?? ''] }, asked.words)
    const index = place.get(n)
    return { n, score: index === undefined ? score : REFERENCE_SCORE - index + score / 1000 }
  })
}

/** Best first; equal scores newest filing first. */
function order(scored: readonly Scored[]): readonly Scored[] {
  return [...scored].sort((a, b) => b.score - a.score || b.n - a.n)
}
