import type { z } from 'zod'
import { accountOperations } from './operations/accounts.ts'
import { archiveOperations } from './operations/archive.ts'
import { backlogOperations } from './operations/backlog.ts'
import { bookOperations } from './operations/books.ts'
import { careOperations } from './operations/care.ts'
import { citationOperations } from './operations/citations.ts'
import { deliveryCareOperations } from './operations/delivery-care.ts'
import { directiveOperations } from './operations/directives.ts'
import { directoryCareOperations } from './operations/directory-care.ts'
import { distributionOperations } from './operations/distribution.ts'
import { dossierOperations } from './operations/dossiers.ts'
import { encryptionOperations } from './operations/encryption.ts'
import { exportOperations } from './operations/export.ts'
import { handlingOperations } from './operations/handling.ts'
import { intakeOperations } from './operations/intake.ts'
import { lineageOperations } from './operations/lineage.ts'
import { ocrOperations } from './operations/ocr.ts'
import { registerOperations } from './operations/registers.ts'
import { searchOperations } from './operations/search.ts'
import { secretBookOperations } from './operations/secret-book.ts'
import { updateOperations } from './operations/update.ts'
import { watchOperations } from './operations/watch.ts'

/** THE table: every operation of the archive, by name. Engine, shells, client and tests are derived from it. */
export const operations = {
  ...accountOperations,
  ...archiveOperations,
  ...careOperations,
  ...encryptionOperations,
  ...intakeOperations,
  ...backlogOperations,
  ...watchOperations,
  ...citationOperations,
  ...lineageOperations,
  ...directiveOperations,
  ...searchOperations,
  ...distributionOperations,
  ...dossierOperations,
  ...directoryCareOperations,
  ...deliveryCareOperations,
  ...handlingOperations,
  ...registerOperations,
  ...bookOperations,
  ...secretBookOperations,
  ...exportOperations,
  ...ocrOperations,
  ...updateOperations
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
/** What a caller sends: before defaults. */
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>
/** What a handler gets: checked, defaults filled in. */
export type CheckedInputOf<N extends OperationName> = z.output<Operations[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>
