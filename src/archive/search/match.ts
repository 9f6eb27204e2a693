import type { ReadableDb } from '../archive-context.ts'
import type { CompiledAlternative } from './compile-query.ts'
import type { Condition } from './filters.ts'

/** FROM and WHERE that find every document of one alternative under a condition; `d` is the document. */
type Source = Readonly<{ sql: string; params: readonly (string | number)[] }>

/** Which table leads: `body` finds all, `register` only those whose register line has the words (fast, ranked). */
export type Lead = 'body' | 'register'

/** Row numbers, newest filing first: early termination, no ranking over common words (performance.md §4). */
export function newest(
  db: ReadableDb,
  one: CompiledAlternative,
  condition: Condition,
  lead: Lead,
  most: number
): number[] {
  const from = source(one, condition, lead)
  return db
    .prepare<unknown[], { n: number }>(
      `SELECT d.n AS n ${from.sql} ORDER BY ${orderColumn(one, lead)} DESC LIMIT ${most}`
    )
    .all(...from.params)
    .map((row) => row.n)
}

/** Row numbers by bm25, best first; only for small sets. */
export function ranked(
  db: ReadableDb,
  one: CompiledAlternative,
  condition: Condition,
  lead: Lead,
  most: number
): number[] {
  const table = leadTable(one, lead)
  if (!table) return newest(db, one, condition, lead, most)
  const from = source(one, condition, lead)
  const rank = table === 'fm' ? 'bm25(fm, 10, 6, 2, 2, 1, 1)' : 'bm25(fb)'
  return db
    .prepare<unknown[], { n: number }>(`SELECT d.n AS n ${from.sql} ORDER BY ${rank} LIMIT ${most}`)
    .all(...from.params)
    .map((row) => row.n)
}

/** Rows for counting: one per document, with the columns asked for. */
export function everyMatch<T>(
  db: ReadableDb,
  one: CompiledAlternative,
  condition: Condition,
  columns: string,
  tail: string
): T[] {
  const from = source(one, condition, 'body')
  return db.prepare<unknown[], T>(`SELECT ${columns} ${from.sql} ${tail}`).all(...from.params)
}

function leadTable(one: CompiledAlternative, lead: Lead): 'fm' | 'fb' | null {
  if (lead === 'register' && (one.register || one.fields)) return 'fm'
  if (one.body) return 'fb'
  return one.fields ? 'fm' : null
}

function orderColumn(one: CompiledAlternative, lead: Lead): string {
  const table = leadTable(one, lead)
  return table ? `${table}.rowid` : 'd.n'
}

function source(one: CompiledAlternative, condition: Condition, lead: Lead): Source {
  const table = leadTable(one, lead)
  const where: string[] = []
  const params: (string | number)[] = []
  const need = (sql: string, value?: string | null) => {
    where.push(sql)
    if (value !== undefined && value !== null) params.push(value)
  }
  if (table === 'fm') {
    const both = [lead === 'register' ? one.register : null, one.fields].filter((part) => part !== null)
    need('fm MATCH ?', both.map((part) => `(${part})`).join(' AND '))
    if (lead === 'body' && one.body) need('d.n IN (SELECT rowid FROM fb WHERE fb MATCH ?)', one.body)
  }
  if (table === 'fb') {
    need('fb MATCH ?', one.body)
    if (one.fields) need('d.n IN (SELECT rowid FROM fm WHERE fm MATCH ?)', one.fields)
  }
  if (one.notBody) need('d.n NOT IN (SELECT rowid FROM fb WHERE fb MATCH ?)', one.notBody)
  if (one.notFields) need('d.n NOT IN (SELECT rowid FROM fm WHERE fm MATCH ?)', one.notFields)
  for (const part of [one.condition, condition]) {
    if (part.sql !== '') {
      where.push(`(${part.sql})`)
      params.push(...part.params)
    }
  }
  const from = table ? `FROM ${table} CROSS JOIN document d ON d.n = ${table}.rowid` : 'FROM document d'
  return { sql: `${from} WHERE ${where.length > 0 ? where.join(' AND ') : '1'}`, params }
}
