import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { searchOperations } from '#contract/operations/search.ts'
import { searchFast, searchFull } from '../search/answer.ts'
import { checkIndex } from '../search/check-index.ts'
import { pageOf, pageOffsets } from '../search/hits.ts'
import { keepWarm } from '../search/keep-warm.ts'
import { findPlaces } from '../search/places.ts'
import { wordsOfText } from '../search/query-language.ts'
import { readQuery } from '../search/read-query.ts'
import { suggest } from '../search/suggest.ts'
import { typedQuery } from '../search/typed-query.ts'
import type { Handlers } from './handlers.ts'

export const searchHandlers: Handlers<keyof typeof searchOperations> = {
  'search.fast': (archive, input) => searchFast(archive.db, input),
  /** Keystrokes that came meanwhile are answered first: the whole answer is only asked for when typing pauses. */
  'search.full': async (archive, input) => {
    await letOthersGo()
    const answer = searchFull(archive.db, input)
    keepWarm(archive)
    return answer
  },
  'search.suggest': (archive, input) => ({ suggestions: suggest(archive.db, input.text, input.limit) }),
  'search.read': (archive, input) => readQuery(archive.db, input.text, input.caret),
  'search.places': (archive, input) => {
    const row = archive.db
      .prepare<[string], { body: string; pages: string }>(
        'SELECT t.body AS body, t.pages AS pages FROM search_text t JOIN document d ON d.n = t.n WHERE d.id = ?'
      )
      .get(input.documentId)
    if (!row) return { places: [] }
    const offsets = pageOffsets(row.pages)
    const places = findPlaces(row.body, wordsOfText(typedQuery(input.query)))
    return {
      places: places.map((place) => ({ page: pageOf(offsets, place.start), start: place.start, end: place.end }))
    }
  },
  'search.check': (archive) => {
    const check = checkIndex(archive.db)
    return {
      ok: check.differing.length === 0 && check.indexed === check.documents,
      documents: check.documents,
      indexed: check.indexed,
      differing: check.differing.length
    }
  }
}
