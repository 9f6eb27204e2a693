import type { SearchRequest } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { rowsOf } from './bits.ts'
import { sizeOf } from './columns.ts'
import type { CompiledAlternative } from './compile-query.ts'
import { type Condition, filterCondition, officeTerms } from './filters.ts'
import { everyMatch, isAnswered, newest, ranked, rowCost } from './match.ts'
import { findPlaces } from './places.ts'
import { type Query, type QueryWord, wordsOfText } from './query-language.ts'
import { bodySignScore, registerScore, textScore } from './rank.ts'
import type { ReadTexts } from './read-texts.ts'
import { findByReference } from './reference-query.ts'

const NEWEST = 200
const RANKED = 30
const RERANKED = 40
/** Body matches still worth a look when this many register lines have all the words. */
const ENOUGH_LINES = 80
const FEW_BODIES = 40
/** A keystroke weighs so many of the newest. */
const AT_ONCE = 120
/** Above this many matches bm25 costs more than it tells (performance.md §4); for three words and more, how close they stand tells it. */
const SATURATED = 500
const REFERENCE_SCORE = 1000
/** What looking for words that stand together may cost (see rowCost): some 12 ms, and for a keystroke some 3. */
const AFFORDABLE = 110_000
const QUICK = 25_000
/** From so many words on it tells how they stand in the text. */
const READ_WORDS = 3
/** Of a long text so much is read for ranking: some forty pages. */
const READ = 100_000

export type Scored = Readonly<{ n: number; score: number }>

/** A query made ready for this archive: parsed, compiled, and the documents it names by their reference. */
export type Asked = Readonly<{
  query: Query
  /** Words that rank and are marked: those of other fields than the subject are met by every answer alike. */
  weighed: readonly QueryWord[]
  /** Hits wanted from the first on. */
  wanted: number
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
  const condition = filterCondition(request.filters, request.filters.terms.length > 0 ? officeTerms(db) : [])
  const byReference = keep(db, findByReference(db, query.text), condition)
  const wanted = request.offset + request.limit
  return { query, weighed: wordsOfText(query), wanted, alternatives, condition, byReference }
}

/** Fast stage: reference, register line and newest body matches; reads no body (design §6). Best first. */
export function fastCandidates(db: ReadableDb, asked: Asked): readonly Scored[] {
  const all = new Set(asked.byReference)
  const atOnce = Math.max(AT_ONCE, asked.wanted)
  for (const one of asked.alternatives) {
    // Its own number typed in one piece: who else names it is for the whole answer to say.
    if (asked.byReference.length > 0 && isOnePiece(asked.query)) continue
    const lines = lineMatches(db, one, asked.condition, atOnce)
    for (const n of lines) all.add(n)
    const bodies = lines.length < ENOUGH_LINES ? atOnce : FEW_BODIES
    for (const n of newestBodies(db, one, asked.condition, bodies)) all.add(n)
  }
  return order(scoreRegister(db, all, asked))
}

function newestBodies(db: ReadableDb, one: CompiledAlternative, condition: Condition, most: number): readonly number[] {
  const size = sizeOf(db)
  if (condition.sql === '' && isAnswered(db, one)) return rowsOf(everyMatch(db, one, size)).slice(-most)
  const dear = one.units.flat(2).filter((match) => match.includes(' '))
  const cost = dear.reduce((sum, match) => sum + rowCost(db, match, size), 0)
  return cost > QUICK ? [] : newest(db, one, condition, 'body', most)
}

/** Asks for words in a row or close together, which costs by all documents that have the words. */
function inARow(one: CompiledAlternative): boolean {
  return one.units.some((unit) => unit.some((all) => all.some((match) => match.includes(' '))))
}

/**
 * Full stage: the same, phrase matches and bm25 of the body, the best few reranked by their text. Best first.
 * `counted`: all that answer, ascending; how many they are tells whether bm25 is worth its price.
 */
export function fullCandidates(
  db: ReadableDb,
  asked: Asked,
  counted: readonly number[],
  texts: ReadTexts
): readonly Scored[] {
  if (counted.length === 0) return []
  const { condition, weighed: words } = asked
  const all = new Set([...asked.byReference, ...(counted.length <= SATURATED ? counted : counted.slice(-NEWEST))])
  const phrases = new Set<number>()
  const ranks = new Map<number, number>()
  for (const one of asked.alternatives) {
    for (const n of lineMatches(db, one, condition, NEWEST)) all.add(n)
    for (const n of together(db, one, condition)) phrases.add(n)
    if (one.body && one.near === null && !inARow(one) && counted.length <= SATURATED)
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
  const isRead = words.length >= READ_WORDS || words.some((word) => word.exact !== null)
  return isRead ? preferTexts(texts, order(signs), words) : order(signs)
}

/**
 * Documents in which the words stand together: side by side, or close by in any order where there are enough of them to
 * be half-remembered words. Where too many documents have all the words, nobody is made to wait for it.
 */
export function together(
  db: ReadableDb,
  one: CompiledAlternative,
  condition: Condition,
  most = NEWEST,
  affordable = AFFORDABLE
): readonly number[] {
  const match = one.near ?? one.phrase
  if (match === null || rowCost(db, match, sizeOf(db)) > affordable) return []
  return newest(db, { ...one, body: match }, condition, 'body', most)
}

/** The best few are read, and go up where they are spelt as typed (S02) and where the words stand together. */
function preferTexts(texts: ReadTexts, scored: readonly Scored[], words: readonly QueryWord[]): readonly Scored[] {
  const best = scored.slice(0, RERANKED).map(({ n, score }) => {
    const text = texts(n)
    if (!text) return { n, score }
    const places = text.body.length <= READ ? text.places() : findPlaces(text.body.slice(0, READ), words)
    return { n, score: score + textScore(places, words) }
  })
  return order([...best, ...scored.slice(RERANKED)])
}

function isOnePiece(query: Query): boolean {
  const [first] = query.alternatives
  return query.alternatives.length === 1 && first?.length === 1 && first[0]?.phrase === true
}

function lineMatches(db: ReadableDb, one: CompiledAlternative, condition: Condition, most: number): readonly number[] {
  return one.register || one.fields ? newest(db, one, condition, 'register', most) : []
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
    const score = registerScore({ subject: subject ?? '', parties: [issuer ?? '', signer ?? ''] }, asked.weighed)
    const index = place.get(n)
    return { n, score: index === undefined ? score : REFERENCE_SCORE - index + score / 1000 }
  })
}

/** Best first; equal scores newest filing first. */
function order(scored: readonly Scored[]): readonly Scored[] {
  return [...scored].sort((a, b) => b.score - a.score || b.n - a.n)
}
