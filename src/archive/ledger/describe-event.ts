import type { Assignment } from '#contract/operations/handling.ts'
import type { DocumentForm, RecipientLine } from '#contract/schemas.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { describeAccess } from './access-events.ts'
import { describeBooks, describeNumber } from './describe-books.ts'
import type { LedgerEvent } from './events.ts'
import { describeSecret } from './secret-events.ts'

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
        files: files.map((one) => one.name).join(', '),
        ...describeNumber(event.data.numbering)
      })
    }
    case 'document-corrected':
      return {
        ...changes(formFacts(event.data.before), formFacts(event.data.after)),
        ...given({ reason: event.data.reason, ...describeNumber(event.data.numbering?.after) })
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
    case 'directive-excused':
      return { reason: event.data.reason }
    case 'directive-required':
      return {}
    case 'answer-days-set':
      return { answerDays: String(event.data.days), 'answerDays.before': String(event.data.before) }
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
    case 'bodies-merged':
    case 'bodies-unmerged': {
      const { gone, kept, deliveries, groups } = event.data
      return given({
        body: kept.name,
        merged: gone.name,
        deliveries: String(deliveries.length),
        groups: groups.length > 0 ? String(groups.length) : null
      })
    }
    case 'directory-imported': {
      const { name, bodies, groups } = event.data
      return given({ file: name, bodies: String(bodies.length), groups: String(groups.length) })
    }
    case 'sheet-signed': {
      const { on, basis, signed, sent } = event.data
      return given({ on, basis, deliveries: String(signed.length + sent.length) })
    }
    case 'sheet-unsigned':
      return { deliveries: String(event.data.signed.length + event.data.sent.length) }
    case 'proof-attached': {
      const { file, note, deliveryIds } = event.data
      return given({ file: file.name, note, deliveries: String(deliveryIds.length) })
    }
    case 'proof-detached':
      return { deliveries: String(event.data.deliveryIds.length) }
    case 'notice-given': {
      const { kind, byDocumentId, on, reason, recalled, sent } = event.data
      return given({
        notice: kind,
        target: byDocumentId,
        on,
        reason,
        recalled: recalled.length > 0 ? String(recalled.length) : null,
        sentTo: sent.length > 0 ? String(sent.length) : null
      })
    }
    case 'notice-withdrawn':
      return given({ target: event.data.byDocumentId })
    case 'handling-assigned': {
      const { before, assignment } = event.data
      return before ? changes(assignmentFacts(before), assignmentFacts(assignment)) : assignmentFacts(assignment)
    }
    case 'handling-reported':
      return given({ on: event.data.on, by: event.data.by, progress: event.data.text })
    case 'handling-done': {
      const { on, by, replyId, replyText, note } = event.data.result
      return given({ on, by, target: replyId, reply: replyText, note })
    }
    case 'handling-reopened':
      return given({ reason: event.data.reason })
    case 'deadline-dismissed':
      return given({ quote: event.data.quote })
    case 'handling-removed':
    case 'handling-report-removed':
    case 'deadline-undismissed':
      return {}
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
      return describeBooks(event)
    case 'dossier-saved':
      return { dossier: event.data.dossier.code, ...changes(flat(event.data.before ?? {}), flat(event.data.dossier)) }
    case 'dossier-removed':
      return given({ dossierId: event.data.dossierId, reason: event.data.reason })
    case 'dossier-restored':
      return { dossierId: event.data.dossierId }
    case 'dossier-documents-added':
    case 'dossier-documents-removed':
      return { dossierId: event.data.dossierId, documents: String(event.data.items.length) }
    case 'dossier-ordered':
      return { dossierId: event.data.dossierId }
    case 'dossier-closed':
      return { dossierId: event.data.dossierId, on: event.data.on }
    case 'dossier-reopened':
      return given({ dossierId: event.data.dossierId, reason: event.data.reason })
    case 'dossier-disposal-recorded': {
      const { dossierId, disposal } = event.data
      return given({ dossierId, on: disposal?.decidedOn ?? null, basis: disposal?.decision ?? null })
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
      return describeAccess(event)
    case 'secret-book-switched':
    case 'secret-entry-recorded':
    case 'secret-entry-corrected':
    case 'secret-entry-voided':
    case 'secret-entry-restored':
      return describeSecret(event)
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

function assignmentFacts({ opinion, leader, assignedOn, main, co, due, note }: Assignment): Facts {
  return given({ opinion, leader, assignedOn, main, co: co.join('; '), due, note })
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
