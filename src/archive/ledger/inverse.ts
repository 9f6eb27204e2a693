import { UNDONE } from '#domain/vocabulary/reasons.ts'
import { inverseOfAccess } from './access-events.ts'
import type { EventKind, LedgerEvent, LedgerEventOf, NewEvent } from './events.ts'
import { inverseOfBooks } from './inverse-books.ts'
import { inverseOfSecret } from './secret-events.ts'
import { touches } from './touches.ts'

/** What the inverse may look up: earlier events, newest first, and the day. */
export type Past = Readonly<{ before(seq: number): Iterable<LedgerEvent>; today: string }>

/** The fact that takes an event back, or null where nothing can. Nothing is erased: both stay in the ledger. */
export function inverseOf(event: LedgerEvent, past: Past): NewEvent | null {
  switch (event.kind) {
    case 'archive-created':
    case 'deliveries-unmarked':
    case 'bodies-unmerged':
    case 'sheet-unsigned':
    case 'notice-withdrawn':
    case 'batch-began':
    case 'batch-undone':
      return null
    case 'office-saved':
      return { kind: 'office-saved', data: { office: event.data.before, before: event.data.office } }
    case 'document-filed':
    case 'document-restored':
      return { kind: 'document-withdrawn', data: { documentId: event.data.documentId, reason: UNDONE } }
    case 'document-withdrawn':
      return { kind: 'document-restored', data: { documentId: event.data.documentId, reason: UNDONE } }
    case 'document-corrected': {
      const { documentId, before, after, numbering } = event.data
      const back = { documentId, before: after, after: before, reason: UNDONE }
      return {
        kind: 'document-corrected',
        data: numbering ? { ...back, numbering: { before: numbering.after, after: numbering.before } } : back
      }
    }
    case 'file-attached': {
      const { documentId, file } = event.data
      return { kind: 'file-detached', data: { documentId, sha256: file.sha256, reason: UNDONE } }
    }
    case 'file-detached':
      return attachedAgain(event, past)
    case 'citation-decided': {
      const { documentId, key, decision, before } = event.data
      const earlier = before ?? ({ kind: 'undecided' } as const)
      return { kind: 'citation-decided', data: { documentId, key, decision: earlier, before: decision } }
    }
    case 'citation-added':
      return { kind: 'citation-removed', data: { documentId: event.data.documentId, key: event.data.key } }
    case 'body-saved': {
      const { body, before } = event.data
      if (!before) return { kind: 'body-removed', data: { bodyId: body.id } }
      return { kind: 'body-saved', data: { body: before, before: body } }
    }
    case 'group-saved': {
      const { group, before } = event.data
      if (!before) return { kind: 'group-removed', data: { groupId: group.id } }
      return { kind: 'group-saved', data: { group: before, before: group } }
    }
    case 'citation-removed':
      return saidBefore(event, past, 'citation-added')
    case 'directive-excused': {
      const { documentId, reason, before } = event.data
      if (before === null) return { kind: 'directive-required', data: { documentId } }
      return { kind: 'directive-excused', data: { documentId, reason: before, before: reason } }
    }
    case 'directive-required': {
      const excused = saidBefore(event, past, 'directive-excused')
      return excused && { kind: 'directive-excused', data: { ...excused.data, before: null } }
    }
    case 'answer-days-set':
      return { kind: 'answer-days-set', data: { days: event.data.before, before: event.data.days } }
    case 'body-removed': {
      const saved = saidBefore(event, past, 'body-saved')
      return saved && { kind: 'body-saved', data: { body: saved.data.body, before: null } }
    }
    case 'group-removed': {
      const saved = saidBefore(event, past, 'group-saved')
      return saved && { kind: 'group-saved', data: { group: saved.data.group, before: null } }
    }
    case 'recipient-assigned': {
      const { documentId, name } = event.data
      const earlier = latest(event, past)
      if (earlier?.kind === 'recipient-assigned') return { kind: earlier.kind, data: earlier.data }
      return { kind: 'recipient-unassigned', data: { documentId, name } }
    }
    case 'recipient-unassigned':
      return saidBefore(event, past, 'recipient-assigned')
    case 'recipient-dismissed': {
      const { documentId, bodyId } = event.data
      return { kind: 'recipient-undismissed', data: { documentId, bodyId } }
    }
    case 'recipient-undismissed':
      return saidBefore(event, past, 'recipient-dismissed')
    case 'handling-assigned': {
      const { documentId, handlingId, assignment, before } = event.data
      if (!before) return { kind: 'handling-removed', data: { documentId, handlingId } }
      return { kind: 'handling-assigned', data: { documentId, handlingId, assignment: before, before: assignment } }
    }
    case 'handling-removed': {
      const assigned = saidBefore(event, past, 'handling-assigned')
      return assigned && { kind: 'handling-assigned', data: { ...assigned.data, before: null } }
    }
    case 'handling-reported': {
      const { documentId, reportId } = event.data
      return { kind: 'handling-report-removed', data: { documentId, reportId } }
    }
    case 'handling-report-removed':
      return saidBefore(event, past, 'handling-reported')
    case 'handling-done': {
      const { documentId, result, before } = event.data
      if (!before) return { kind: 'handling-reopened', data: { documentId, reason: UNDONE } }
      return { kind: 'handling-done', data: { documentId, result: before, before: result } }
    }
    case 'handling-reopened': {
      const done = saidBefore(event, past, 'handling-done')
      return done && { kind: 'handling-done', data: { ...done.data, before: null } }
    }
    case 'deadline-dismissed': {
      const { documentId, key } = event.data
      return { kind: 'deadline-undismissed', data: { documentId, key } }
    }
    case 'deadline-undismissed':
      return saidBefore(event, past, 'deadline-dismissed')
    case 'deliveries-sent': {
      const deliveryIds = event.data.deliveries.map((one) => one.deliveryId)
      const marks = { by: null, basis: null, note: null } as const
      return { kind: 'deliveries-marked', data: { deliveryIds, what: 'cancelled', on: past.today, ...marks } }
    }
    case 'bodies-merged':
      return { kind: 'bodies-unmerged', data: event.data }
    case 'directory-imported': {
      const { name, bodies, groups } = event.data
      return {
        kind: 'directory-imported',
        data: {
          name,
          bodies: bodies.map(({ id, body, before }) => ({ id, body: before, before: body })),
          groups: groups.map(({ id, group, before }) => ({ id, group: before, before: group }))
        }
      }
    }
    case 'sheet-signed': {
      const signed = event.data.signed.map((one) => one.deliveryId)
      const sent = event.data.sent.map((one) => one.deliveryId)
      return { kind: 'sheet-unsigned', data: { on: past.today, signed, sent } }
    }
    case 'proof-attached': {
      const { proofId, deliveryIds } = event.data
      return { kind: 'proof-detached', data: { proofId, deliveryIds } }
    }
    case 'proof-detached':
      return saidBefore(event, past, 'proof-attached')
    case 'notice-given': {
      const { documentId, noticeId, byDocumentId, recalled } = event.data
      const sent = event.data.sent.map((one) => one.deliveryId)
      return { kind: 'notice-withdrawn', data: { documentId, noticeId, byDocumentId, on: past.today, recalled, sent } }
    }
    case 'book-rule-saved':
    case 'book-rule-removed':
    case 'book-opened':
    case 'book-unopened':
    case 'book-closed':
    case 'book-reopened':
    case 'number-reserved':
    case 'number-voided':
    case 'number-released':
    case 'fonds-closed':
    case 'fonds-reopened':
      return inverseOfBooks(event, (kind) => saidBefore(event, past, kind))
    case 'dossier-saved': {
      const { dossier, before } = event.data
      if (!before) return { kind: 'dossier-removed', data: { dossierId: dossier.id, reason: UNDONE } }
      return { kind: 'dossier-saved', data: { dossier: before, before: dossier } }
    }
    case 'dossier-removed':
      return { kind: 'dossier-restored', data: { dossierId: event.data.dossierId } }
    case 'dossier-restored':
      return { kind: 'dossier-removed', data: { dossierId: event.data.dossierId, reason: UNDONE } }
    case 'dossier-documents-added':
      return { kind: 'dossier-documents-removed', data: event.data }
    case 'dossier-documents-removed':
      return { kind: 'dossier-documents-added', data: event.data }
    case 'dossier-ordered': {
      const { dossierId, documentIds, before } = event.data
      return { kind: 'dossier-ordered', data: { dossierId, documentIds: before, before: documentIds } }
    }
    case 'dossier-closed': {
      const { dossierId, on } = event.data
      return { kind: 'dossier-reopened', data: { dossierId, reason: UNDONE, closedOn: on } }
    }
    case 'dossier-reopened':
      return { kind: 'dossier-closed', data: { dossierId: event.data.dossierId, on: event.data.closedOn } }
    case 'dossier-disposal-recorded': {
      const { dossierId, disposal, before } = event.data
      return { kind: 'dossier-disposal-recorded', data: { dossierId, disposal: before, before: disposal } }
    }
    case 'accounts-turned-on':
    case 'account-created':
    case 'account-saved':
    case 'account-disabled':
    case 'account-enabled':
    case 'account-password-set':
    case 'account-password-reset':
    case 'account-signed-in':
    case 'account-idle-set':
    case 'document-restricted':
    case 'document-unrestricted':
    case 'document-read':
    case 'withdrawal-asked':
    case 'withdrawal-refused':
      return inverseOfAccess(event)
    case 'secret-book-switched':
    case 'secret-entry-recorded':
    case 'secret-entry-corrected':
    case 'secret-entry-voided':
    case 'secret-entry-restored':
      return inverseOfSecret(event)
    case 'deliveries-marked': {
      const { deliveryIds, what } = event.data
      return { kind: 'deliveries-unmarked', data: { deliveryIds, what } }
    }
  }
}

