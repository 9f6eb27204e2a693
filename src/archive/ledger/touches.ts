import { touchesOfAccess } from './access-events.ts'
import type { LedgerEvent } from './events.ts'

/**
 * What an event speaks of, as keys: a whole thing ("document:d_1") or a part of one ("document:d_1/citation:…"). Two
 * events with a key in common speak of the same thing; undo asks for that.
 */
export function touches(event: LedgerEvent): readonly string[] {
  switch (event.kind) {
    case 'archive-created':
    case 'office-saved':
      return ['office']
    case 'document-filed': {
      const { documentId, numbering } = event.data
      return [`document:${documentId}`, ...(numbering?.numberId ? [`number:${numbering.numberId}`] : [])]
    }
    case 'document-corrected':
    case 'document-withdrawn':
    case 'document-restored':
      return [`document:${event.data.documentId}`]
    case 'file-attached':
      return [`document:${event.data.documentId}/file:${event.data.file.sha256}`]
    case 'file-detached':
      return [`document:${event.data.documentId}/file:${event.data.sha256}`]
    case 'citation-decided':
    case 'citation-added':
    case 'citation-removed':
      return [`document:${event.data.documentId}/citation:${event.data.key}`]
    case 'directive-excused':
    case 'directive-required':
      return [`document:${event.data.documentId}/directive`]
    case 'answer-days-set':
      return ['answer-days']
    case 'recipient-assigned':
    case 'recipient-unassigned':
      return [`document:${event.data.documentId}/name:${event.data.name}`]
    case 'recipient-dismissed':
    case 'recipient-undismissed':
      return [`document:${event.data.documentId}/body:${event.data.bodyId}`]
    case 'handling-assigned':
    case 'handling-removed':
      return [`document:${event.data.documentId}/handling:${event.data.handlingId}`]
    case 'handling-reported':
    case 'handling-report-removed':
      return [`document:${event.data.documentId}/progress:${event.data.reportId}`]
    case 'handling-done':
    case 'handling-reopened':
      return [`document:${event.data.documentId}/handled`]
    case 'deadline-dismissed':
    case 'deadline-undismissed':
      return [`document:${event.data.documentId}/deadline:${event.data.key}`]
    case 'body-saved':
      return [`body:${event.data.body.id}`]
    case 'body-removed':
      return [`body:${event.data.bodyId}`]
    case 'group-saved':
      return [`group:${event.data.group.id}`]
    case 'group-removed':
      return [`group:${event.data.groupId}`]
    case 'deliveries-sent':
      return [
        ...event.data.deliveries.map((one) => `delivery:${one.deliveryId}`),
        ...event.data.deliveries.map((one) => `document:${event.data.documentId}/sent:${one.bodyId}`)
      ]
    case 'bodies-merged':
    case 'bodies-unmerged': {
      const { gone, kept, groups, others, assignments, dismissals } = event.data
      return [
        `body:${gone.id}`,
        `body:${kept.id}`,
        ...others.map((one) => `body:${one.body.id}`),
        ...groups.map((one) => `group:${one.group.id}`),
        ...assignments.map((one) => `document:${one.documentId}/name:${one.name}`),
        ...dismissals.map((one) => `document:${one.documentId}/body:${gone.id}`)
      ]
    }
    case 'directory-imported':
      return [...event.data.bodies.map((one) => `body:${one.id}`), ...event.data.groups.map((one) => `group:${one.id}`)]
    case 'sheet-signed':
      return [
        ...event.data.signed.map((one) => `delivery:${one.deliveryId}`),
        ...event.data.sent.map((one) => `delivery:${one.deliveryId}`),
        ...event.data.sent.map((one) => `document:${one.documentId}/sent:${one.bodyId}`)
      ]
    case 'sheet-unsigned':
      return [...event.data.signed, ...event.data.sent].map((id) => `delivery:${id}`)
    case 'proof-attached':
    case 'proof-detached':
      return [`proof:${event.data.proofId}`]
    case 'notice-given': {
      const { noticeId, byDocumentId, recalled, sent } = event.data
      return [
        `notice:${noticeId}`,
        ...recalled.map((id) => `delivery:${id}`),
        ...sent.map((one) => `delivery:${one.deliveryId}`),
        ...sent.map((one) => `document:${byDocumentId}/sent:${one.bodyId}`)
      ]
    }
    case 'notice-withdrawn':
      return [
        `notice:${event.data.noticeId}`,
        ...[...event.data.recalled, ...event.data.sent].map((id) => `delivery:${id}`)
      ]
    case 'book-rule-saved':
      return [`rule:${event.data.rule.id}`]
    case 'book-rule-removed':
      return [`rule:${event.data.ruleId}`]
    case 'book-opened':
    case 'book-unopened':
    case 'book-reopened':
      return [`book:${event.data.bookId}`]
    case 'book-closed':
      return [`book:${event.data.sheet.bookId}`]
    case 'number-reserved':
    case 'number-voided':
    case 'number-released':
      return event.data.numbers.map((one) => `number:${one.numberId}`)
    case 'fonds-closed':
      return [`fonds:${event.data.fondsId}`, ...event.data.books.map((one) => `book:${one.sheet.bookId}`)]
    case 'fonds-reopened':
      return [`fonds:${event.data.fondsId}`]
    case 'dossier-saved':
      return [`dossier:${event.data.dossier.id}`]
    case 'dossier-removed':
    case 'dossier-restored':
    case 'dossier-closed':
    case 'dossier-reopened':
    case 'dossier-disposal-recorded':
      return [`dossier:${event.data.dossierId}`]
    case 'dossier-documents-added':
    case 'dossier-documents-removed':
      return event.data.items.map((one) => `dossier:${event.data.dossierId}/document:${one.documentId}`)
    case 'dossier-ordered':
      return [
        `dossier:${event.data.dossierId}/order`,
        ...event.data.documentIds.map((id) => `dossier:${event.data.dossierId}/document:${id}`)
      ]
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
      return touchesOfAccess(event)
    case 'secret-book-switched':
      return ['secret-book']
    case 'secret-entry-recorded':
    case 'secret-entry-corrected':
    case 'secret-entry-voided':
    case 'secret-entry-restored':
      return [`secret:${event.data.entryId}`]
    case 'batch-began':
    case 'batch-undone':
      return [`batch:${event.data.batchId}`]
    case 'deliveries-marked':
    case 'deliveries-unmarked':
      return event.data.deliveryIds.map((id) => `delivery:${id}`)
  }
}

