import { join } from 'node:path'
import type { ReadableDb } from '#archive/archive-context.ts'
import { UNFILTERED } from '#archive/search/filters.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
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
    filters: UNFILTERED,
    sort: 'relevance',
    offset: 0,
    limit: lines
  }
}
