import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchFilters } from '#contract/operations/search.ts'
import { ownStore, passingStore, type Store } from '../../app/own-store.ts'
import { FACETS, isFiltered, type Sort } from './search-state.ts'

/** A query as it can be asked again. */
export type KeptQuery = Readonly<{ text: string; filters: SearchFilters; sort: Sort }>

const PLACES = { recent: 'vankho.search.recent', saved: 'vankho.search.saved' } as const
export type KeptKind = keyof typeof PLACES

const MOST_RECENT = 8
const MOST_SAVED = 40

/** Queries kept at this window; what cannot be read counts as none. */
export function keptQueries(kind: KeptKind, store: Store = placeOf(kind)): readonly KeptQuery[] {
  try {
    const stored: unknown = JSON.parse(store.getItem(PLACES[kind]) ?? '[]')
    return Array.isArray(stored) ? stored.flatMap(readKept) : []
  } catch {
    return []
  }
}

/** Puts a query first; an equal one below goes. Nothing typed and nothing ticked is no query. */
export function keepQuery(kind: KeptKind, query: KeptQuery, store: Store = placeOf(kind)): readonly KeptQuery[] {
  const text = query.text.trim().replace(/\s+/g, ' ')
  const before = keptQueries(kind, store)
  if (text === '' && !isFiltered(query.filters)) return before
  const kept = { ...query, text }
  // A query typed on from a shorter one replaces it: "mạng x" is not worth keeping beside "mạng xã hội".
  const rest = before.filter(
    (one) => !sameQuery(one, kept) && !(kind === 'recent' && one.text !== '' && kept.text.startsWith(one.text))
  )
  return write(kind, [kept, ...rest].slice(0, kind === 'recent' ? MOST_RECENT : MOST_SAVED), store)
}

export function dropQuery(kind: KeptKind, query: KeptQuery, store: Store = placeOf(kind)): readonly KeptQuery[] {
  return write(
    kind,
    keptQueries(kind, store).filter((one) => !sameQuery(one, query)),
    store
  )
}

function placeOf(kind: KeptKind): Store {
  return kind === 'recent' ? passingStore() : ownStore()
}

export function sameQuery(a: KeptQuery, b: KeptQuery): boolean {
  return key(a) === key(b)
}

function key(query: KeptQuery): string {
  const ticks = FACETS.map((facet) => [...query.filters[facet]].map(String).sort())
  return JSON.stringify([
    query.text.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase(),
    ticks,
    query.filters.from,
    query.filters.to
  ])
}

function write(kind: KeptKind, queries: readonly KeptQuery[], store: Store): readonly KeptQuery[] {
  try {
    store.setItem(PLACES[kind], JSON.stringify(queries))
  } catch {
    // A full or forbidden store of the window: the queries are a convenience, the search goes on without them.
  }
  return queries
}

function readKept(stored: unknown): readonly KeptQuery[] {
  if (typeof stored !== 'object' || stored === null) return []
  const { text, filters, sort } = stored as Readonly<{ text?: unknown; filters?: unknown; sort?: unknown }>
  if (typeof text !== 'string' || typeof filters !== 'object' || filters === null) return []
  const given = filters as Readonly<Record<string, unknown>>
  const lists = FACETS.every((facet) => given[facet] === undefined || Array.isArray(given[facet]))
  if (!lists) return []
  return [
    {
      text,
      filters: { ...NO_FILTERS, ...(filters as Partial<SearchFilters>) },
      sort: sort === 'newest' ? 'newest' : 'relevance'
    }
  ]
}
