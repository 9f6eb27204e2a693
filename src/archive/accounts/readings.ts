import { type Caller, keepsRegister } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { Reading } from '../ledger/access-events.ts'
import { isRestricted, restrictedIds } from '../store/accounts.ts'

/** One look after another at the same paper is one reading. */
const COALESCED = 60 * 60_000

type Asked = Readonly<{ name: string; input: unknown }>

/** How a restricted paper was read by an operation that answered. */
const READS: Readonly<Record<string, Reading>> = {
  'document.get': 'opened',
  'document.text': 'opened',
  'handling.get': 'opened',
  'search.places': 'opened',
  'report.html': 'printed',
  'report.table': 'opened',
  'report.file': 'exported',
  'lineage.export': 'exported',
  'export.edxml': 'exported'
}
/** Operations that take everything out. */
const TAKES_ALL: ReadonlySet<string> = new Set(['export.full', 'export.handOver', 'archive.backup'])

/**
 * Puts into the ledger who read a restricted paper. Lists and hits are no reading: they show a line, as a register does.
 * Where nothing can be written the paper can still be read; the ledger could not be told.
 */
export type Readings = Readonly<{
  answered(archive: ArchiveContext, asked: Asked, caller: Caller): void
  file(archive: ArchiveContext, documentId: string, caller: Caller): void
}>

export function createReadings(monotonic: () => number): Readings {
  const last = new Map<string, number>()

  function record(archive: ArchiveContext, ids: readonly string[], how: Reading, caller: Caller): void {
    const accountId = caller.accountId
    if (!accountId) return
    const now = monotonic()
    const fresh = ids.filter((id) => now - (last.get(`${accountId} ${id} ${how}`) ?? -Infinity) > COALESCED)
    if (fresh.length === 0) return
    try {
      archive.commit(
        fresh.map((documentId) => ({ kind: 'document-read', data: { documentId, accountId, how } }) as const),
        caller
      )
      for (const id of fresh) last.set(`${accountId} ${id} ${how}`, now)
    } catch (error) {
      archive.log(error, 'readings')
    }
  }

  return {
    answered(archive, { name, input }, caller) {
      if (TAKES_ALL.has(name) && keepsRegister(caller.role)) {
        record(archive, restrictedIds(archive.db), 'exported', caller)
        return
      }
      const how = READS[name]
      const id = how ? documentOf(input) : null
      if (how && id !== null && isRestricted(archive.db, id)) record(archive, [id], how, caller)
    },
    file(archive, documentId, caller) {
      if (isRestricted(archive.db, documentId)) record(archive, [documentId], 'file', caller)
    }
  }
}

/** The document an input names: by `documentId` or `id`, in itself or in the report it asks for. */
function documentOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null
  const { documentId, id, report } = input as { documentId?: unknown; id?: unknown; report?: unknown }
  if (typeof documentId === 'string') return documentId
  if (typeof id === 'string') return id
  return documentOf(report ?? null)
}
