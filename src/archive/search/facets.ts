import type { SearchAnswer, SearchFilters } from '#contract/operations/search.ts'
import type { Term } from '#domain/search/terms.ts'
import type { ReadableDb } from '../archive-context.ts'
import { bookNamings } from '../store/book-naming.ts'
import { prepared } from '../store/db/prepared.ts'
import { dossierNames } from '../store/dossiers.ts'
import { addAll, emptyBits, rowsOf, setBit } from './bits.ts'
import { type Columns, columnsOf, type Dictionary, dayNumber, knownNumber, recipientsOf } from './columns.ts'
import type { CompiledAlternative } from './compile-query.ts'
import { officeTerms } from './filters.ts'
import { everyMatch } from './match.ts'
import { type Numbered, type Place, type Shelf, setsWith, shelfOf } from './shelf.ts'

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
const TERM = 16
const BOOK = 32
const DOSSIER = 64
const ALL = 127

/** What is counted of every document: the columns and where it is kept; the office's terms. */
type Counting = Readonly<{ columns: Columns; shelf: Shelf; terms: readonly Term[] }>

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
  const counting = countingOf(db)
  const { columns, shelf, terms } = counting
  const failing = ticks(db, counting, filters)
  const rows: number[] = []
  const counts: Counts = {
    directions: new Uint32Array(columns.directions.texts.length),
    types: new Uint32Array(columns.types.texts.length),
    issuers: new Uint32Array(columns.issuers.texts.length),
    years: new Uint32Array(10_000),
    terms: new Uint32Array(terms.length + 1),
    books: new Uint32Array(shelf.books.ids.length),
    sets: new Uint32Array(shelf.sets.length)
  }
  const found = matching(db, columns, alternatives, also)
  if (failing === null) countAll(counting, found, counts)
  else
    for (const n of found) {
      const fails = failing(n)
      const day = columns.day[n] ?? 0
      if (fails === 0) rows.push(n)
      if ((fails & ~DIRECTION) === 0) count(counts.directions, columns.direction[n] ?? 0)
      if ((fails & ~TYPE) === 0) count(counts.types, columns.type[n] ?? 0)
      if ((fails & ~ISSUER) === 0) count(counts.issuers, columns.issuer[n] ?? 0)
      if ((fails & ~YEAR) === 0) count(counts.years, Math.trunc(day / 10_000))
      const { term, book, set } = placeOf(shelf, n)
      if ((fails & ~TERM) === 0) count(counts.terms, term)
      if ((fails & ~BOOK) === 0) count(counts.books, book)
      if ((fails & ~DOSSIER) === 0) count(counts.sets, set)
    }
  const kept = failing === null ? found : rows
  return {
    rows: kept,
    facets: {
      directions: tally(counts.directions, columns.directions),
      documentTypes: tally(counts.types, columns.types),
      issuers: tally(counts.issuers, columns.issuers),
      terms: newestTerms(counts.terms, terms, filters.terms),
      years: newestYears(counts.years),
      books: fullestBooks(db, counts.books, shelf, filters.books),
      dossiers: fullestDossiers(db, counts.sets, shelf, filters.dossiers),
      recipients: kept.length <= MOST_FOR_RECIPIENTS ? recipients(db, columns, kept) : []
    }
  }
}

function countingOf(db: ReadableDb): Counting {
  const [columns, terms] = [columnsOf(db), officeTerms(db)]
  return { columns, shelf: shelfOf(db, columns, terms), terms }
}

const NOWHERE: Place = { term: 0, book: 0, set: 0 }

function placeOf(shelf: Shelf, n: number): Place {
  return shelf.places[shelf.place[n] ?? 0] ?? NOWHERE
}

type Counts = Readonly<Record<'directions' | 'types' | 'issuers' | 'years' | 'terms' | 'books' | 'sets', Uint32Array>>

/** Nothing is ticked: every facet counts every match. */
function countAll({ columns, shelf }: Counting, rows: readonly number[], counts: Counts): void {
  const { direction, type, issuer, day } = columns
  const { directions, types, issuers, years } = counts
  const { place } = shelf
  const places = new Uint32Array(shelf.places.length)
  for (const n of rows) {
    count(directions, direction[n] ?? 0)
    count(types, type[n] ?? 0)
    count(issuers, issuer[n] ?? 0)
    count(years, Math.trunc((day[n] ?? 0) / 10_000))
    count(places, place[n] ?? 0)
  }
  for (const [number, { term, book, set }] of shelf.places.entries()) {
    const found = places[number] ?? 0
    if (found === 0) continue
    count(counts.terms, term, found)
    count(counts.books, book, found)
    count(counts.sets, set, found)
  }
}