/** Things an event needs, though it does not speak of them: they cannot be taken away before it. */
function leansOn(event: LedgerEvent): readonly string[] {
  switch (event.kind) {
    case 'deliveries-sent':
      return event.data.deliveries.map((one) => `body:${one.bodyId}`)
    case 'sheet-signed':
    case 'notice-given':
      return event.data.sent.map((one) => `body:${one.bodyId}`)
    case 'recipient-assigned': {
      const { bodyIds, groupId } = event.data
      return [...bodyIds.map((id) => `body:${id}`), ...(groupId === null ? [] : [`group:${groupId}`])]
    }
    case 'recipient-dismissed':
      return [`body:${event.data.bodyId}`]
    case 'group-saved':
      return event.data.group.members.map((member) => `body:${member.bodyId}`)
    case 'body-saved':
      return [event.data.body.parentId, event.data.body.successorId].flatMap((id) =>
        id === null ? [] : [`body:${id}`]
      )
    case 'dossier-documents-added':
      return [`dossier:${event.data.dossierId}`]
    case 'proof-attached':
      return event.data.deliveryIds.map((id) => `delivery:${id}`)
    default:
      return []
  }
}

/** What an event brought into being. */
function made(event: LedgerEvent): readonly string[] {
  switch (event.kind) {
    case 'body-saved':
      return event.data.before === null ? [`body:${event.data.body.id}`] : []
    case 'group-saved':
      return event.data.before === null ? [`group:${event.data.group.id}`] : []
    case 'directory-imported':
      return [
        ...event.data.bodies.flatMap((one) => (one.before === null ? [`body:${one.id}`] : [])),
        ...event.data.groups.flatMap((one) => (one.before === null ? [`group:${one.id}`] : []))
      ]
    case 'dossier-saved':
      return event.data.before === null ? [`dossier:${event.data.dossier.id}`] : []
    case 'deliveries-sent':
      return event.data.deliveries.map((one) => `delivery:${one.deliveryId}`)
    case 'sheet-signed':
      return event.data.sent.map((one) => `delivery:${one.deliveryId}`)
    case 'notice-given':
      return event.data.sent.map((one) => `delivery:${one.deliveryId}`)
    default:
      return []
  }
}

/** Whether a later event stands in the way of taking an earlier one back. */
export function standsInTheWay(later: LedgerEvent, earlier: LedgerEvent): boolean {
  const keys = touches(earlier)
  const needed = new Set(made(earlier))
  if (needed.size > 0 && leansOn(later).some((key) => needed.has(key))) return true
  return touches(later).some((key) =>
    keys.some((one) => key === one || (earlier.kind === 'document-filed' && key.startsWith(`${one}/`)))
  )
}
