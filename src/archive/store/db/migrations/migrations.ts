import type { WritableDb } from '../../../archive-context.ts'
import { archiveMigration } from './0010-archive-and-documents.ts'
import { citationsMigration } from './0020-citations.ts'
import { directoryMigration } from './0030-directory-and-deliveries.ts'
import { searchMigration } from './0040-search.ts'
import { batchesMigration } from './0060-batches.ts'
import { booksMigration } from './0070-books.ts'
import { handlingMigration } from './0080-handling.ts'
import { distributionMigration } from './0090-distribution.ts'
import { dossiersMigration } from './0100-dossiers.ts'
import { secretBookMigration } from './0110-secret-book.ts'
import { directivesMigration } from './0120-directives.ts'
import { accountsMigration } from './0130-accounts.ts'
import { commonBitsMigration } from './0140-common-bits.ts'
import { workListsMigration } from './0141-work-lists.ts'

export type Migration = Readonly<{ number: number; name: string; up(db: WritableDb): void }>

/** In order; a released one is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  archiveMigration,
  citationsMigration,
  directoryMigration,
  searchMigration,
  batchesMigration,
  booksMigration,
  handlingMigration,
  distributionMigration,
  dossiersMigration,
  secretBookMigration,
  directivesMigration,
  accountsMigration,
  commonBitsMigration,
  workListsMigration
]
