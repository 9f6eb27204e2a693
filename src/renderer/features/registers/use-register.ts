import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallError } from '#contract/client.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { useClient } from '../../transport/context.tsx'

import { mergeEntries } from './register-entry.tsx'

type Page = OutputOf<'register.list'>
export type RegisterQuestion = Omit<InputOf<'register.list'>, 'offset' | 'limit'>

const PAGE = 200

/** The rows of a register as far as they were scrolled to, with the counts of the whole. */
export function useRegister(question: RegisterQuestion, enabled: boolean) {
  const client = useClient()
  const asked = useInfiniteQuery<Page, CallError, { pages: Page[] }, readonly unknown[], number>({
    queryKey: ['register.list', question, 'pages'],
    queryFn: ({ pageParam }) => client.call('register.list', { ...question, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => {
      const got = pages.reduce((sum, page) => sum + page.rows.length, 0)
      return got < (pages[0]?.total ?? 0) && (pages.at(-1)?.rows.length ?? 0) > 0 ? got : null
    },
    placeholderData: keepPreviousData,
    enabled
  })
  const pages = asked.data?.pages
  const entries = useMemo(() => mergeEntries(pages ?? []), [pages])
  return {
    entries,
    first: pages?.[0] ?? null,
    error: asked.error,
    pending: asked.isPending,
    retry: () => void asked.refetch(),
    more: () => {
      if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage()
    }
  } as const
}
