import type { SearchRequest } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { type CompiledAlternative, compileQuery, wholePhrase } from './compile-query.ts'
import { filterCondition } from './filters.ts'
import { everyMatch, newest, ranked } from './match.ts'
import { positiveWords, type Query, type QueryWord } from './query-language.ts'
import { bodyScore, registerScore } from './rank.ts'
import { findByReference } from './reference-query.ts'

const NEWEST = 200
const RANKED = 30
const RERANKED = 40
/** Above this many body matches bm25 costs more than it tells (performance.md §4). */
const SATURATED = 2000
const REFERENCE_SCORE = 1000

export type Scored = Readonly<{ n: number; score: number }>

/** Fast stage: reference, register line and newest body matches; reads no body (design §6). Best first. */
export function fastCandidates(db: ReadableDb, query: Query, request: SearchRequest): readonly Scored[] {
  const found = gather(db, query, request)
  return order(scoreRegister(db, found.all, found.byReference, positiveWords(query)))
}

/** Full stage: the same, phrase matches and bm25 of the body, the best few reranked by their text. Best first. */
export function fullCandidates(db: ReadableDb, query: Query, request: SearchRequest): readonly Scored[] {
  const found = gather(db, query, request)
  const words = positiveWords(query)
  const condition = filterCondition(request.filters)
  const all = new Set(found.all)
  const strong = new Set<number>()
  compileQuery(db, query).forEach((one, index) => {
    const phrase = wholePhrase(query.alternatives[index] ?? [])
    if (phrase) for (const n of newest(db, { ...one, body: phrase }, condition, 'body', NEWEST)) strong.add(n)
    if (one.body && !isSaturated(db, one, condition))
      for (const n of ranked(db, one, condition, 'body', RANKED)) strong.add(n)
  })
  for (const n of strong) all.add(n)
  const scored = order(scoreRegister(db, [...all], found.byReference, words))
  const again = new Set([...scored.slice(0, RERANKED).map((one) => one.n), ...[...strong].slice(0, RERANKED)])
  const body = db.prepare<[number], { body: string }>('SELECT body FROM search_text WHERE n = ?')
  return order(
    scored.map((one) =>
      again.has(one.n) ? { n: one.n, score: one.score + bodyScore(body.get(one.n)?.body ?? '', words) } : one
    )
  )
}

function gather(
  db: ReadableDb,
  query: Query,
  request: SearchRequest
): { all: readonly number[]; byReference: readonly number[] } {
  const condition = filterCondition(request.filters)
  const byReference = keep(db, findByReference(db, query.text), condition)
  const all = new Set<number>(byReference)
  for (const one of compileQuery(db, query)) {
    if (one.register || one.fields) {
      const register = newest(db, one, condition, 'register', NEWEST)
      for (const n of register) all.add(n)
      if (register.length < NEWEST) for (const n of ranked(db, one, condition, 'register', RANKED)) all.add(n)
    }
    for (const n of newest(db, one, condition, 'body', NEWEST)) all.add(n)
  }
  return { all: [...all], byReference }
}

function keep(
  db: ReadableDb,
  rows: readonly number[],
  condition: ReturnType<typeof filterCondition>
): readonly number[] {
  const test = db.prepare<unknown[], { n: number }>(
    `SELECT d.n AS n FROM document d WHERE d.n = ? AND ${condition.sql}`
  )
  return rows.filter((n) => test.get(n, ...condition.params) !== undefined)
}

function isSaturated(db: ReadableDb, one: CompiledAlternative, condition: ReturnType<typeof filterCondition>): boolean {
  return everyMatch<{ n: number }>(db, one, condition, 'd.n AS n', `LIMIT ${SATURATED}`).length >= SATURATED
}

function scoreRegister(
  db: ReadableDb,
  rows: readonly number[],
  byReference: readonly number[],
  words: readonly QueryWord[]
): readonly Scored[] {
  const line = db.prepare<[number], { subject: string | null; issuer: string | null; signer: string | null }>(
    'SELECT subject, issuer, signer FROM document WHERE n = ?'
  )
  const place = new Map(byReference.map((n, index) => [n, index]))
  return rows.map((n) => {
    const row = line.get(n)
    const parties = [row?.issuer, row?.signer].filter(Boolean).join(' / ')
    const score = registerScore({ n, subject: row?.subject ?? '', parties }, words)
    const index = place.get(n)
    return { n, score: index === undefined ? score : REFERENCE_SCORE - index + score / 1000 }
  })
}

/** Best first; equal scores newest filing first. */
function order(scored: readonly Scored[]): readonly Scored[] {
  return [...scored].sort((a, b) => b.score - a.score || b.n - a.n)
}
