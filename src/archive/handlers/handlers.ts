import type { Caller } from '#contract/operations/operation.ts'
import type { CheckedInputOf, OperationName, OutputOf } from '#contract/operations.ts'
import type { ArchiveContext } from '../archive-context.ts'

/** A handler: order of work only. */
export type Handler<N extends OperationName> = (
  archive: ArchiveContext,
  input: CheckedInputOf<N>,
  caller: Caller
) => OutputOf<N> | Promise<OutputOf<N>>

export type Handlers<N extends OperationName> = { readonly [K in N]: Handler<K> }
