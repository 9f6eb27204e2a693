import type { ArchiveContext } from '../archive-context.ts'
import type { IntakeRecord } from './intake-items.ts'

const busy = new WeakMap<ArchiveContext, Set<string>>()

/** Items a running job is reading: not to be read a second time. */
export function busyItems(archive: ArchiveContext) {
  const ids = busy.get(archive) ?? new Set<string>()
  busy.set(archive, ids)
  return {
    has: (id: string): boolean => ids.has(id),
    add: (records: readonly IntakeRecord[]): void => records.forEach((record) => void ids.add(record.id)),
    done: (id: string): void => void ids.delete(id)
  }
}
