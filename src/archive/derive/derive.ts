import type { DocumentForm } from '#contract/schemas.ts'
import { matchKey, typeDayKey } from '#domain/resolve/match-key.ts'
import { joinPages, type PageText } from '#domain/text/page-text.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { TextStore, WritableDb } from '../archive-context.ts'
import type { LedgerEvent } from '../ledger/events.ts'
import { indexDocument, type TermCounts, unindexDocument } from '../search/index-document.ts'
import { prepared } from '../store/db/prepared.ts'
import { rowOfFound } from './citation-rows.ts'
import {
  removeCitations,
  resolveAll,
  resolveDecidedFor,
  resolveKeys,
  resolveOne,
  rewriteAdded,
  writeCitations
} from './citations.ts'
import { documentPages } from './document-pages.ts'
import { readOnce } from './read-once.ts'

type Texts = Pick<TextStore, 'get'>

/**
 * Remakes what follows from one fact, after `apply` of it and in the same transaction: text index, found citations and
 * links, of the document itself and of every citation that looks for it. With `terms`, who calls writes the vocabulary of
 * all the facts of a commit at its end.
 */
export function derive(db: WritableDb, event: LedgerEvent, texts: Texts, terms: TermCounts | null = null): void {
  switch (event.kind) {
    case 'document-filed':
    case 'document-restored':
    case 'document-withdrawn':
      deriveDocument(db, event.data.documentId, texts, terms)
      resolveKeys(db, keysOf(db, event.data.documentId))
      if (event.kind !== 'document-filed') resolveDecidedFor(db, event.data.documentId)
      return
    case 'document-corrected':
      deriveDocument(db, event.data.documentId, texts, terms)
      resolveKeys(db, [...keysOfForm(event.data.before), ...keysOf(db, event.data.documentId)])
      return
    case 'file-attached':
    case 'file-detached':
      deriveDocument(db, event.data.documentId, texts, terms)
      return
    case 'citation-decided':
      resolveOne(db, event.data.documentId, event.data.key)
      return
    case 'citation-added':
    case 'citation-removed':
      rewriteAdded(db, event.data.documentId)
      return
    case 'office-saved':
      resolveAll(db)
      return
    case 'archive-created':
    case 'directive-excused':
    case 'directive-required':
    case 'answer-days-set':
    case 'body-saved':
    case 'body-removed':
    case 'group-saved':
    case 'group-removed':
    case 'handling-assigned':
    case 'handling-removed':
    case 'handling-reported':
    case 'handling-report-removed':
    case 'handling-done':
    case 'handling-reopened':
    case 'deadline-dismissed':
    case 'deadline-undismissed':
    case 'dossier-saved':
    case 'dossier-removed':
    case 'dossier-restored':
    case 'dossier-documents-added':
    case 'dossier-documents-removed':
    case 'dossier-ordered':
    case 'dossier-closed':
    case 'dossier-reopened':
    case 'dossier-disposal-recorded':
    case 'recipient-assigned':
    case 'recipient-unassigned':
    case 'deliveries-sent':
    case 'deliveries-marked':
    case 'deliveries-unmarked':
    case 'recipient-dismissed':
    case 'recipient-undismissed':
    case 'bodies-merged':
    case 'bodies-unmerged':
    case 'directory-imported':
    case 'sheet-signed':
    case 'sheet-unsigned':
    case 'proof-attached':
    case 'proof-detached':
    case 'notice-given':
    case 'notice-withdrawn':
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
    case 'secret-book-switched':
    case 'secret-entry-recorded':
    case 'secret-entry-corrected':
    case 'secret-entry-voided':
    case 'secret-entry-restored':
    case 'batch-began':
    case 'batch-undone':
      return
  }
}

/** Remakes one document's index rows, found citations and links. A withdrawn one has none of them. */
export function deriveDocument(
  db: WritableDb,
  documentId: string,
  texts: Texts,
  terms: TermCounts | null = null
): void {
  const row = prepared<[string], { filedAt: string; withdrawn: number }>(
    db,
    'SELECT filed_at AS filedAt, withdrawn_at IS NOT NULL AS withdrawn FROM document WHERE id = ?'
  ).get(documentId)
  if (!row) return
  if (row.withdrawn === 1) {
    unindexDocument(db, documentId)
    removeCitations(db, documentId)
    return
  }
  const pages = documentPages(db, documentId, texts)
  indexDocument(db, documentId, pages, terms)
  writeCitations(db, documentId, foundRows(pages, row.filedAt.slice(0, 10)))
}

function foundRows(pages: readonly PageText[], today: string) {
  if (pages.every((page) => page.text.trim() === '')) return []
  const text = joinPages(pages)
  return readOnce(pages, today).citations.map((found, position) => rowOfFound(found, text, position))
}

/** What citations of this document look for. */
function keysOf(db: WritableDb, documentId: string): readonly (string | null)[] {
  type Row = { matchKey: string | null; documentType: DocumentType | null; issuedOn: string | null }
  const row = prepared<[string], Row>(
    db,
    'SELECT match_key AS matchKey, document_type AS documentType, issued_on AS issuedOn FROM document WHERE id = ?'
  ).get(documentId)
  return row ? [row.matchKey, typeDayKey(row.documentType, row.issuedOn)] : []
}

function keysOfForm(form: DocumentForm): readonly (string | null)[] {
  const { number, symbol, suffix, separator } = form
  const key = number && symbol ? matchKey({ number, suffix, separator, symbol }) : null
  return [key, typeDayKey(form.documentType, form.issuedOn)]
}
