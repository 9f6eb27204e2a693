import type { SearchAnswer, SearchFilters, SearchHit } from '#contract/operations/search.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { searchWords as words } from '../../strings/search.ts'

export const FACETS = ['directions', 'documentTypes', 'issuers', 'years', 'recipients'] as const
export type FacetName = (typeof FACETS)[number]
export type Sort = 'relevance' | 'newest'

export const NO_FILTERS: SearchFilters = {
  directions: [],
  documentTypes: [],
  issuers: [],
  years: [],
  recipients: [],
  from: null,
  to: null
}

/** What a person calls a value of a facet. */
export function valueName(facet: FacetName, value: string): string {
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

/** The conditions in force, one chip a facet. */
export function chipsOf(filters: SearchFilters): readonly Chip[] {
  const chips: Chip[] = FACETS.filter((facet) => filters[facet].length > 0).map((facet) => {
    const names = ticked(filters, facet).map((value) => valueName(facet, value))
    const text = names.length > 3 ? words.chipMany(words.facets[facet], names.length) : names.join(', ')
    return { key: facet, text: facet === 'years' ? words.chipYears(text) : text }
  })
  if (filters.from || filters.to)
    chips.push({ key: 'days', text: words.chipDays(showDay(filters.from), showDay(filters.to)) })
  return chips
}

export function dropChip(filters: SearchFilters, key: Chip['key']): SearchFilters {
  return key === 'days' ? { ...filters, from: null, to: null } : { ...filters, [key]: [] }
}

export type FacetRow = Readonly<{ value: string; name: string; count: number | null; on: boolean }>

/**
 * Rows of a facet: the counted values, then the ticked ones that no document has, so that a tick can always be taken
 * off. Only `most` are shown until the rest is asked for; a ticked one is always among them.
 */
export function facetRows(
  facet: FacetName,
  counts: readonly Readonly<{ value: string; count: number }>[],
  filters: SearchFilters,
  most: number
): Readonly<{ rows: readonly FacetRow[]; more: number }> {
  const on = ticked(filters, facet)
  const known = new Set(counts.map((one) => one.value))
  const all: FacetRow[] = [
    ...counts.map((one) => ({
      value: one.value,
      name: valueName(facet, one.value),
      count: one.count,
      on: on.includes(one.value)
    })),
    ...on
      .filter((value) => !known.has(value))
      .map((value) => ({ value, name: valueName(facet, value), count: 0, on: true }))
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