/** The last event before this one that speaks of the same thing. */
function latest(event: LedgerEvent, past: Past): LedgerEvent | null {
  const keys = new Set(touches(event))
  for (const earlier of past.before(event.seq)) {
    if (touches(earlier).some((key) => keys.has(key))) return earlier
  }
  return null
}

/** The event that had made what this one took away, as a new event. */
function saidBefore<K extends EventKind>(event: LedgerEvent, past: Past, kind: K): (NewEvent & { kind: K }) | null {
  const earlier = latest(event, past)
  return earlier?.kind === kind ? (newEvent(earlier as LedgerEventOf<K>) as NewEvent & { kind: K }) : null
}

function newEvent(event: LedgerEvent): NewEvent {
  return { kind: event.kind, data: event.data } as NewEvent
}

/** A detached file comes back as it was filed or attached. */
function attachedAgain(event: LedgerEventOf<'file-detached'>, past: Past): NewEvent | null {
  const { documentId, sha256 } = event.data
  for (const earlier of past.before(event.seq)) {
    if (!('documentId' in earlier.data) || earlier.data.documentId !== documentId) continue
    const file =
      earlier.kind === 'file-attached' && earlier.data.file.sha256 === sha256
        ? earlier.data.file
        : earlier.kind === 'document-filed'
          ? earlier.data.files.find((one) => one.sha256 === sha256)
          : undefined
    if (file) return { kind: 'file-attached', data: { documentId, file } }
  }
  return null
}