function count(of: Uint32Array, value: number, found = 1): void {
  of[value] = (of[value] ?? 0) + found
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
function ticks(db: ReadableDb, counting: Counting, filters: SearchFilters): ((n: number) => number) | null {
  const { columns, shelf } = counting
  const among = (values: readonly string[], numberOf: (value: string) => number) =>
    values.length === 0 ? null : new Set(values.map(numberOf))
  const chosen = (dictionary: Dictionary, values: readonly string[]) =>
    among(values, (value) => knownNumber(dictionary, value))
  const directions = chosen(columns.directions, filters.directions)
  const types = chosen(columns.types, filters.documentTypes)
  const issuers = chosen(columns.issuers, filters.issuers)
  const years = filters.years.length === 0 ? null : new Set(filters.years)
  const terms = among(filters.terms, (key) => counting.terms.findIndex((term) => term.key === key) + 1 || -1)
  const books = among(filters.books, (id) => shelf.books.numbers.get(id) ?? -1)
  const sets = filters.dossiers.length === 0 ? null : setsWith(shelf, filters.dossiers)
  const from = filters.from ? dayNumber(filters.from) : 0
  const to = filters.to ? dayNumber(filters.to) : 0
  const sent = filters.recipients.length === 0 ? null : sentTo(db, filters.recipients)
  const ticked = [directions, types, issuers, years, terms, books, sets, sent].some((one) => one !== null)
  if (!ticked && from === 0 && to === 0) return null
  return (n) => {
    const day = columns.day[n] ?? 0
    if (from !== 0 && day < from) return ALL
    if (to !== 0 && (day === 0 || day > to)) return ALL
    if (sent && !sent.has(n)) return ALL
    const place = placeOf(shelf, n)
    return (
      (directions && !directions.has(columns.direction[n] ?? 0) ? DIRECTION : 0) |
      (types && !types.has(columns.type[n] ?? 0) ? TYPE : 0) |
      (issuers && !issuers.has(columns.issuer[n] ?? 0) ? ISSUER : 0) |
      (years && !years.has(Math.trunc(day / 10_000)) ? YEAR : 0) |
      (terms && !terms.has(place.term) ? TERM : 0) |
      (books && !books.has(place.book) ? BOOK : 0) |
      (sets && !sets.has(place.set) ? DOSSIER : 0)
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

/** Newest first; a ticked one stays, whatever it counts. */
function newestTerms(counts: Uint32Array, terms: readonly Term[], ticked: readonly string[]): Facets['terms'] {
  return terms
    .map(({ key, from, to }, index) => ({ value: key, count: counts[index + 1] ?? 0, from, to }))
    .filter((one) => one.count > 0 || ticked.includes(one.value))
    .reverse()
}

/** Of the fullest books those of the newest period first, as the register has them. */
function fullestBooks(db: ReadableDb, counts: Uint32Array, shelf: Shelf, ticked: readonly string[]): Facets['books'] {
  const found = fullest(counts, shelf.books, ticked)
  return bookNamings(db, [...found.keys()])
    .map(([value, book]) => ({ value, count: found.get(value) ?? 0, book }))
    .sort((a, b) => (a.book.period.from < b.book.period.from ? 1 : a.book.period.from > b.book.period.from ? -1 : 0))
}

function fullestDossiers(
  db: ReadableDb,
  counts: Uint32Array,
  shelf: Shelf,
  ticked: readonly string[]
): Facets['dossiers'] {
  const own = new Uint32Array(shelf.dossiers.ids.length)
  for (const [set, dossiers] of shelf.sets.entries())
    for (const dossier of dossiers) own[dossier] = (own[dossier] ?? 0) + (counts[set] ?? 0)
  const found = fullest(own, shelf.dossiers, ticked)
  return dossierNames(db, [...found.keys()]).map(([value, name]) => ({ value, count: found.get(value) ?? 0, ...name }))
}

/** Counts of those with most documents, most first; ticked ones are always among them, whatever they count. */
function fullest(counts: Uint32Array, { ids, numbers }: Numbered, ticked: readonly string[]): Map<string, number> {
  const most: number[] = []
  for (let number = 1; number < counts.length; number++) if ((counts[number] ?? 0) > 0) most.push(number)
  most.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  const found = new Map<string, number>()
  for (const number of most.slice(0, MOST_VALUES)) found.set(ids[number] ?? '', counts[number] ?? 0)
  for (const id of ticked) {
    const number = numbers.get(id)
    if (!found.has(id)) found.set(id, number === undefined ? 0 : (counts[number] ?? 0))
  }
  return found
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
