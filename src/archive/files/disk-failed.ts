import { OperationError } from '#contract/operation-error.ts'
import { storageFailure } from './storage-failure.ts'

/** What the system says of a name that leads to nothing, or to something else than was looked for. */
const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'])

/**
 * For whoever takes "could not be read" for "is not there", or for "is damaged": a disk that did not answer, or a system that
 * had no handle left, is neither. Throws it by its cause, and says nothing of anything else.
 */
export function throwIfDiskFailed(error: unknown): void {
  const code = (error as { code?: unknown } | null)?.code
  if (error instanceof OperationError || typeof code !== 'string' || NOT_THERE.has(code)) return
  const named = storageFailure(error)
  if (named instanceof OperationError) throw named
}
