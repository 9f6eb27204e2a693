import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { addAll, type Bits, countBits, emptyBits, keepCommon, setBit } from './bits.ts'
import type { CompiledAlternative, Unit } from './compile-query.ts'
import type { Condition } from './filters.ts'
import { openRows } from './hidden.ts'
import { isKept, postings } from './postings.ts'

/** FROM and WHERE that find every document of one alternative under a condition; `d` is the document. */
type Source = Readonly<{ sql: string; n: string; params: readonly (string | number)[] }>

/** Which table leads: `body` finds all, `register` only those whose register line has the words (fast, ranked). */
export type Lead = 'body' | 'register'

type Params = (string | number)[]

/**
 * Row numbers, newest filing first: early termination, no ranking over common words (performance.md §4).
 */
export function newest(
  db: ReadableDb,
  one: CompiledAlternative,
  condition: Condition,
  lead: Lead,
  most: number
): number[] {
  const from = source(db, one, condition, lead)
  return rows(db, `SELECT ${from.n} AS n ${from.sql} ORDER BY ${from.n} DESC LIMIT ?`, [...from.params, most])
}

/**
 * What looking for words in a row or close together costs: the documents that have all the words, times the words. The
 * index goes through every one of them for a match that is rare, whatever it is told to leave out.
 */
export function rowCost(db: ReadableDb, expression: string, size: number): number {
  let cost = 0
  for (const match of expression.split(' OR ')) {
    // What is not in quotes is FTS5's: NEAR and its distance.
    const words = [...match.matchAll(/"([^"]*)"/g)].flatMap(([, quoted]) => quoted?.split(' ') ?? [])
    const all = emptyBits(size).fill(0xffffffff)
    for (const word of new Set(words)) keepCommon(all, postings(db, 'fb', `"${word}"`, size))
    cost += countBits(all) * words.length
  }
  return cost
}

/** Row numbers by bm25 of the body, best first; only for small sets. */
export function ranked(db: ReadableDb, one: CompiledAlternative, condition: Condition, most: number): number[] {
  const table = leadTable(one, 'body')
  if (!table) return newest(db, one, condition, 'body', most)
  const from = source(db, one, condition, 'body')
  const rank = table === 'fm' ? 'bm25(fm, 10, 6, 2, 2, 1, 1)' : 'bm25(fb)'
  return rows(db, `SELECT ${from.n} AS n ${from.sql} ORDER BY ${rank} LIMIT ?`, [...from.params, most])
}

/** All that answer one alternative, `size` rows: put together from what the index said of each word and phrase. */
export function everyMatch(db: ReadableDb, one: CompiledAlternative, size: number): Bits {
  const found = one.units.length > 0 ? allOf(db, one.units, size) : null
  const fields = one.fields === null ? null : postings(db, 'fm', one.fields, size)
  const bits = found ?? (fields ? fields.slice() : everyRow(size))
  if (found && fields) keepCommon(bits, fields)
  if (one.notBody) keepCommon(bits, postings(db, 'fb', one.notBody, size), true)
  if (one.notFields) keepCommon(bits, postings(db, 'fm', one.notFields, size), true)
  if (one.condition.sql !== '') keepCommon(bits, byCondition(db, one.condition, size))
  return bits
}

/** True when `everyMatch` costs no reading of the index but for what was touched. */
export function isAnswered(db: ReadableDb, one: CompiledAlternative): boolean {
  if (one.units.length === 0 || one.fields || one.notBody || one.notFields || one.condition.sql !== '') return false
  return one.units.every((unit) => unit.every((all) => all.every((match) => isKept(db, 'fb', match))))
}

function allOf(db: ReadableDb, units: readonly Unit[], size: number): Bits {
  return units
    .map((unit) => anyOf(db, unit, size))
    .reduce((all, bits) => {
      keepCommon(all, bits)
      return all
    })
}

/** A set of one's own, to be changed. */
function anyOf(db: ReadableDb, unit: Unit, size: number): Bits {
  const any = emptyBits(size)
  for (const all of unit) {
    const [first, ...rest] = all.map((match) => postings(db, 'fb', match, size))
    if (!first) continue
    if (rest.length === 0) {
      addAll(any, first)
      continue
    }
    const both = first.slice()
    for (const bits of rest) keepCommon(both, bits)
    addAll(any, both)
  }
  return any
}

function everyRow(size: number): Bits {
  return emptyBits(size).fill(0xffffffff)
}

function byCondition(db: ReadableDb, condition: Condition, size: number): Bits {
  const bits = emptyBits(size)
  for (const n of rows(db, `SELECT d.n AS n FROM document d WHERE ${condition.sql}`, [...condition.params]))
    setBit(bits, n)
  return bits
}

function rows(db: ReadableDb, sql: string, params: Params): number[] {
  return prepared<Params>(db, sql)
    .pluck()
    .all(...params) as number[]
}

function leadTable(one: CompiledAlternative, lead: Lead): 'fm' | 'fb' | null {
  if (lead === 'register' && (one.register || one.fields)) return 'fm'
  if (one.body) return 'fb'
  return one.fields ? 'fm' : null
}

function source(db: ReadableDb, one: CompiledAlternative, condition: Condition, lead: Lead): Source {
  const table = leadTable(one, lead)
  const n = table ? `${table}.rowid` : 'd.n'
  const where: string[] = []
  const params: (string | number)[] = []
  const need = (sql: string, value: string | null) => {
    where.push(sql)
    if (value !== null) params.push(value)
  }
  if (table === 'fm') {
    const both = [lead === 'register' ? one.register : null, one.fields].filter((part) => part !== null)
    need('fm MATCH ?', both.map((part) => `(${part})`).join(' AND '))
    if (lead === 'body' && one.body) need(`${n} IN (SELECT rowid FROM fb WHERE fb MATCH ?)`, one.body)
  }
  if (table === 'fb') {
    need('fb MATCH ?', one.body)
    if (one.fields) need(`${n} IN (SELECT rowid FROM fm WHERE fm MATCH ?)`, one.fields)
  }
  if (one.notBody) need(`${n} NOT IN (SELECT rowid FROM fb WHERE fb MATCH ?)`, one.notBody)
  if (one.notFields) need(`${n} NOT IN (SELECT rowid FROM fm WHERE fm MATCH ?)`, one.notFields)
  const conditions = [one.condition, condition].filter((part) => part.sql !== '')
  for (const part of conditions) {
    where.push(`(${part.sql})`)
    params.push(...part.params)
  }
  const open = table ? openRows(db, n) : null
  if (open) where.push(open)
  if (!table) where.push('d.withdrawn_at IS NULL')
  const joined = conditions.length > 0 ? ` CROSS JOIN document d ON d.n = ${n}` : ''
  return { sql: `FROM ${table ? `${table}${joined}` : 'document d'} WHERE ${where.join(' AND ')}`, n, params }
}
