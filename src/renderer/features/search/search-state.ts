import type { SearchAnswer, SearchFilters, SearchHit } from '#contract/operations/search.ts'
import { EARLIER } from '#domain/search/terms.ts'
import { bookPeriodName, type NamedBook } from '#domain/vocabulary/book-names.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { searchWords as words } from '../../strings/search.ts'
import { bookLine, capital, shortBookName } from '../books/book-choices.ts'

export const FACETS = [
  'directions',
  'documentTypes',
  'issuers',
  'terms',
  'years',
  'books',
  'dossiers',
  'recipients'
] as const
export type FacetName = (typeof FACETS)[number]
export type Sort = 'relevance' | 'newest'

type Facets = SearchAnswer['facets']
/** `name` says it whole; in the narrow list `label` stands above `detail` where one line would not tell it from others. */
type CountedValue = Readonly<{ value: string; count: number; name: string; label?: string; detail?: string }>

/** The values of a facet as counted, with what a person calls them. */
export function countedValues(facets: Facets, facet: FacetName): readonly CountedValue[] {
  if (facets === null) return []
  if (facet === 'terms')
    return facets.terms.map(({ value, count, from, to }) => {
      if (from === null) {
        const year = nextYear(to ?? '')
        return { value, count, name: words.beforeTerm(year), label: words.before(year) }
      }
      const years = periodYears({ kind: 'term', from, to })
      return { value, count, name: words.term(years), label: years }
    })
  if (facet === 'books')
    return facets.books.map(({ value, count, book }) => {
      const label = shortBookName(book)
      const detail = [periodYears(book.period), book.name ? null : book.body].filter(Boolean).join(' · ')
      return { value, count, name: bookLine(book), label, detail }
    })
  if (facet === 'dossiers')
    return facets.dossiers.map(({ value, count, code, title }) => {
      return { value, count, name: words.dossier(code, title), label: code, detail: title }
    })
  return facets[facet].map((one) => ({ ...one, name: valueName(facet, one.value) }))
}

/** "2020–2025"; a year is said to be one. */
function periodYears(period: NamedBook['period']): string {
  const name = bookPeriodName({ period })
  return period.kind === 'term' ? (/\d.*/.exec(name)?.[0] ?? name) : capital(name)
}

/** Of the day after: a term may begin with the year. */
function nextYear(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 4)
}

/** What a person calls a value that nothing more is known of. */
function valueName(facet: FacetName, value: string): string {
  if (facet === 'terms') return value === EARLIER ? words.beforeTerms : words.termFrom(value.slice(0, 4))
  if (facet === 'books' || facet === 'dossiers') return words.goneValue
  if (facet === 'directions' && Object.hasOwn(commonWords.directions, value))
    return commonWords.directions[value as keyof typeof commonWords.directions]
  if (facet === 'documentTypes' && Object.hasOwn(DOCUMENT_TYPES, value))
    return DOCUMENT_TYPES[value as keyof typeof DOCUMENT_TYPES].name
  return value
}

/** The values ticked in a facet, as the facet's counts write them. */
export function ticked(filters: SearchFilters, facet: FacetName): readonly string[] {
  return filters[facet].map(String)
}

/** Ticks or unticks one value. */
export function toggleValue(filters: SearchFilters, facet: FacetName, value: string): SearchFilters {
  const now = ticked(filters, facet)
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value]
  return { ...filters, [facet]: facet === 'years' ? next.map(Number) : next }
}

export function isFiltered(filters: SearchFilters): boolean {
  return FACETS.some((facet) => filters[facet].length > 0) || filters.from !== null || filters.to !== null
}

export type Chip = Readonly<{ key: FacetName | 'days'; text: string }>

