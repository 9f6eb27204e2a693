import type { Engine } from '#contract/dispatch.ts'
import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { type OperationName, operations } from '#contract/operations.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { accountHandlers } from './accounts.ts'
import { archiveHandlers } from './archive.ts'
import { backlogHandlers, batchHandlers } from './backlog.ts'
import { bookHandlers } from './books.ts'
import { careHandlers } from './care.ts'
import { citationHandlers } from './citations.ts'
import { deliveryCareHandlers } from './delivery-care.ts'
import { directiveHandlers } from './directives.ts'
import { directoryCareHandlers } from './directory-care.ts'
import { distributionHandlers } from './distribution.ts'
import { dossierHandlers } from './dossiers.ts'
import { encryptionHandlers } from './encryption.ts'
import type { EngineHandlers, EngineHost } from './engine-host.ts'
import { exportHandlers } from './export.ts'
import { folderHandlers } from './folders.ts'
import type { Handlers } from './handlers.ts'
import { handlingHandlers } from './handling.ts'
import { intakeHandlers } from './intake.ts'
import { jobHandlers } from './jobs.ts'
import { ledgerHandlers } from './ledger.ts'
import { lineageHandlers } from './lineage.ts'
import { ocrHandlers } from './ocr.ts'
import { overviewHandlers } from './overview.ts'
import { registerHandlers } from './registers.ts'
import { reportHandlers } from './reports.ts'
import { restrictionHandlers } from './restriction.ts'
import { searchHandlers } from './search.ts'
import { secretBookHandlers } from './secret-book.ts'
import { updateHandlers } from './update.ts'
import { watchHandlers } from './watch.ts'

type EngineOperation = Extract<
  OperationName,
  | `account.${string}`
  | `archive.${string}`
  | `care.${string}`
  | `encryption.${string}`
  | `export.${string}`
  | 'batch.undo'
  | `ledger.${string}`
  | `folders.${string}`
  | `job.${string}`
  | `update.${string}`
>
type ArchiveOperation = Exclude<OperationName, EngineOperation>

const ofEngine: EngineHandlers<EngineOperation> = {
  ...accountHandlers,
  ...archiveHandlers,
  ...careHandlers,
  ...encryptionHandlers,
  ...ledgerHandlers,
  ...jobHandlers,
  ...folderHandlers,
  ...batchHandlers,
  ...exportHandlers,
  ...updateHandlers
}

const ofArchive: Handlers<ArchiveOperation> = {
  ...overviewHandlers,
  ...intakeHandlers,
  ...backlogHandlers,
  ...watchHandlers,
  ...searchHandlers,
  ...citationHandlers,
  ...lineageHandlers,
  ...directiveHandlers,
  ...distributionHandlers,
  ...directoryCareHandlers,
  ...deliveryCareHandlers,
  ...handlingHandlers,
  ...dossierHandlers,
  ...registerHandlers,
  ...bookHandlers,
  ...secretBookHandlers,
  ...reportHandlers,
  ...restrictionHandlers,
  ...ocrHandlers
}

/** Commands that change nothing in the archive: allowed where it can only be read. */
const HARMLESS: ReadonlySet<string> = new Set<OperationName>(['report.file', 'directory.export'])

type AnyHandler = (on: unknown, input: unknown, caller: Caller) => unknown

/** Every operation of the contract over one engine. What the disk says on the way becomes a failure with a code. */
export function engineTable(engine: EngineHost): Engine {
  const table: Record<string, (input: unknown, caller: Caller) => Promise<unknown>> = {}
  for (const [name, run] of Object.entries(ofEngine)) {
    table[name] = async (input, caller) => await (run as AnyHandler)(engine.seenBy(caller), input, caller)
  }
  for (const [name, run] of Object.entries(ofArchive)) {
    const changes = operations[name as ArchiveOperation].kind === 'command' && !HARMLESS.has(name)
    table[name] = async (input, caller) => {
      const archive = engine.seenBy(caller).archive()
      if (changes && archive.mode === 'read-only') throw new OperationError('archive-read-only')
      return await (run as AnyHandler)(archive, input, caller)
    }
  }
  for (const [name, run] of Object.entries(table)) table[name] = (input, caller) => run(input, caller).catch(rethrow)
  return table as Engine
}

function rethrow(error: unknown): never {
  throw storageFailure(error)
}
