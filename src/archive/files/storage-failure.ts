import { OperationError } from '#contract/failures.ts'

/** What a failed write means to the one who asked: full, forbidden, or broken. Anything else is passed on. */
export function storageFailure(error: unknown): unknown {
  if (error instanceof OperationError) return error
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return error
  // What a dead disk says may have no name of its own: a call to the system failed is all that is known.
  if (code === '' && 'syscall' in (error as object)) return new OperationError('io-error', { problem: 'unknown' })
  if (FULL.has(code)) return new OperationError('disk-full')
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code.startsWith('SQLITE_READONLY')) {
    return new OperationError('archive-read-only', { problem: code })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new OperationError('archive-damaged', { damage: 'database-damaged' })
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN') || SYSTEM_ERROR.test(code))
    return new OperationError('io-error', { problem: code })
  return error
}

/** The last: the log's index could not grow; SQLite keeps to itself why, and a full disk is why as good as always. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])

const SYSTEM_ERROR = /^E[A-Z]{2,12}$/