/** The conditions in force, one chip a facet; books and dossiers have their names from the last answer. */
export function chipsOf(filters: SearchFilters, facets: Facets = null): readonly Chip[] {
  const chips: Chip[] = FACETS.filter((facet) => filters[facet].length > 0).map((facet) => {
    const known = new Map(countedValues(facets, facet).map((one) => [one.value, one.name]))
    const values = ticked(filters, facet)
    const nameless = (facet === 'books' || facet === 'dossiers') && !values.every((value) => known.has(value))
    if (values.length > 3 || nameless) return { key: facet, text: words.chipMany(words.facets[facet], values.length) }
    const text = values.map((value) => known.get(value) ?? valueName(facet, value)).join(', ')
    if (facet === 'years') return { key: facet, text: words.chipYears(text) }
    return { key: facet, text: facet === 'books' || facet === 'dossiers' ? `${words.facets[facet]}: ${text}` : text }
  })
  if (filters.from || filters.to)
    chips.push({ key: 'days', text: words.chipDays(showDay(filters.from), showDay(filters.to)) })
  return chips
}

export function dropChip(filters: SearchFilters, key: Chip['key']): SearchFilters {
  return key === 'days' ? { ...filters, from: null, to: null } : { ...filters, [key]: [] }
}

export type FacetRow = Readonly<{
  value: string
  name: string
  label: string
  detail: string | null
  count: number | null
  on: boolean
}>

/**
 * Rows of a facet: the counted values, then the ticked ones that no document has, so that a tick can always be taken
 * off. Only `most` are shown until the rest is asked for; a ticked one is always among them.
 */
export function facetRows(
  facet: FacetName,
  counts: readonly CountedValue[],
  filters: SearchFilters,
  most: number
): Readonly<{ rows: readonly FacetRow[]; more: number }> {
  const on = ticked(filters, facet)
  const known = new Set(counts.map((one) => one.value))
  const all: FacetRow[] = [
    ...counts.map((one) => ({
      value: one.value,
      name: one.name,
      label: one.label ?? one.name,
      detail: one.detail ?? null,
      count: one.count,
      on: on.includes(one.value)
    })),
    ...on
      .filter((value) => !known.has(value))
      .map((value) => {
        const name = valueName(facet, value)
        return { value, name, label: name, detail: null, count: 0, on: true }
      })
  ]
  const rows = all.filter((row, index) => index < most || row.on)
  return { rows, more: all.length - rows.length }
}

export type Shown = Readonly<{
  hits: readonly SearchHit[]
  /** null until the whole archive was searched: then nothing is said of how many there are. */
  total: number | null
  corrected: string | null
  /** For which query these hits are. */
  query: string
}>

/**
 * What to show: the whole answer for what is typed; until it comes the fast one; until that comes what was there before,
 * so that nothing blinks. An answer for other words than those typed is never taken for a new one.
 */
export function chooseAnswer(
  query: string,
  full: readonly SearchAnswer[] | null,
  fast: SearchAnswer | null,
  before: Shown | null
): Shown | null {
  const first = full?.[0]
  if (full && first) {
    return { hits: uniqueHits(full), total: first.total, corrected: first.corrected, query }
  }
  if (fast) return { hits: fast.hits, total: null, corrected: null, query }
  return before ? { ...before, total: null, corrected: null } : null
}

/** Pages of hits joined; a document that moved between two pages is shown once. */
function uniqueHits(pages: readonly SearchAnswer[]): readonly SearchHit[] {
  const seen = new Set<string>()
  return pages
    .flatMap((page) => page.hits)
    .filter((hit) => {
      if (seen.has(hit.document.id)) return false
      seen.add(hit.document.id)
      return true
    })
}

/** Where the next page of hits begins, or null when there is none. */
export function nextOffset(pages: readonly SearchAnswer[], limit: number): number | null {
  const total = pages[0]?.total ?? 0
  const got = pages.length * limit
  return got < total && (pages.at(-1)?.hits.length ?? 0) > 0 ? got : null
}

/** "tr. 1, 2, 3 · 11 chỗ". */
export function placesLine(hit: Pick<SearchHit, 'pages' | 'places'>): string {
  if (hit.places === 0) return ''
  const pages = hit.pages.length > 4 ? `${hit.pages.slice(0, 4).join(', ')} …` : hit.pages.join(', ')
  return pages ? words.places(pages, hit.places) : words.placesOnly(hit.places)
}
