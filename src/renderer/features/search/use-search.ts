import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CallError } from '#contract/client.ts'
import type { SearchAnswer, SearchRequest } from '#contract/operations/search.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useDebounced } from '../../hooks/use-debounced.ts'
import { useClient } from '../../transport/context.tsx'
import type { KeptQuery } from './kept-queries.ts'
import { chooseAnswer, nextOffset, type Shown } from './search-state.ts'

const PAGE = 40
/** Typing rests this long before the whole archive is searched. */
const PAUSE = 180

type Search = Readonly<{
  shown: Shown | null
  facets: SearchAnswer['facets']
  /** Counts of facets belong to what is shown. */
  counted: boolean
  error: CallError | null
  retry(): void
  more(): void
  loadingMore: boolean
}>

/** Searches in two stages: fast at each change, whole when it pauses (design §6). Answers to what is no longer asked are dropped. */
export function useSearch(asked: KeptQuery): Search {
  const client = useClient()
  const request: SearchRequest = {
    query: asked.text.normalize('NFC').trim(),
    filters: asked.filters,
    sort: asked.sort,
    offset: 0,
    limit: PAGE
  }
  const key = JSON.stringify(request)
  const settled = useDebounced(key, PAUSE)
  const fast = useCall('search.fast', request, { enabled: settled !== key })
  const full = useInfiniteQuery<SearchAnswer, CallError, { pages: SearchAnswer[] }, readonly unknown[], number>({
    queryKey: ['search.full', settled, 'pages'],
    queryFn: ({ pageParam }) =>
      client.call('search.full', { ...(JSON.parse(settled) as SearchRequest), offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => nextOffset(pages, PAGE)
  })
  const whole = settled === key ? (full.data?.pages ?? null) : null
  const before = useRef<Shown | null>(null)
  const facets = useRef<SearchAnswer['facets']>(null)
  const shown = chooseAnswer(
    request.query,
    whole,
    settled === key && whole ? null : (fast.data ?? null),
    before.current
  )
  if (whole?.[0]?.facets) facets.current = whole[0].facets
  useEffect(() => {
    before.current = shown
  })
  const error = settled === key ? full.error : fast.error
  return {
    shown,
    facets: facets.current,
    counted: whole !== null,
    error,
    retry: () => void full.refetch(),
    more: () => {
      if (whole && full.hasNextPage && !full.isFetchingNextPage) void full.fetchNextPage()
    },
    loadingMore: full.isFetchingNextPage
  }
}
