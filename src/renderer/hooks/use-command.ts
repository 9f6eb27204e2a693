import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CallError } from '#contract/client.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import { useClient } from '../transport/context.tsx'

/**
 * Runs a command of the contract. What it changed is asked again through the engine's `changed` events and,
 * in case the stream is broken at that moment, once after the answer.
 */
export function useCommand<N extends OperationName>(name: N): UseMutationResult<OutputOf<N>, CallError, InputOf<N>> {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation<OutputOf<N>, CallError, InputOf<N>>({
    mutationKey: [name],
    mutationFn: (input) => client.call(name, input),
    onSuccess: () => void queries.invalidateQueries({ refetchType: 'active' })
  })
}
