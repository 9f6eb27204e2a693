import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CallError } from '#contract/client.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { useClient } from '../transport/context.tsx'

type CallOptions = Readonly<{
  enabled?: boolean
  /** Keep the last answer on screen while the next one is fetched: lists do not blink. */
  keep?: boolean
  /** Ask again every so many milliseconds. */
  every?: number
}>

/** Asks a query of the contract; asked again by itself when the engine says that something it shows has changed. */
export function useCall<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {}
): UseQueryResult<OutputOf<N>, CallError> {
  const client = useClient()
  return useQuery<OutputOf<N>, CallError>({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {})
  })
}
