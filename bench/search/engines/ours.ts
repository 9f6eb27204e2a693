import { join } from 'node:path'
import type { ReadableDb } from '#archive/archive-context.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchAnswer, SearchRequest } from '#contract/operations/search.ts'
import type { Opener } from '../search-engine.ts'

type Stage = (db: ReadableDb, request: SearchRequest) => SearchAnswer

/** An opener of one stage, showing so many lines with marked texts. */
export function opener(stage: Stage, lines: number): Opener {
  return (folder) => {
    const db = openDatabase(join(folder, 'archive', 'archive.db'), { readonly: true })
    return { ask: (query) => stage(db, request(query, lines)).hits.length, close: () => db.close() }
  }
}

export function request(query: string, lines: number): SearchRequest {
  return {
    query,
    filters: NO_FILTERS,
    sort: 'relevance',
    offset: 0,
    limit: lines
  }
}
