import type { SearchRequest } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import type { CompiledAlternative } from './compile-query.ts'
import { type Condition, filterCondition } from './filters.ts'
import { newest, ranked } from './match.ts'
import { positiveWords, type Query, type QueryWord } from './query-language.ts'
import { bodyScore, registerScore } from './rank.ts'
import { findByReference } from './reference-query.ts'

const NEWEST = 200
const RANKED = 30
const RERANKED = 40
/** Above this many matches bm25 costs more than it tells (performance.md §4). */
const SATURATED = 1500
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
  return order(scoreRegister(db, gather(db, asked), asked))
}

/**
 * Full stage: the same, phrase matches and bm25 of the body, the best few reranked by their text. Best first. `total`:
 * how many documents answer, which tells whether bm25 is worth its price.
 */
export function fullCandidates(db: ReadableDb, asked: Asked, total: number): readonly Scored[] {
  const { condition, words } = asked
  const all = gather(db, asked)
  const strong = new Set<number>()
  for (const one of asked.alternatives) {
    if (one.phrase) for (const n of newest(db, { ...one, body: one.phrase }, condition, 'body', NEWEST)) strong.add(n)
    if (one.body && total <= SATURATED) for (const n of ranked(db, one, condition, RANKED)) strong.add(n)
  }
  for (const n of strong) all.add(n)
  const scored = order(scoreRegister(db, all, asked))
  const again = new Set([...scored.slice(0, RERANKED).map((one) => one.n), ...[...strong].slice(0, RERANKED)])
  const body = prepared<[number]>(db, 'SELECT body FROM search_text WHERE n = ?').pluck()
  return order(
    scored.map((one) =>
      again.has(one.n)
        ? { n: one.n, score: one.score + bodyScore((body.get(one.n) as string | undefined) ?? '', words) }
        : one
    )
  )
}

function gather(db: ReadableDb, asked: Asked): Set<number> {
  const all = new Set<number>(asked.byReference)
  for (const one of asked.alternatives) {
    if (one.register || one.fields)
      for (const n of newest(db, one, asked.condition, 'register', NEWEST)) all.add(n)
    for (const n of newest(db, one, asked.condition, 'body', NEWEST)) all.add(n)
  }
  return all
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
