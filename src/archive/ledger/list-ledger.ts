import { type Caller, keepsRegister } from '#contract/operations/operation.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { account } from '../store/accounts.ts'
import { documentLine } from '../store/document-lines.ts'
import { isAccountKind } from './access-events.ts'
import { describeEvent, type Facts, formReference } from './describe-event.ts'
import type { LedgerEvent } from './events.ts'
import { parseLine } from './ledger-line.ts'

/**
 * Lines of the ledger, newest first; of one document: its own, and those of its deliveries. Who does not keep the register
 * sees the lines of documents open to them one document at a time, and of the rest what is about none: so the numbers
 * left out tell of no hidden paper.
 */
export function listLedger(
  archive: OpenedArchive,
  input: CheckedInputOf<'ledger.list'>,
  caller: Caller
): OutputOf<'ledger.list'> {
  const { ledger } = archive
  const head = ledger.head()
  if (input.documentId !== null && !documentLine(archive.db, input.documentId)) {
    return { head: head.hash, total: head.seq, events: [] }
  }
  const wanted = input.documentId === null ? null : idsOf(archive, input.documentId)
  const events: OutputOf<'ledger.list'>['events'] = []
  for (const { line } of ledger.readBack(input.before ?? head.seq + 1)) {
    if (wanted && !wanted.some((id) => line.includes(`"${id}"`))) continue
    const event = parseLine(line)
    if (wanted && !isOf(archive, event, input.documentId ?? '')) continue
    if (!isShown(archive, event, caller, wanted !== null)) continue
    events.push(entry(archive, event))
    if (events.length >= input.limit) break
  }
  return { head: head.hash, total: head.seq, events }
}

function isShown(archive: OpenedArchive, event: LedgerEvent, { role }: Caller, ofDocument: boolean): boolean {
  if (keepsRegister(role)) return true
  if (isAccountKind(event.kind)) return role === 'admin'
  if (event.kind === 'document-read') return ofDocument && role === 'leader'
  if (ofDocument) return documentIdsOf(archive, event).every((id) => documentLine(archive.db, id) !== undefined)
  return ABOUT_NO_DOCUMENT.some((beginning) => event.kind.startsWith(beginning))
}

/** Kinds whose facts name no document. */
const ABOUT_NO_DOCUMENT = ['archive-', 'office-', 'answer-days-', 'body-', 'group-', 'directory-', 'book-', 'fonds-']

/** Every document an event speaks of. */
export function documentIdsOf(archive: OpenedArchive, event: LedgerEvent): readonly string[] {
  const { data } = event
  return [
    ...('documentId' in data ? [data.documentId] : []),
    ...('byDocumentId' in data && data.byDocumentId !== null ? [data.byDocumentId] : []),
    ...('sent' in data
      ? data.sent.flatMap((one) => (typeof one === 'object' && 'documentId' in one ? [one.documentId] : []))
      : []),
    ...('items' in data ? data.items.map((one) => one.documentId) : []),
    ...('documentIds' in data ? data.documentIds : []),
    ...('assignments' in data ? data.assignments.map((one) => one.documentId) : []),
    ...documentsOfDeliveries(archive, event)
  ]
}

function entry(archive: OpenedArchive, event: LedgerEvent): OutputOf<'ledger.list'>['events'][number] {
  const documentId = documentOf(archive, event)
  const filed = event.kind === 'document-filed' ? formReference(event.data.form) : null
  const reference = filed ?? (documentId ? (documentLine(archive.db, documentId)?.reference ?? null) : null)
  const { seq, at, actor, kind } = event
  return { seq, at, actor, kind, documentId, reference, facts: named(archive, describeEvent(event)) }
}

/** The document an event speaks of; of a mark on deliveries the one they belong to, when it is only one. */
function documentOf(archive: OpenedArchive, event: LedgerEvent): string | null {
  if ('documentId' in event.data) return event.data.documentId
  const [first, ...others] = documentsOfDeliveries(archive, event)
  return first !== undefined && others.length === 0 ? first : null
}

function documentsOfDeliveries(archive: OpenedArchive, event: LedgerEvent): readonly string[] {
  const find = archive.db.prepare<[string], { id: string }>('SELECT document_id AS id FROM delivery WHERE id = ?')
  return [...new Set(deliveriesOf(event).flatMap((id) => find.get(id)?.id ?? []))]
}

/** Deliveries an event speaks of, of however many documents. */
function deliveriesOf(event: LedgerEvent): readonly string[] {
  switch (event.kind) {
    case 'deliveries-marked':
    case 'deliveries-unmarked':
    case 'proof-attached':
    case 'proof-detached':
      return event.data.deliveryIds
    case 'sheet-signed':
      return [...event.data.signed, ...event.data.sent].map((one) => one.deliveryId)
    case 'sheet-unsigned':
      return [...event.data.signed, ...event.data.sent]
    default:
      return []
  }
}

function isOf(archive: OpenedArchive, event: LedgerEvent, documentId: string): boolean {
  if ('byDocumentId' in event.data && event.data.byDocumentId === documentId) return true
  if ('documentId' in event.data) return event.data.documentId === documentId
  return documentsOfDeliveries(archive, event).includes(documentId)
}

/** Ids by which a line may speak of a document. */
function idsOf(archive: OpenedArchive, documentId: string): readonly string[] {
  const deliveries = archive.db
    .prepare<[string], { id: string }>('SELECT id FROM delivery WHERE document_id = ?')
    .all(documentId)
  return [documentId, ...deliveries.map((row) => row.id)]
}

/** Ids of bodies, groups and documents as what people call them. */
function named(archive: OpenedArchive, facts: Facts): Record<string, string> {
  const { bodyId, groupId, target, accountId, ...rest } = facts
  const name = (table: 'body' | 'body_group', id: string): string =>
    archive.db.prepare<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(id)?.name ?? id
  return {
    ...rest,
    ...(bodyId ? { body: name('body', bodyId) } : {}),
    ...(groupId ? { group: name('body_group', groupId) } : {}),
    ...(target ? { target: targetName(archive, target) } : {}),
    ...(accountId ? { account: account(archive.db, accountId)?.name ?? accountId } : {})
  }
}

/** A paper that is hidden from the caller is named no more than one that is not there. */
function targetName(archive: OpenedArchive, id: string): string {
  const line = documentLine(archive.db, id)
  return line ? (line.reference ?? id) : ''
}
