import { useMemo } from 'react'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { rowsOf, usePages } from '../../hooks/use-pages.ts'
import { useClient } from '../../transport/context.tsx'

const PAGE = 100
type WorklistName = 'worklist.citations' | 'worklist.documents' | 'worklist.unanswered'
type Question<N extends WorklistName> = Omit<InputOf<N>, 'offset' | 'limit'>

/** A work list by places; `rows` and `rowKey` are functions that stay the same. */
export function useWorklist<N extends WorklistName, Row>(
  name: N,
  question: Question<N>,
  rows: (page: OutputOf<N>) => readonly Row[],
  rowKey: (row: Row) => string
) {
  const client = useClient()
  const { list, see, error, retry } = usePages<OutputOf<N>>({
    key: [name, question],
    ask: (offset, limit) => client.call(name, { ...question, offset, limit } as InputOf<N>),
    size: PAGE
  })
  const all = useMemo(() => rowsOf(list, rows, rowKey), [list, rows, rowKey])
  return { list, rows: all, onSeen: see, error, retry } as const
}
