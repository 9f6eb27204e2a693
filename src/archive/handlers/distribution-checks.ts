import { OperationError } from '#contract/failures.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { documentLine } from '../store/document-lines.ts'

/** What was done cannot have been done tomorrow. */
export function notLater(archive: ArchiveContext, day: string, field: string): void {
  if (day > archive.today()) throw new OperationError('bad-input', { field, today: archive.today() })
}

/** A withdrawn paper is sent to nobody. */
export function standing(archive: ArchiveContext, id: string): void {
  const line = documentLine(archive.db, id)
  if (!line) throw new OperationError('not-found', { id })
  if (line.withdrawn) throw new OperationError('conflict', { id })
}
