import type { DocumentForm, RecipientLine } from '#contract/schemas.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import type { LedgerEvent } from './events.ts'

export type Facts = Readonly<Record<string, string>>

/** What a line of the ledger says, as facts for the screens to put into words. Field names are those of the form. */
export function describeEvent(event: LedgerEvent): Facts {
  switch (event.kind) {
    case 'archive-created':
      return { office: event.data.office.name }
    case 'office-saved':
      return changes(flat(event.data.before), flat(event.data.office))
    case 'document-filed': {
      const { form, files } = event.data
      return given({
        reference: formReference(form),
        subject: form.subject,
        files: files.map((one) => one.name).join(', ')
      })
    }
    case 'document-corrected':
      return {
        ...changes(formFacts(event.data.before), formFacts(event.data.after)),
        ...given({ reason: event.data.reason })
      }
    case 'document-withdrawn':
    case 'document-restored':
      return given({ reason: event.data.reason })
    case 'file-attached':
      return { file: event.data.file.name, role: event.data.file.role }
    case 'file-detached':
      return given({ file: event.data.sha256.slice(0, 12), reason: event.data.reason })
    case 'citation-decided': {
      const { decision } = event.data
      const target = decision.kind === 'link' ? decision.documentId : null
      const relation = decision.kind === 'relation' ? decision.relation : null
      return given({ citation: event.data.key, decision: decision.kind, target, relation })
    }
    case 'citation-added': {
      const { reference, relation, issuedOn, target } = event.data
      return given({ citation: printReference(reference), relation, issuedOn, target })
    }
    case 'citation-removed':
      return { citation: event.data.key }
    case 'body-saved':
      return { body: event.data.body.name, ...changes(flat(event.data.before ?? {}), flat(event.data.body)) }
    case 'body-removed':
      return { bodyId: event.data.bodyId }
    case 'group-saved':
      return { group: event.data.group.name, members: String(event.data.group.members.length) }
    case 'group-removed':
      return { groupId: event.data.groupId }
    case 'recipient-assigned':
      return given({ name: event.data.name, bodies: String(event.data.bodyIds.length), groupId: event.data.groupId })
    case 'recipient-unassigned':
      return { name: event.data.name }
    case 'deliveries-sent':
      return { sentOn: event.data.sentOn, deliveries: String(event.data.deliveries.length) }
    case 'deliveries-marked': {
      const { what, on, by, basis, note, deliveryIds } = event.data
      return given({ what, on, by, basis, note, deliveries: String(deliveryIds.length) })
    }
    case 'deliveries-unmarked':
      return { what: event.data.what, deliveries: String(event.data.deliveryIds.length) }
    case 'recipient-dismissed':
      return given({ bodyId: event.data.bodyId, reason: event.data.reason })
    case 'recipient-undismissed':
      return { bodyId: event.data.bodyId }
    case 'batch-began': {
      const { batchId, kind, name, rows } = event.data
      return given({ batchId, batch: kind, name, rows: String(rows) })
    }
    case 'batch-undone': {
      const { reason, kept } = event.data
      return given({ reason, kept: kept > 0 ? String(kept) : null })
    }
  }
}

/** The reference on a form, as printed. */
export function formReference(form: DocumentForm): string | null {
  const { number, suffix, separator, symbol } = form
  return number && symbol ? printReference({ number, suffix, separator, symbol }) : number
}

function formFacts(form: DocumentForm): Facts {
  const { addressees, recipients, ...fields } = form
  return { ...flat(fields), addressees: linesText(addressees), recipients: linesText(recipients) }
}

function linesText(lines: readonly RecipientLine[]): string {
  return lines.map((line) => line.text).join('; ')
}

/** Each field that differs: `field` its new value, `field.before` the old one. */
function changes(before: Facts, after: Facts): Facts {
  const changed: Record<string, string> = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if ((before[field] ?? '') === (after[field] ?? '')) continue
    changed[field] = after[field] ?? ''
    changed[`${field}.before`] = before[field] ?? ''
  }
  return changed
}

function flat(object: object): Facts {
  return given(
    Object.fromEntries(
      Object.entries(object).map(([field, value]) => [
        field,
        value === null || typeof value === 'string'
          ? value
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value)
      ])
    )
  )
}

function given(facts: Readonly<Record<string, string | null>>): Facts {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
