import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReadableDb } from '#archive/archive-context.ts'
import { columnsOf } from '#archive/search/columns.ts'
import { keepWarm } from '#archive/search/keep-warm.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import type { SearchAnswer, SearchRequest } from '#contract/operations/search.ts'
import type { Opener } from '../search-engine.ts'

type Stage = (db: ReadableDb, request: SearchRequest) => SearchAnswer

/** An opener of one stage: `lines` papers with marked lines of their texts; `warm`: after what is read while nobody asks. */
export function opener(stage: Stage, lines: number, warm = false): Opener {
  return (folder) => {
    const db = openDatabase(join(folder, 'archive', 'archive.db'), { readonly: true })
    return {
      ask: (query) => stage(db, request(query, lines)).hits.length,
      async settle() {
        if (!warm || columnsOf(db).size < SMALL) return
        keepWarm(db)
        await wait(WARM)
      },
      close: () => db.close()
    }
  }
}

/** Four hundred words, one every 40 ms and what each takes. */
const WARM = 25_000
/** So few documents are not read before. */
const SMALL = 5_000

export function request(query: string, lines: number): SearchRequest {
  return {
    query,
    filters: { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null },
    sort: 'relevance',
    offset: 0,
    limit: lines
  }
}
