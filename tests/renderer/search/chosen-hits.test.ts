import { describe, expect, it } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import { ChosenHits } from '#contract/operations/search.ts'
import { MOST_TICKED } from '#domain/search/hit-limits.ts'
import {
  ALL_CHOSEN,
  chosenAfter,
  countChosen,
  hitsOf,
  isChosen,
  NONE_CHOSEN,
  tickHits,
  toggleHit
} from '#renderer/features/search/chosen-hits.ts'

const id = (n: number) => `d_${String(n).padStart(6, '0')}` as DocumentId
const asked = (text: string) => ({ text, filters: NO_FILTERS, sort: 'relevance' as const })

describe('hits ticked one by one', () => {
  it('are ticked and unticked, and asked for by name', () => {
    const two = toggleHit(toggleHit(NONE_CHOSEN, id(1)), id(2))
    expect(hitsOf(two, asked('mạng'))).toEqual({ kind: 'named', documentIds: [id(1), id(2)] })
    expect(countChosen(toggleHit(two, id(1)), null)).toBe(1)
    expect(hitsOf(toggleHit(toggleHit(two, id(1)), id(2)), asked('mạng'))).toBeNull()
  })
  it('stay ticked while other words are tried', () => {
    const one = toggleHit(NONE_CHOSEN, id(1))
    expect(chosenAfter(one, asked('mạng'), asked('mạng xã hội'))).toBe(one)
  })
  it('end at the most one deed takes', () => {
    const many = Array.from({ length: MOST_TICKED + 5 }, (_, n) => id(n))
    const most = tickHits(NONE_CHOSEN, many)
    expect(countChosen(most, null)).toBe(MOST_TICKED)
    expect(countChosen(toggleHit(most, id(MOST_TICKED + 1)), null)).toBe(MOST_TICKED)
    expect(countChosen(toggleHit(most, id(0)), null)).toBe(MOST_TICKED - 1)
    expect(ChosenHits.safeParse(hitsOf(most, asked(''))).success).toBe(true)
  })
})

describe('all that a search finds', () => {
  it('is counted once the total is known, without what was unticked', () => {
    const all = toggleHit(ALL_CHOSEN, id(3))
    expect(countChosen(all, null)).toBeNull()
    expect(countChosen(all, 50)).toBe(49)
    expect(isChosen(all, id(3))).toBe(false)
    expect(isChosen(all, id(4))).toBe(true)
    expect(countChosen(tickHits(all, [id(3)]), 50)).toBe(50)
  })
  it('is asked for by the query, not by names', () => {
    expect(hitsOf(toggleHit(ALL_CHOSEN, id(3)), asked('mạng'))).toEqual({
      kind: 'found',
      query: 'mạng',
      filters: NO_FILTERS,
      leftOut: [id(3)]
    })
  })
  it('is nothing any more when something else is asked, and stays when only the order changes', () => {
    expect(chosenAfter(ALL_CHOSEN, asked('mạng'), asked('rừng'))).toBe(NONE_CHOSEN)
    expect(chosenAfter(ALL_CHOSEN, asked('mạng'), { ...asked('mạng'), sort: 'newest' })).toBe(ALL_CHOSEN)
  })
})
