import { useRef } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { SearchHit } from '#contract/operations/search.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { ALL_CHOSEN, type Chosen, chosenAfter, isChosen, NONE_CHOSEN, tickHits, toggleHit } from './chosen-hits.ts'
import type { KeptQuery } from './kept-queries.ts'

/** Which hits are ticked, by single ones, by a stretch from where Shift was first held, or all. */
export function useChosen(hits: readonly SearchHit[]) {
  const [chosen, setChosen] = useKeptState<Chosen>('search.chosen', NONE_CHOSEN)
  const stretch = useRef<Readonly<{ from: number; before: Chosen }> | null>(null)
  const put = (next: Chosen) => {
    stretch.current = null
    setChosen(next)
  }
  return {
    chosen,
    any: chosen.kind === 'all' || chosen.ids.size > 0,
    has: (id: DocumentId) => isChosen(chosen, id),
    toggle: (id: DocumentId) => put(toggleHit(chosen, id)),
    /** From the row where the stretch began to this one; what was ticked before stays. */
    stretchTo: (from: number, to: number) => {
      const begun = stretch.current ?? { from, before: chosen }
      stretch.current = begun
      const rows = hits.slice(Math.min(begun.from, to), Math.max(begun.from, to) + 1)
      setChosen(
        tickHits(
          begun.before,
          rows.map((hit) => hit.document.id)
        )
      )
    },
    /** The next stretch begins anew: the current row was moved without ticking. */
    endStretch: () => {
      stretch.current = null
    },
    all: () => put(ALL_CHOSEN),
    none: () => put(NONE_CHOSEN),
    asked: (before: KeptQuery, next: KeptQuery) => put(chosenAfter(chosen, before, next))
  } as const
}
