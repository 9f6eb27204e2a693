import { type QueryClient, type UseQueryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CallError } from '#contract/client.ts'

/** How many rows before they are seen a page is fetched; how many pages at most are looked at together. */
const AHEAD = 40
const MOST = 4

type Counted = Readonly<{ total: number }>
type Span = Readonly<{ from: number; to: number }>

/** What is known of a list: its length, and its pages by their number. */
export type Pages<Page> = Readonly<{
  /** What they are an answer to. */
  question: string
  total: number
  size: number
  pages: ReadonlyMap<number, Page>
  /** The one that was asked last; its counts are those of the whole. */
  newest: Page
}>

type Asked<Page> = Readonly<{
  /** Name of the operation and what is asked. */
  key: readonly unknown[]
  ask(offset: number, limit: number): Promise<Page>
  size: number
  enabled?: boolean
  /** The row the list is opened at. */
  startAt?: number
}>

/**
 * A list as long as the engine says it is, of which the pages in sight are fetched by their places: `see` tells which rows
 * are looked at. While pages are on their way, those scrolled over in the meantime are not asked for. Until another question
 * has its answer, `list` is that of the last one.
 */
export function usePages<Page extends Counted>(asked: Asked<Page>) {
  const { key, ask, size, enabled = true, startAt = 0 } = asked
  const queries = useQueryClient()
  const question = JSON.stringify(key)
  const opened = { question, ...spanOf(startAt, startAt, size) }
  const [seen, setSeen] = useState(opened)
  const next = useRef<Span | null>(null)
  const { from, to } = seen.question === question ? seen : opened
  const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const answers = useQueries<UseQueryOptions<Page, CallError>[]>({
    queries: wanted.map((page) => ({
      queryKey: [...key, 'page', page],
      queryFn: () => ask(page * size, size),
      enabled
    }))
  })
  const loading = answers.some((one) => one.isLoading)
  const settled = !answers.some((one) => one.isRefetching)
  const stamp = answers.map((one) => one.dataUpdatedAt).join(' ')
  const kept = useRef<Pages<Page> | null>(null)
  const list = useMemo(() => {
    // Pages asked again one by one would tell of two states of one list.
    const now =
      settled || kept.current?.question !== question ? collect<Page>(queries, key, question, size, wanted) : null
    if (now) kept.current = now
    return kept.current
  }, [queries, question, size, from, to, stamp, settled])

  const show = useCallback(
    (span: Span) =>
      setSeen((old) =>
        old.question === question && old.from === span.from && old.to === span.to ? old : { question, ...span }
      ),
    [question]
  )
  const see = useCallback(
    (first: number, last: number) => {
      const span = spanOf(first, last, size)
      next.current = loading ? span : null
      if (!loading) show(span)
    },
    [loading, size, show]
  )
  useEffect(() => {
    const span = next.current
    next.current = null
    if (!loading && span) show(span)
  }, [loading, show])
  return {
    list,
    see,
    error: answers.find((one) => one.isError)?.error ?? null,
    retry: () => {
      for (const one of answers) void one.refetch()
    }
  } as const
}

function spanOf(first: number, last: number, size: number): Span {
  const from = Math.floor(Math.max(0, first - AHEAD) / size)
  return { from, to: Math.min(from + MOST - 1, Math.floor((last + AHEAD) / size)) }
}

/** All pages of this question that are known and still hold: those in sight, and those seen before. */
function collect<Page extends Counted>(
  queries: QueryClient,
  key: readonly unknown[],
  question: string,
  size: number,
  wanted: readonly number[]
): Pages<Page> | null {
  const pages = new Map<number, Page>()
  let newest: Readonly<{ page: Page; at: number }> | null = null
  for (const { queryKey, state } of queries.getQueryCache().findAll({ queryKey: [...key, 'page'] })) {
    const number = Number(queryKey.at(-1))
    const page = state.data as Page | undefined
    if (page === undefined || (state.isInvalidated && !wanted.includes(number))) continue
    pages.set(number, page)
    if (newest === null || state.dataUpdatedAt >= newest.at) newest = { page, at: state.dataUpdatedAt }
  }
  return newest && { question, total: newest.page.total, size, pages, newest: newest.page }
}

/** Its rows by their places; null: not known yet. A row that two pages tell of stands where the first has it. */
export function rowsOf<Page, Row>(
  list: Pages<Page> | null,
  rows: (page: Page) => readonly Row[],
  rowKey: (row: Row) => string
): readonly (Row | null)[] {
  if (list === null) return []
  const all: (Row | null)[] = new Array<Row | null>(list.total).fill(null)
  const known = new Map<string, number>()
  for (const [number, page] of [...list.pages].sort(([a], [b]) => a - b)) {
    rows(page).forEach((row, index) => {
      const key = rowKey(row)
      const place = number * list.size + index
      if (place >= list.total || (known.get(key) ?? number) !== number) return
      known.set(key, number)
      all[place] = row
    })
  }
  return all
}
