import type { Caller } from '#contract/operations/operation.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { filesOfFiling, type PutBack, putBack, takeOutAgain } from '../intake/put-back.ts'
import type { LedgerEvent } from '../ledger/events.ts'
import { undo } from '../ledger/undo.ts'

/** Takes back one fact. Files of a filing, or one added to a document, wait in the queue again (F10). */
export async function undoToQueue(archive: OpenedArchive, seq: number, caller: Caller): Promise<LedgerEvent> {
  const [event] = [...archive.ledger.read(seq, seq)]
  const items = event && archive.mode === 'ready' ? await putBack(archive, filesTakenBack(archive, event)) : []
  try {
    return undo(archive, seq, caller)
  } catch (error) {
    takeOutAgain(archive, items)
    throw error
  } finally {
    if (items.length > 0) archive.emit({ type: 'changed', what: 'intake', documentId: null })
  }
}

function filesTakenBack(archive: OpenedArchive, event: LedgerEvent): readonly PutBack[] {
  if (event.kind === 'document-filed') return filesOfFiling(archive, event.data.documentId)
  if (event.kind !== 'file-attached') return []
  return [{ documentId: event.data.documentId, file: event.data.file, form: null }]
}
