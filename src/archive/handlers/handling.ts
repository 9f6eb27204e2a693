import { OperationError } from '#contract/failures.ts'
import type { HandlingId } from '#contract/ids.ts'
import type { Assignment, DeadlineView, handlingOperations } from '#contract/operations/handling.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { OutputOf } from '#contract/operations.ts'
import { plainAssignment } from '#contract/plain-assignment.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { dueWarnings } from '#domain/deadline/due-warnings.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { documentLine } from '../store/document-lines.ts'
import { deadlinesOf, handlingView } from '../store/handling.ts'
import { handlingBoard } from '../store/handling-board.ts'
import { assignmentById, assignmentsOf, caseOf, progressDocument, resultOf } from '../store/handling-rows.ts'
import type { Handlers } from './handlers.ts'

type Answer = OutputOf<'handling.assign'>

export const handlingHandlers: Handlers<keyof typeof handlingOperations> = {
  'handling.get': (archive, input) => handlingView(archive, line(archive, input.documentId)),
  'handling.assign': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    const before = input.id === null ? null : assignmentOn(archive, input.documentId, input.id)
    notEmpty(input.assignment)
    notLater(archive, input.assignment.assignedOn, 'assignedOn')
    const handlingId = input.id ?? (archive.newId('h') as HandlingId)
    return assigned(archive, document, { handlingId, assignment: clean(input.assignment), before }, caller)
  },
  'handling.remove': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    assignmentOn(archive, input.documentId, input.id)
    const data = { documentId: input.documentId, handlingId: input.id }
    return answer(archive, document, { kind: 'handling-removed', data }, caller)
  },
  'handling.report': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    notLater(archive, input.on, 'on')
    const data = { ...input, reportId: archive.newId('r') }
    return answer(archive, document, { kind: 'handling-reported', data }, caller)
  },
  'handling.removeReport': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    if (progressDocument(archive.db, input.id) !== input.documentId)
      throw new OperationError('not-found', { id: input.id })
    const data = { documentId: input.documentId, reportId: input.id }
    return answer(archive, document, { kind: 'handling-report-removed', data }, caller)
  },
  'handling.done': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    notLater(archive, input.on, 'on')
    if (caseOf(archive.db, input.documentId)?.doneOn != null) {
      throw new OperationError('conflict', { id: input.documentId })
    }
    const { documentId, ...said } = input
    if (said.replyId !== null && (said.replyId === documentId || !documentLine(archive.db, said.replyId))) {
      throw new OperationError('bad-input', { field: 'replyId' })
    }
    const covers = assignmentsOf(archive.db, documentId).map((one) => one.id)
    const before = resultOf(archive.db, documentId) ?? null
    const data = { documentId, result: { ...said, covers }, before }
    return answer(archive, document, { kind: 'handling-done', data }, caller)
  },
  'handling.reopen': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    if (caseOf(archive.db, input.documentId)?.doneOn == null) {
      throw new OperationError('conflict', { id: input.documentId })
    }
    return answer(archive, document, { kind: 'handling-reopened', data: input }, caller)
  },
  'handling.takeDeadline': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    const deadline = deadlineOf(archive, document, input.key)
    if (deadline.day === null) throw new OperationError('missing-field', { field: 'due' })
    const taken = { due: deadline.day, dueFrom: { key: deadline.key, quote: deadline.quote.slice(0, 2000) } }
    const [newest] = caseOf(archive.db, document.id)?.doneOn == null ? assignmentsOf(archive.db, document.id) : []
    if (newest) {
      const { id: handlingId, ...before } = newest
      return assigned(archive, document, { handlingId, assignment: { ...before, ...taken }, before }, caller)
    }
    const assignment = { ...plainAssignment(archive.today()), ...taken }
    return assigned(archive, document, { handlingId: archive.newId('h'), assignment, before: null }, caller)
  },
  'handling.dismissDeadline': (archive, input, caller) => {
    const document = atWork(archive, input.documentId)
    const { key, quote } = deadlineOf(archive, document, input.key)
    const data = { documentId: input.documentId, key, quote: quote.slice(0, 2000) }
    return answer(archive, document, { kind: 'deadline-dismissed', data }, caller)
  },
  'handling.board': (archive, input) => handlingBoard(archive.db, input, archive.today())
}

type Assigned = Omit<Extract<NewEvent, { kind: 'handling-assigned' }>['data'], 'documentId'>

function assigned(archive: ArchiveContext, document: DocumentLine, said: Assigned, caller: Caller): Answer {
  const wasDone = caseOf(archive.db, document.id)?.doneOn != null
  const made = answer(
    archive,
    document,
    { kind: 'handling-assigned', data: { documentId: document.id, ...said } },
    caller
  )
  const { due, assignedOn } = said.assignment
  const odd = dueWarnings({ due, assignedOn, arrivedOn: document.arrivedOn, issuedOn: document.issuedOn })
  const reopened = wasDone && made.handling.state !== 'done'
  return { ...made, warnings: [...odd, ...(reopened ? (['reopened'] as const) : [])] }
}

function answer(archive: ArchiveContext, document: DocumentLine, event: NewEvent, caller: Caller): Answer {
  const [written] = archive.commit([event], caller)
  const undo = written ? { seq: written.seq, what: written.kind } : null
  return { handling: handlingView(archive, document), warnings: [], undo }
}

/** An incoming paper that stands in the register: only there leaders write their opinion. */
function atWork(archive: ArchiveContext, id: string): DocumentLine {
  const found = line(archive, id)
  if (found.withdrawn) throw new OperationError('conflict', { id })
  if (found.direction !== 'incoming') throw new OperationError('bad-input', { field: 'documentId', id })
  return found
}

function line(archive: ArchiveContext, id: string): DocumentLine {
  const found = documentLine(archive.db, id)
  if (!found) throw new OperationError('not-found', { id })
  return found
}

function assignmentOn(archive: ArchiveContext, documentId: string, id: string): Assignment {
  const found = assignmentById(archive.db, id)
  if (found?.documentId !== documentId) throw new OperationError('not-found', { id })
  const { id: _id, documentId: _of, ...assignment } = found
  return assignment
}

function deadlineOf(archive: ArchiveContext, document: DocumentLine, key: string): DeadlineView {
  const found = deadlinesOf(archive, document, assignmentsOf(archive.db, document.id)).find((one) => one.key === key)
  if (!found) throw new OperationError('not-found', { key })
  return found
}

/** What was typed, without empty words and without a unit named twice. */
function clean(said: Assignment): Assignment {
  const words = (text: string | null) => text?.normalize('NFC').trim() || null
  const main = words(said.main)
  const co = [...new Set(said.co.map((name) => name.normalize('NFC').trim()))].filter(
    (name) => name !== '' && name !== main
  )
  return {
    ...said,
    opinion: words(said.opinion),
    leader: words(said.leader),
    note: words(said.note),
    main,
    co,
    dueFrom: said.due === null ? null : said.dueFrom
  }
}

function notEmpty(said: Assignment): void {
  const { opinion, main, due, note } = clean(said)
  if (opinion === null && main === null && due === null && note === null) {
    throw new OperationError('missing-field', { field: 'opinion' })
  }
}

function notLater(archive: ArchiveContext, day: string, field: string): void {
  if (day > archive.today()) throw new OperationError('bad-input', { field, today: archive.today() })
}
