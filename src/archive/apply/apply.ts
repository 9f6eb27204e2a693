import type { WritableDb } from '../archive-context.ts'
import type { EventKind, LedgerEvent } from '../ledger/events.ts'
import type { Appliers } from './appliers.ts'
import { applyArchive } from './archive.ts'
import { applyBatches } from './batches.ts'
import { applyCitations } from './citations.ts'
import { applyDeliveries } from './deliveries.ts'
import { applyDirectory } from './directory.ts'
import { applyDocuments } from './documents.ts'

const appliers: Appliers<EventKind> = {
  ...applyArchive,
  ...applyDocuments,
  ...applyCitations,
  ...applyDirectory,
  ...applyDeliveries,
  ...applyBatches
}

/** The only code that writes fact tables, for live commands and for rebuild alike (design §3). */
export function apply(db: WritableDb, event: LedgerEvent): void {
  const run = appliers[event.kind] as (db: WritableDb, event: LedgerEvent) => void
  run(db, event)
}
