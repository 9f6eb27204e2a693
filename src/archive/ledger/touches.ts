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
    case 'document-filed':
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
    case 'recipient-assigned':
    case 'recipient-unassigned':
      return [`document:${event.data.documentId}/name:${event.data.name}`]
    case 'recipient-dismissed':
    case 'recipient-undismissed':
      return [`document:${event.data.documentId}/body:${event.data.bodyId}`]
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
    case 'batch-began':
    case 'batch-undone':
      return [`batch:${event.data.batchId}`]
    case 'deliveries-marked':
    case 'deliveries-unmarked':
      return event.data.deliveryIds.map((id) => `delivery:${id}`)
  }
}

/** Whether a later event stands in the way of taking an earlier one back. */
export function standsInTheWay(later: LedgerEvent, earlier: LedgerEvent): boolean {
  const keys = touches(earlier)
  return touches(later).some((key) =>
    keys.some((one) => key === one || (earlier.kind === 'document-filed' && key.startsWith(`${one}/`)))
  )
}
