import { useCallback, useMemo } from 'react'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { usePages } from '../../hooks/use-pages.ts'
import { useClient } from '../../transport/context.tsx'
import { entriesOf, offsetOf } from './register-entry.tsx'

export type RegisterQuestion = Omit<InputOf<'register.list'>, 'offset' | 'limit'>

const PAGE = 200

/** The rows of a register by their places, those in sight known, with the counts of the whole. */
export function useRegister(question: RegisterQuestion, enabled: boolean) {
  const client = useClient()
  const key = ['register.list', question] as const
  const name = JSON.stringify(key)
  const [left, leave] = useKeptState(`register.${question.direction}.left`, { name, row: 0 })
  const startAt = left.name === name ? left.row : 0
  const { list, see, error, retry } = usePages<OutputOf<'register.list'>>({
    key,
    ask: (offset, limit) => client.call('register.list', { ...question, offset, limit }),
    size: PAGE,
    enabled,
    startAt
  })
  const { entries, starts } = useMemo(() => entriesOf(list), [list])
  const onSeen = useCallback(
    (first: number, last: number) => see(offsetOf(starts, first, PAGE), offsetOf(starts, last, PAGE)),
    [see, starts]
  )
  return {
    entries,
    /** What the entries answer. */
    question: list?.question ?? name,
    first: list?.newest ?? null,
    error,
    pending: list === null,
    retry,
    onSeen,
    startAt,
    /** Where the list is to be opened when one comes back to it. */
    leaveAt: (row: number) => leave({ name, row })
  } as const
}
