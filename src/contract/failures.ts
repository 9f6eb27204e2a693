import { z } from 'zod'
import type { FailureCode } from './operation-error.ts'

// The store's connection needs the error alone: it must not wait for the schemas to load.
export { FAILURE_CODES, type FailureCode, OperationError } from './operation-error.ts'

/** Facts for the message (a file's name, a reference, a field), never a path outside the archive, SQL or a stack. */
export const FailureDetail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
export type FailureDetail = z.infer<typeof FailureDetail>

export type Failure = Readonly<{ ok: false; code: FailureCode; detail: FailureDetail }>
export type Outcome<T> = Readonly<{ ok: true; value: T }> | Failure
