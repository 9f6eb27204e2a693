import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import type { CompiledAlternative } from './compile-query.ts'
import type { Condition } from './filters.ts'

/** FROM and WHERE that find every document of one alternative under a condition; `d` is the document. */
type Source = Readonly<{ sql: string; n: string; params: readonly (string | number)[] }>

/** Which table leads: `body` finds all, `register` only those whose register line has the words (fast, ranked). */
export type Lead = 'body' | 'register'

type Params = (string | number)[]

/** Row numbers, newest filing first: early termination, no ranking over common words (performance.md §4). */
export function newest(
  db: ReadableDb,
  one: CompiledAlternative,
  condition: Condition,
  lead: Lead,
  most: number
): number[] {
  const from = source(one, condition, lead)
  return rows(db, `SELECT ${from.n} AS n ${from.sql} ORDER BY ${from.n} DESC LIMIT ?`, [...from.params, most])
}

/** Row numbers by bm25 of the body, best first; only for small sets. */
export function ranked(db: ReadableDb, one: CompiledAlternative, condition: Condition, most: number): number[] {
  const table = leadTable(one, 'body')
  if (!table) return newest(db, one, condition, 'body', most)
  const from = source(one, condition, 'body')
  const rank = table === 'fm' ? 'bm25(fm, 10, 6, 2, 2, 1, 1)' : 'bm25(fb)'
  return rows(db, `SELECT ${from.n} AS n ${from.sql} ORDER BY ${rank} LIMIT ?`, [...from.params, most])
}

/** Row numbers of all that answer one alternative, in no order. */
export function everyMatch(db: ReadableDb, one: CompiledAlternative): number[] {
  const from = source(one, { sql: '', params: [] }, 'body')
  return rows(db, `SELECT ${from.n} AS n ${from.sql}`, [...from.params])
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

function source(one: CompiledAlternative, condition: Condition, lead: Lead): Source {
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
  if (!table) where.push('d.withdrawn_at IS NULL')
  const joined = conditions.length > 0 ? ` CROSS JOIN document d ON d.n = ${n}` : ''
  return { sql: `FROM ${table ? `${table}${joined}` : 'document d'} WHERE ${where.join(' AND ')}`, n, params }
}
