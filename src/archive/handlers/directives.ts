import { OperationError } from '#contract/failures.ts'
import type { directiveOperations } from '#contract/operations/directives.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { superiors } from '#domain/lineage/answering.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { answerDays } from '../store/answer-days.ts'
import { prepared } from '../store/db/prepared.ts'
import { documentLine } from '../store/document-lines.ts'
import { office } from '../store/office.ts'
import { unanswered } from '../store/unanswered.ts'
import type { Handlers } from './handlers.ts'

export const directiveHandlers: Handlers<keyof typeof directiveOperations> = {
  'worklist.unanswered': (archive, input) => unanswered(archive.db, input, archive.today()),
  'directive.excuse': (archive, input, caller) => {
    const { documentId } = input
    const line = documentLine(archive.db, documentId)
    if (!line) throw new OperationError('not-found', { id: documentId })
    if (line.withdrawn) throw new OperationError('conflict', { id: documentId })
    const above: readonly (string | null)[] = superiors(office(archive.db).level)
    if (line.direction !== 'incoming' || !above.includes(line.level)) {
      throw new OperationError('bad-input', { field: 'documentId', id: documentId })
    }
    const before = excuseOf(archive, documentId)
    const reason = input.reason.normalize('NFC')
    if (reason === before) return { undo: null }
    return committed(archive, { kind: 'directive-excused', data: { documentId, reason, before } }, caller)
  },
  'directive.require': (archive, input, caller) => {
    if (excuseOf(archive, input.documentId) === null) throw new OperationError('not-found', { id: input.documentId })
    return committed(archive, { kind: 'directive-required', data: { documentId: input.documentId } }, caller)
  },
  'directive.setDays': (archive, input, caller) => {
    const before = answerDays(archive.db)
    if (before === input.days) return { undo: null }
    return committed(archive, { kind: 'answer-days-set', data: { days: input.days, before } }, caller)
  }
}

function excuseOf(archive: ArchiveContext, documentId: string): string | null {
  const row = prepared<[string], { reason: string }>(
    archive.db,
    'SELECT reason FROM directive_excuse WHERE document_id = ?'
  ).get(documentId)
  return row?.reason ?? null
}

function committed(archive: ArchiveContext, event: NewEvent, caller: Caller) {
  const [written] = archive.commit([event], caller)
  return { undo: written ? { seq: written.seq, what: event.kind } : null }
}
