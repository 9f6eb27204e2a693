import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { CallError } from '#contract/client.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { useClient } from '../../transport/context.tsx'

const PAGE = 100
type WorklistName = 'worklist.citations' | 'worklist.documents' | 'worklist.unanswered'
type Question<N extends WorklistName> = Omit<InputOf<N>, 'offset' | 'limit'>

/** A work list as far as it was scrolled to. */
export function useWorklist<N extends WorklistName>(name: N, question: Question<N>) {
  const client = useClient()
  const asked = useInfiniteQuery<OutputOf<N>, CallError, { pages: OutputOf<N>[] }, readonly unknown[], number>({
    queryKey: [name, question, 'pages'],
    queryFn: ({ pageParam }) => client.call(name, { ...question, offset: pageParam, limit: PAGE } as InputOf<N>),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => {
      const got = pages.length * PAGE
      return got < (pages[0]?.total ?? 0) ? got : null
    },
    placeholderData: keepPreviousData
  })
  return {
    pages: asked.data?.pages ?? null,
    pending: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
    more: () => {
      if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage()
    }
  } as const
}
