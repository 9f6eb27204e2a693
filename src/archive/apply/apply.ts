import type { WritableDb } from '../archive-context.ts'
import type { EventKind, LedgerEvent } from '../ledger/events.ts'
import { applyAccounts } from './accounts.ts'
import type { Appliers } from './appliers.ts'
import { applyArchive } from './archive.ts'
import { applyBatches } from './batches.ts'
import { applyBooks } from './books.ts'
import { applyCitations } from './citations.ts'
import { applyDeliveries } from './deliveries.ts'
import { applyDeliveryCare } from './delivery-care.ts'
import { applyDirectives } from './directives.ts'
import { applyDirectory } from './directory.ts'
import { applyDirectoryCare } from './directory-care.ts'
import { applyDocuments } from './documents.ts'
import { applyDossiers } from './dossiers.ts'
import { applyHandling } from './handling.ts'
import { applySecretBook } from './secret-book.ts'

const appliers: Appliers<EventKind> = {
  ...applyArchive,
  ...applyDocuments,
  ...applyCitations,
  ...applyDirectives,
  ...applyDirectory,
  ...applyDeliveries,
  ...applyDirectoryCare,
  ...applyDeliveryCare,
  ...applyHandling,
  ...applyDossiers,
  ...applyBatches,
  ...applyBooks,
  ...applySecretBook,
  ...applyAccounts
}

/** The only code that writes fact tables, for live commands and for rebuild alike (design §3). */
export function apply(db: WritableDb, event: LedgerEvent): void {
  const run = appliers[event.kind] as (db: WritableDb, event: LedgerEvent) => void
  run(db, event)
}
