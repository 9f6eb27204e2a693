import { searchFast, searchFull } from '#archive/search/answer.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchAnswer, SearchRequest } from '#contract/operations/search.ts'
import { seeded } from '../../bench/random.ts'
import type { EvalArchive } from './archives.ts'
import { CLASSES, type KnownItem, type KnownItemClass, knownItem } from './known-items.ts'

/** Where the first meant paper stood in the answer, from 1; 0 where it was not among the shown. */
export type Rank = Readonly<{ typed: string; full: number; fast: number }>
export type ClassRanks = Readonly<{ kind: KnownItemClass; ranks: readonly Rank[] }>

const SHOWN = 40

/** Asks `each` queries of every class, drawn by a seeded source from papers of the archive, in both stages. */
export function measureSearch(archive: EvalArchive, each: number, seed: number): readonly ClassRanks[] {
  return CLASSES.map((kind, index) => {
    const random = seeded(seed * 1000 + index)
    const items: KnownItem[] = []
    for (let tries = 0; items.length < each && tries < each * 20; tries++) {
      const item = knownItem(kind, random.pick(archive.drawn), items.length, random)
      if (item) items.push(item)
    }
    const ranks = items.map((item) => ({
      typed: item.typed,
      full: rankOf(archive, searchFull(archive.db, request(item.typed)), item),
      fast: rankOf(archive, searchFast(archive.db, request(item.typed)), item)
    }))
    return { kind, ranks }
  })
}

export type Ranking = Readonly<{ queries: number; mrr: number; first: number; ten: number }>

export function ranking(ranks: readonly number[]): Ranking {
  const share = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / Math.max(1, ranks.length)
  return {
    queries: ranks.length,
    mrr: share(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    first: share(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    ten: share(ranks.map((rank) => (rank > 0 && rank <= 10 ? 1 : 0)))
  }
}

function request(query: string): SearchRequest {
  return { query, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: SHOWN }
}

function rankOf(archive: EvalArchive, answer: SearchAnswer, item: KnownItem): number {
  const number = archive.db.prepare<[string], { n: number }>('SELECT n FROM document WHERE id = ?')
  const at = answer.hits.findIndex((hit) => {
    const n = number.get(hit.document.id)?.n
    const paper = n === undefined ? null : archive.paperOf(n)
    return paper !== null && item.meant(paper)
  })
  return at + 1
}
