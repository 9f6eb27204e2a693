import type { SearchAnswer, SearchFilters } from '#contract/operations/search.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { addAll, emptyBits, rowsOf, setBit } from './bits.ts'
import { type Columns, columnsOf, type Dictionary, dayNumber, knownNumber, recipientsOf } from './columns.ts'
import type { CompiledAlternative } from './compile-query.ts'
import { everyMatch } from './match.ts'

type Facets = NonNullable<SearchAnswer['facets']>

/** All documents that answer, as `document.n` in ascending order, and how many there are of each kind. */
export type Counted = Readonly<{ rows: readonly number[]; facets: Facets }>

const MOST_VALUES = 30
/** Above this many matches the recipients are not counted one by one. */
const MOST_FOR_RECIPIENTS = 1000

const DIRECTION = 1
const TYPE = 2
const ISSUER = 4
const YEAR = 8

/**
 * How many documents answer, and for each facet how many would with that value ticked: a facet's own ticks do not
 * lessen its other values. One pass over the matches, by the columns held in memory. `also` are documents that answer
 * by their reference.
 */
export function countMatches(
  db: ReadableDb,
  alternatives: readonly CompiledAlternative[],
  filters: SearchFilters,
  also: readonly number[] = []
): Counted {
  const columns = columnsOf(db)
  const failing = ticks(db, columns, filters)
  const rows: number[] = []
  const directions = new Uint32Array(columns.directions.texts.length)
  const types = new Uint32Array(columns.types.texts.length)
  const issuers = new Uint32Array(columns.issuers.texts.length)
  const years = new Uint32Array(10_000)
  const found = matching(db, columns, alternatives, also)
  if (failing === null) countAll(columns, found, { directions, types, issuers, years })
  else
    for (const n of found) {
      const fails = failing(n)
      if (fails === 0) rows.push(n)
      if ((fails & ~DIRECTION) === 0) count(directions, columns.direction[n] ?? 0)
      if ((fails & ~TYPE) === 0) count(types, columns.type[n] ?? 0)
      if ((fails & ~ISSUER) === 0) count(issuers, columns.issuer[n] ?? 0)
      if ((fails & ~YEAR) === 0) count(years, Math.trunc((columns.day[n] ?? 0) / 10_000))
    }
  const kept = failing === null ? found : rows
  return {
    rows: kept,
    facets: {
      directions: tally(directions, columns.directions),
      documentTypes: tally(types, columns.types),
      issuers: tally(issuers, columns.issuers),
      years: newestYears(years),
      recipients: kept.length <= MOST_FOR_RECIPIENTS ? recipients(db, columns, kept) : []
    }
  }
}

type Counts = Readonly<Record<'directions' | 'types' | 'issuers' | 'years', Uint32Array>>

/** Nothing is ticked: every facet counts every match. */
function countAll(columns: Columns, rows: readonly number[], counts: Counts): void {
  const { direction, type, issuer, day } = columns
  const { directions, types, issuers, years } = counts
  for (const n of rows) {
    count(directions, direction[n] ?? 0)
    count(types, type[n] ?? 0)
    count(issuers, issuer[n] ?? 0)
    count(years, Math.trunc((day[n] ?? 0) / 10_000))
  }
}

function count(of: Uint32Array, value: number): void {
  of[value] = (of[value] ?? 0) + 1
}

/** Newest day of issue first, those without one last; of one day the one filed last first. */
export function byDay(db: ReadableDb, rows: readonly number[]): readonly number[] {
  const { day } = columnsOf(db)
  return [...rows].sort((a, b) => (day[b] ?? 0) - (day[a] ?? 0) || b - a)
}

/** Standing documents that answer any alternative (none: all there are), each once, ascending. */
function matching(
  db: ReadableDb,
  columns: Columns,
  alternatives: readonly CompiledAlternative[],
  also: readonly number[]
): readonly number[] {
  const { live, size } = columns
  const found: number[] = []
  if (alternatives.length === 0) {
    for (let n = 0; n < size; n++) if (live[n] === 1) found.push(n)
    return found
  }
  const marked = emptyBits(size)
  for (const n of also) setBit(marked, n)
  for (const one of alternatives) addAll(marked, everyMatch(db, one, size).subarray(0, marked.length))
  const rows = rowsOf(marked)
  return rows.every((n) => live[n] === 1) ? rows : rows.filter((n) => live[n] === 1)
}

/** Which facets' ticks a document fails, as bits; what is no facet of its own fails all of them. null: nothing is ticked. */
function ticks(db: ReadableDb, columns: Columns, filters: SearchFilters): ((n: number) => number) | null {
  const chosen = (dictionary: Dictionary, values: readonly string[]) =>
    values.length === 0 ? null : new Set(values.map((value) => knownNumber(dictionary, value)))
  const directions = chosen(columns.directions, filters.directions)
  const types = chosen(columns.types, filters.documentTypes)
  const issuers = chosen(columns.issuers, filters.issuers)
  const years = filters.years.length === 0 ? null : new Set(filters.years)
  const from = filters.from ? dayNumber(filters.from) : 0
  const to = filters.to ? dayNumber(filters.to) : 0
  const sent = filters.recipients.length === 0 ? null : sentTo(db, filters.recipients)
  const none = !directions && !types && !issuers && !years && !sent && from === 0 && to === 0
  if (none) return null
  const all = DIRECTION | TYPE | ISSUER | YEAR
  return (n) => {
    const day = columns.day[n] ?? 0
    if (from !== 0 && day < from) return all
    if (to !== 0 && (day === 0 || day > to)) return all
    if (sent && !sent.has(n)) return all
    return (
      (directions && !directions.has(columns.direction[n] ?? 0) ? DIRECTION : 0) |
      (types && !types.has(columns.type[n] ?? 0) ? TYPE : 0) |
      (issuers && !issuers.has(columns.issuer[n] ?? 0) ? ISSUER : 0) |
      (years && !years.has(Math.trunc(day / 10_000)) ? YEAR : 0)
    )
  }
}

function sentTo(db: ReadableDb, recipients: readonly string[]): ReadonlySet<number> {
  const rows = prepared<[string]>(
    db,
    `SELECT DISTINCT d.n FROM recipient_line r JOIN document d ON d.id = r.document_id
     WHERE r.text IN (SELECT value FROM json_each(?))`
  ).pluck()
  return new Set(rows.all(JSON.stringify(recipients)) as number[])
}

function recipients(db: ReadableDb, columns: Columns, rows: readonly number[]): Facets['recipients'] {
  const counts = new Map<number, number>()
  for (const names of recipientsOf(db, columns, rows))
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return mostFirst([...counts].map(([name, count]) => ({ value: columns.names.texts[name] ?? '', count })))
}

function tally(counts: Uint32Array, dictionary: Dictionary): Facets['issuers'] {
  return mostFirst(dictionary.texts.map((value, number) => ({ value, count: counts[number] ?? 0 })).slice(1))
}

function newestYears(counts: Uint32Array): Facets['years'] {
  const years: { value: string; count: number }[] = []
  for (let year = counts.length - 1; year > 0; year--) {
    const count = counts[year] ?? 0
    if (count > 0) years.push({ value: String(year).padStart(4, '0'), count })
  }
  return years.slice(0, MOST_VALUES)
}

function mostFirst(values: readonly { value: string; count: number }[]): { value: string; count: number }[] {
  return values
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'vi'))
    .slice(0, MOST_VALUES)
}
