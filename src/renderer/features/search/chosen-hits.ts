import type { DocumentId } from '#contract/ids.ts'
import type { ChosenHits } from '#contract/operations/search.ts'
import { MOST_TICKED } from '#domain/search/hit-limits.ts'
import { type KeptQuery, sameQuery } from './kept-queries.ts'

/** Hits ticked one by one, which stay ticked while other words are tried; or all that the search finds but some. */
export type Chosen =
  | Readonly<{ kind: 'named'; ids: ReadonlySet<DocumentId> }>
  | Readonly<{ kind: 'all'; leftOut: ReadonlySet<DocumentId> }>

export const NONE_CHOSEN: Chosen = { kind: 'named', ids: new Set() }
export const ALL_CHOSEN: Chosen = { kind: 'all', leftOut: new Set() }

export function isChosen(chosen: Chosen, id: DocumentId): boolean {
  return chosen.kind === 'named' ? chosen.ids.has(id) : !chosen.leftOut.has(id)
}

/** Ticks or unticks; past the most that can be named nothing more is ticked. */
export function toggleHit(chosen: Chosen, id: DocumentId): Chosen {
  const set = new Set(chosen.kind === 'named' ? chosen.ids : chosen.leftOut)
  if (!set.delete(id) && set.size < MOST_TICKED) set.add(id)
  return chosen.kind === 'named' ? { kind: 'named', ids: set } : { kind: 'all', leftOut: set }
}

/** Ticks all of these, whatever they were. */
export function tickHits(chosen: Chosen, ids: readonly DocumentId[]): Chosen {
  if (chosen.kind === 'all') {
    const back = new Set(ids)
    return { kind: 'all', leftOut: new Set([...chosen.leftOut].filter((id) => !back.has(id))) }
  }
  return { kind: 'named', ids: new Set([...new Set([...chosen.ids, ...ids])].slice(0, MOST_TICKED)) }
}

/** How many are chosen; null while it is not known how many the search finds. */
export function countChosen(chosen: Chosen, total: number | null): number | null {
  if (chosen.kind === 'named') return chosen.ids.size
  return total === null ? null : Math.max(0, total - chosen.leftOut.size)
}

/** "All that this search finds" means nothing any more when something else is asked; what was named stays. */
export function chosenAfter(chosen: Chosen, before: KeptQuery, next: KeptQuery): Chosen {
  return chosen.kind === 'named' || sameQuery(before, next) ? chosen : NONE_CHOSEN
}

/** As the engine is asked. */
export function hitsOf(chosen: Chosen, asked: Pick<KeptQuery, 'text' | 'filters'>): ChosenHits | null {
  if (chosen.kind === 'all') {
    return { kind: 'found', query: asked.text, filters: asked.filters, leftOut: [...chosen.leftOut] }
  }
  return chosen.ids.size === 0 ? null : { kind: 'named', documentIds: [...chosen.ids] }
}
