import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { requireAccounts } from './accounts/require-accounts.ts'
import { apply } from './apply/apply.ts'
import type { ArchiveContext, TextStore, WritableDb } from './archive-context.ts'
import { requireFreeNumbers } from './books/free-numbers.ts'
import { requireUnsealed } from './books/sealed.ts'
import { derive } from './derive/derive.ts'
import type { FolderSyncs } from './files/folder-syncs.ts'
import { storageFailure } from './files/storage-failure.ts'
import { requireSpace } from './folder-checks.ts'
import type { EventKind, LedgerEvent, NewEvent } from './ledger/events.ts'
import { writeMark } from './ledger/high-water-mark.ts'
import type { Ledger, Line } from './ledger/ledger.ts'
import { writeLine } from './ledger/ledger-line.ts'
import { termCounts } from './search/index-document.ts'

/** What a commit works on; `freeze` makes the archive read-only until it is opened again. */
export type Committing = Readonly<{
  folder: string
  db: WritableDb
  ledger: Ledger
  texts: Pick<TextStore, 'get'>
  syncs: Pick<FolderSyncs, 'settle'>
  now(): Date
  writable(): boolean
  freeze(code: string, error: unknown): void
  emit(event: EngineEvent): void
}>

/**
 * Makes facts (design §3). Order: originals and texts stored before are made to last under their names → the lines are
 * made → BEGIN IMMEDIATE → apply, derive, mark → append to the ledger and fsync → COMMIT → answer. Whoever gets an answer may count on the facts. Whoever gets none, or a failure after the
 * append, may find them done: then the ledger is ahead of the database, and the next opening replays it.
 *
 * A failed write or fsync is never tried again: after it nobody knows what the disk holds. The transaction is rolled
 * back, the line taken back where the disk allows, and the archive is read-only until it is opened anew.
 */
export function commit(archive: Committing, events: readonly NewEvent[], caller: Caller): readonly LedgerEvent[] {
  if (!archive.writable()) throw new OperationError('archive-read-only')
  if (events.length === 0) return []
  const { db, ledger } = archive
  requireUnsealed(db, events)
  requireFreeNumbers(db, events)
  requireAccounts(db, events)
  const lines = linesOf(ledger, events, caller.name, archive.now())
  requireSpace(archive.folder, lines.reduce((sum, one) => sum + one.line.length, 0) * 4)
  try {
    archive.syncs.settle()
  } catch (error) {
    archive.freeze('names-not-kept', error)
    throw storageFailure(error)
  }
  try {
    db.exec('BEGIN IMMEDIATE')
    const terms = termCounts()
    for (const { event } of lines) {
      apply(db, event)
      derive(db, event, archive.texts, terms)
    }
    terms.write(db)
    const last = lines.at(-1)?.event
    if (last) writeMark(db, last)
  } catch (error) {
    rollBack(db)
    throw storageFailure(error)
  }
  try {
    ledger.append(lines)
  } catch (error) {
    rollBack(db)
    archive.freeze('ledger-append-failed', error)
    throw storageFailure(error)
  }
  try {
    db.exec('COMMIT')
  } catch (error) {
    rollBack(db)
    archive.freeze('commit-failed', error)
    throw storageFailure(error)
  }
  announce(archive, lines)
  return lines.map((one) => one.event)
}

function linesOf(ledger: Ledger, events: readonly NewEvent[], actor: string, now: Date): readonly Line[] {
  let { seq, hash: prev } = ledger.head()
  const at = now.toISOString()
  return events.map((event, index) => {
    const made = writeLine(event, { seq: ++seq, at, actor, more: events.length - 1 - index, prev })
    prev = made.event.hash
    return made
  })
}

function rollBack(db: WritableDb): void {
  if (db.inTransaction) db.exec('ROLLBACK')
}

type Changed = Extract<EngineEvent, { type: 'changed' }>['what']

const CHANGES: Readonly<Record<EventKind, Changed>> = {
  'archive-created': 'settings',
  'office-saved': 'settings',
  'document-filed': 'documents',
  'file-attached': 'documents',
  'file-detached': 'documents',
  'document-corrected': 'documents',
  'document-withdrawn': 'documents',
  'document-restored': 'documents',
  'citation-decided': 'citations',
  'citation-added': 'citations',
  'citation-removed': 'citations',
  'directive-excused': 'citations',
  'directive-required': 'citations',
  'answer-days-set': 'citations',
  'body-saved': 'directory',
  'body-removed': 'directory',
  'group-saved': 'directory',
  'group-removed': 'directory',
  'recipient-assigned': 'deliveries',
  'recipient-unassigned': 'deliveries',
  'deliveries-sent': 'deliveries',
  'deliveries-marked': 'deliveries',
  'deliveries-unmarked': 'deliveries',
  'recipient-dismissed': 'deliveries',
  'recipient-undismissed': 'deliveries',
  'bodies-merged': 'directory',
  'bodies-unmerged': 'directory',
  'directory-imported': 'directory',
  'sheet-signed': 'deliveries',
  'sheet-unsigned': 'deliveries',
  'proof-attached': 'deliveries',
  'proof-detached': 'deliveries',
  'notice-given': 'deliveries',
  'notice-withdrawn': 'deliveries',
  'handling-assigned': 'handling',
  'handling-removed': 'handling',
  'handling-reported': 'handling',
  'handling-report-removed': 'handling',
  'handling-done': 'handling',
  'handling-reopened': 'handling',
  'deadline-dismissed': 'handling',
  'deadline-undismissed': 'handling',
  'book-rule-saved': 'books',
  'book-rule-removed': 'books',
  'book-opened': 'books',
  'book-unopened': 'books',
  'book-closed': 'books',
  'book-reopened': 'books',
  'number-reserved': 'books',
  'number-voided': 'books',
  'number-released': 'books',
  'fonds-closed': 'books',
  'fonds-reopened': 'books',
  'dossier-saved': 'dossiers',
  'dossier-removed': 'dossiers',
  'dossier-restored': 'dossiers',
  'dossier-documents-added': 'dossiers',
  'dossier-documents-removed': 'dossiers',
  'dossier-ordered': 'dossiers',
  'dossier-closed': 'dossiers',
  'dossier-reopened': 'dossiers',
  'dossier-disposal-recorded': 'dossiers',
  'secret-book-switched': 'secret',
  'secret-entry-recorded': 'secret',
  'secret-entry-corrected': 'secret',
  'secret-entry-voided': 'secret',
  'secret-entry-restored': 'secret',
  'accounts-turned-on': 'accounts',
  'account-created': 'accounts',
  'account-saved': 'accounts',
  'account-disabled': 'accounts',
  'account-enabled': 'accounts',
  'account-password-set': 'accounts',
  'account-password-reset': 'accounts',
  'account-signed-in': 'accounts',
  'account-idle-set': 'accounts',
  'document-restricted': 'documents',
  'document-unrestricted': 'documents',
  'document-read': 'accounts',
  'withdrawal-asked': 'documents',
  'withdrawal-refused': 'documents',
  'batch-began': 'documents',
  'batch-undone': 'documents'
}

/** Says what to ask again, once for each kind of thing; the document is named where there is only one. */
function announce(archive: Pick<ArchiveContext, 'emit'>, lines: readonly Line[]): void {
  const changed = new Map<Changed, string | null>()
  for (const { event } of lines) {
    const what = CHANGES[event.kind]
    const documentId = 'documentId' in event.data ? event.data.documentId : null
    changed.set(what, !changed.has(what) || changed.get(what) === documentId ? documentId : null)
  }
  for (const [what, documentId] of changed) archive.emit({ type: 'changed', what, documentId })
}
