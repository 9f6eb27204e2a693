import type { ReadableDb } from '#archive/archive-context.ts'
import { searchFast, searchFull } from '#archive/search/answer.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchAnswer, SearchFilters, SearchRequest } from '#contract/operations/search.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

export function request(
  query: string,
  more: Partial<Omit<SearchRequest, 'filters'>> & { filters?: Partial<SearchFilters> } = {}
): SearchRequest {
  return { query, sort: 'relevance', offset: 0, limit: 20, ...more, filters: { ...NO_FILTERS, ...more.filters } }
}

export function full(db: ReadableDb, query: string, more: Parameters<typeof request>[1] = {}): SearchAnswer {
  return searchFull(db, request(query, more))
}

export function fast(db: ReadableDb, query: string, more: Parameters<typeof request>[1] = {}): SearchAnswer {
  return searchFast(db, request(query, more))
}

export function ids(answer: SearchAnswer): readonly string[] {
  return answer.hits.map((hit) => hit.document.id)
}

/** An archive in memory; a document for each text, named d1, d2 … with its text as body and nothing on its register line. */
export function archiveOfTexts(...texts: readonly string[]): MemoryArchive {
  const archive = memoryArchive(OFFICE)
  texts.forEach((text, index) => {
    archive.file(`d${index + 1}`, {}, text)
  })
  return archive
}
