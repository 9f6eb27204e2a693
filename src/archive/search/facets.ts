import type { SearchAnswer, SearchFilters } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { compileQuery } from './compile-query.ts'
import { filterCondition } from './filters.ts'
import { everyMatch } from './match.ts'
import type { Query } from './query-language.ts'

type Facets = NonNullable<SearchAnswer['facets']>
type Row = Readonly<{ n: number; direction: string; type: string | null; issuer: string | null; year: string | null }>

const MOST_VALUES = 30
/** Above this many matches the recipients are not counted one by one. */
const MOST_FOR_RECIPIENTS = 3000

/**
 * How many documents answer, and for each facet how many would with that value ticked: a facet's own ticks do not
 * lessen its other values. One pass over the matches.
 */
export function countMatches(db: ReadableDb, query: Query, filters: SearchFilters): { total: number; facets: Facets } {
  const wide: SearchFilters = { ...filters, directions: [], documentTypes: [], issuers: [], years: [] }
  const rows = matches(db, query, wide)
  const tests = {
    directions: (row: Row) =>
      filters.directions.length === 0 || filters.directions.some((one) => one === row.direction),
    documentTypes: (row: Row) =>
      filters.documentTypes.length === 0 || filters.documentTypes.some((one) => one === row.type),
    issuers: (row: Row) => filters.issuers.length === 0 || filters.issuers.some((one) => one === row.issuer),
    years: (row: Row) => filters.years.length === 0 || filters.years.some((one) => String(one) === row.year)
  }
  const passes = (row: Row, except: keyof typeof tests | null) =>
    (Object.keys(tests) as (keyof typeof tests)[]).every((name) => name === except || tests[name](row))
  const kept = rows.filter((row) => passes(row, null))
  const count = (name: keyof typeof tests, value: (row: Row) => string | null) =>
    tally(rows.filter((row) => passes(row, name)).map(value))
  return {
    total: kept.length,
    facets: {
      directions: count('directions', (row) => row.direction),
      documentTypes: count('documentTypes', (row) => row.type),
      issuers: count('issuers', (row) => row.issuer),
      years: count('years', (row) => row.year).sort((a, b) => b.value.localeCompare(a.value)),
      recipients: kept.length <= MOST_FOR_RECIPIENTS ? recipients(db, kept) : []
    }
  }
}

function matches(db: ReadableDb, query: Query, filters: SearchFilters): readonly Row[] {
  const condition = filterCondition(filters)
  const columns =
    'd.n AS n, d.direction AS direction, d.document_type AS type, d.issuer AS issuer, substr(d.issued_on, 1, 4) AS year'
  const alternatives = compileQuery(db, query)
  if (alternatives.length === 0) {
    return db
      .prepare<unknown[], Row>(`SELECT ${columns} FROM document d WHERE ${condition.sql}`)
      .all(...condition.params)
  }
  const found = new Map<number, Row>()
  for (const one of alternatives)
    for (const row of everyMatch<Row>(db, one, condition, columns, '')) found.set(row.n, row)
  return [...found.values()]
}

function recipients(db: ReadableDb, rows: readonly Row[]): Facets['recipients'] {
  const lines = db.prepare<[number], { text: string }>(
    "SELECT r.text AS text FROM recipient_line r JOIN document d ON d.id = r.document_id WHERE d.n = ? AND r.kind IN ('body', 'group')"
  )
  return tally(rows.flatMap((row) => [...new Set(lines.all(row.n).map((line) => line.text))]))
}

function tally(values: readonly (string | null)[]): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'vi'))
    .slice(0, MOST_VALUES)
}
