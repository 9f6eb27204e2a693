import { OperationError } from '#contract/failures.ts'
import type { intakeOperations } from '#contract/operations/intake.ts'
import type { DocumentForm, DocumentLine } from '#contract/schemas.ts'
import { joinPages, PAGE_BREAK } from '#domain/text/page-text.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { renumbering } from '../books/renumbering.ts'
import { commitFilings, prepareFiling, storeFile } from '../intake/file-documents.ts'
import { readRecord, removeItem } from '../intake/intake-items.ts'
import { pageViews } from '../intake/intake-view.ts'
import { secrecyOfForm } from '../intake/refuse-secret.ts'
import type { NewEvent } from '../ledger/events.ts'
import { findByReference } from '../search/reference-query.ts'
import { registerOf } from '../store/batches.ts'
import { citationsOf, citedBy } from '../store/citations.ts'
import { deliveryCounts } from '../store/deliveries.ts'
import { documentLine, selectDocumentLines } from '../store/document-lines.ts'
import { documentFiles, documentForm } from '../store/documents.ts'
import { documentValidity } from '../store/validity.ts'
import type { Handlers } from './handlers.ts'
import { requireTwo, restrictionAsked } from './restriction.ts'

type DocumentOperation = Exclude<Extract<keyof typeof intakeOperations, `document.${string}`>, 'document.check'>

/** Reading order of a document's files: the citations' and hits' offsets count in their texts joined so. */
const ROLE_ORDER = ['main', 'signed', 'source', 'appendix'] as const

export const documentHandlers: Handlers<DocumentOperation> = {
  'document.file': async (archive, input, caller) => {
    const restriction = input.restriction && restrictionAsked(archive, input.restriction, caller)
    const prepared = await prepareFiling(archive, input)
    const [filed] = commitFilings(archive, [{ ...prepared, restriction }], caller)
    if (!filed) throw new OperationError('internal', {})
    changed(archive, filed.documentId)
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    const cites = citationsOf(archive.db, filed.documentId)
    return {
      document: line(archive, filed.documentId),
      ...(filed.number ? { number: { flags: [...filed.number.flags], reason: filed.number.reason } } : {}),
      linked: cites.filter((one) => one.status === 'linked' || one.status === 'inferred').length,
      healed: citedBy(archive.db, filed.documentId).length,
      questions: cites.filter((one) => one.status === 'ambiguous' || one.status === 'date-mismatch').length,
      undo: { seq: filed.seq, what: 'document-filed' }
    }
  },
  'document.attach': async (archive, input, caller) => {
    const { form } = standing(archive, input.documentId)
    if (secrecyOfForm(form)) throw new OperationError('secret-refused', {})
    const record = readRecord(archive.folder, input.intakeId)
    if (documentFiles(archive.db, input.documentId).some((file) => file.sha256 === record.sha256)) {
      throw new OperationError('duplicate', { name: record.name })
    }
    const file = await storeFile(archive, record, input.role)
    const answer = commitOne(archive, { kind: 'file-attached', data: { documentId: input.documentId, file } }, caller)
    removeItem(archive.folder, record.id)
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    return answer
  },
  'document.get': (archive, input) => {
    const document = line(archive, input.id)
    const form = documentForm(archive.db, input.id)
    const state = archive.db
      .prepare<[string], { revision: number; reason: string | null }>(
        'SELECT revision, withdrawn_reason AS reason FROM document WHERE id = ?'
      )
      .get(input.id)
    if (!form || !state) throw new OperationError('not-found', { id: input.id })
    return {
      line: document,
      form,
      files: documentFiles(archive.db, input.id),
      cites: citationsOf(archive.db, input.id),
      citedBy: citedBy(archive.db, input.id),
      validity: documentValidity(archive.db, input.id),
      deliveries: deliveryCounts(archive.db, input.id, archive.today()),
      revision: state.revision,
      withdrawnReason: state.reason,
      fromRegister: registerOf(archive.db, input.id)?.name ?? null
    }
  },
  'document.text': (archive, input) => {
    line(archive, input.documentId)
    const files = documentFiles(archive.db, input.documentId).sort(
      (a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role)
    )
    let before = 0
    for (const file of files) {
      const text = archive.texts.get(file.sha256)
      const pages = text?.pages ?? []
      if (input.sha256 === null || input.sha256 === file.sha256) {
        const signatures = [...(text?.signatures ?? [])]
        return { sha256: file.sha256, textKind: file.textKind, pages: pageViews(pages, before), signatures }
      }
      if (pages.length > 0) before += joinPages(pages).length + PAGE_BREAK.length
    }
    if (input.sha256 !== null) throw new OperationError('not-found', { sha256: input.sha256 })
    return { sha256: null, textKind: 'none', pages: [], signatures: [] }
  },
  'document.correct': (archive, input, caller) => {
    const { form: before, revision } = standing(archive, input.id)
    if (revision !== input.revision) throw new OperationError('conflict', { revision })
    if (secrecyOfForm(input.form)) throw new OperationError('secret-refused', {})
    const { id: documentId, form: after, reason } = input
    const numbering = renumbering(archive.db, { documentId, before, after, reason, today: archive.today() })
    return commitOne(
      archive,
      {
        kind: 'document-corrected',
        data: { documentId, before, after, reason, ...(numbering ? { numbering } : {}) }
      },
      caller
    )
  },
  'document.withdraw': (archive, input, caller) => {
    standing(archive, input.id)
    requireTwo(archive, input.id, caller)
    return commitOne(
      archive,
      { kind: 'document-withdrawn', data: { documentId: input.id, reason: input.reason } },
      caller
    )
  },
  'document.restore': (archive, input, caller) => {
    if (!line(archive, input.id).withdrawn) throw new OperationError('conflict', { id: input.id })
    return commitOne(
      archive,
      { kind: 'document-restored', data: { documentId: input.id, reason: input.reason } },
      caller
    )
  },
  'document.find': (archive, input) => {
    const found = findByReference(archive.db, input.reference)
    return { documents: found.flatMap((n) => selectDocumentLines(archive.db, 'WHERE d.n = ?', n)) }
  }
}

/** A document that is there and not withdrawn, with its form and revision. */
function standing(archive: ArchiveContext, id: string): { form: DocumentForm; revision: number } {
  if (line(archive, id).withdrawn) throw new OperationError('conflict', { id })
  const form = documentForm(archive.db, id)
  const row = archive.db.prepare<[string], { revision: number }>('SELECT revision FROM document WHERE id = ?').get(id)
  if (!form || !row) throw new OperationError('not-found', { id })
  return { form, revision: row.revision }
}

function line(archive: ArchiveContext, id: string): DocumentLine {
  const found = documentLine(archive.db, id)
  if (!found) throw new OperationError('not-found', { id })
  return found
}

function commitOne(
  archive: ArchiveContext,
  event: Extract<NewEvent, { data: { documentId: string } }>,
  caller: Parameters<ArchiveContext['commit']>[1]
): { document: DocumentLine; undo: { seq: number; what: string } } {
  const [written] = archive.commit([event], caller)
  changed(archive, event.data.documentId)
  return { document: line(archive, event.data.documentId), undo: { seq: written?.seq ?? 0, what: event.kind } }
}

function changed(archive: ArchiveContext, documentId: string): void {
  archive.emit({ type: 'changed', what: 'documents', documentId })
}
