import { OperationError } from '#contract/failures.ts'
import type { BatchId, JobId } from '#contract/ids.ts'
import type { backlogOperations } from '#contract/operations/backlog.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { startAccept } from '../backlog/accept-items.ts'
import { startAttach } from '../backlog/attach-matches.ts'
import { checkRegister, startRegister } from '../backlog/import-register.ts'
import { listMatches } from '../backlog/matches.ts'
import { lookInto } from '../backlog/registers.ts'
import { startUndo } from '../backlog/undo-batch.ts'
import { withinDoubt } from '../intake/intake-page.ts'
import { listBatches } from '../store/batches.ts'
import type { EngineHandlers } from './engine-host.ts'
import type { Handlers } from './handlers.ts'

type Started = Readonly<{ jobId: string; batchId: string }>
/** Those named, or all within the doubt that is let pass. */
function chosen(archive: ArchiveContext, input: CheckedInputOf<'intake.accept'>): readonly string[] {
  const ids = input.doubt === null ? input.ids : withinDoubt(archive, input.doubt).map((record) => record.id)
  if (ids.length === 0) throw new OperationError('missing-field', { field: 'ids' })
  return ids
}

const started = ({ jobId, batchId }: Started) => ({ jobId: jobId as JobId, batchId: batchId as BatchId })

export const backlogHandlers: Handlers<Exclude<keyof typeof backlogOperations, 'batch.undo'>> = {
  'backlog.look': (archive, input) => lookInto(archive, input.staged, input.sheet),
  'backlog.check': (archive, input) => checkRegister(archive, input.reading, input.most),
  'backlog.import': async (archive, input, caller) => started(await startRegister(archive, input.reading, caller)),
  'match.list': (archive, input) => listMatches(archive, input.limit),
  'match.attach': (archive, input, caller) => started(startAttach(archive, input.pairs, caller)),
  'intake.accept': (archive, input, caller) =>
    started(startAccept(archive, chosen(archive, input), input.name, caller)),
  'batch.list': (archive, input) => ({
    batches: listBatches(archive.db, input.limit).map((batch) => ({ ...batch, id: batch.id as BatchId }))
  })
}

/** Undoing looks through the ledger, which only the open archive has. */
export const batchHandlers: EngineHandlers<'batch.undo'> = {
  'batch.undo': (engine, input, caller) => {
    const archive = engine.archive()
    if (archive.mode === 'read-only') throw new OperationError('archive-read-only')
    return { jobId: startUndo(archive, input, caller) as JobId }
  }
}
