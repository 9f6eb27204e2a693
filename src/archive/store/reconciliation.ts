import { OperationError } from '#contract/failures.ts'
import type { BodyId } from '#contract/ids.ts'
import type { Reconciliation, ReconciliationRow } from '#contract/operations/distribution.ts'
import type { Delivery } from '#contract/schemas.ts'
import type { ReadableDb } from '../archive-context.ts'
import { directoryIndex } from '../directory/directory-index.ts'
import { type Assignment, type Expected, expectedRecipients } from '../directory/expected-recipients.ts'
import { prepared } from './db/prepared.ts'
import { documentProofs } from './delivery-proofs.ts'
import { documentDeliveries } from './delivery-rows.ts'
import { documentLine } from './document-lines.ts'
import { recipientLines } from './documents.ts'
import { documentNotices, noticeOffers, toldHolders } from './notices.ts'

export type Reconciled = Omit<Reconciliation, 'proofs' | 'notices' | 'offers'>

/** The same with what else is known of its deliveries: scans of signed sheets, recalls and corrections. */
export function reconciliation(db: ReadableDb, documentId: string, today: string): Reconciliation {
  return {
    ...reconcile(db, documentId, today),
    proofs: documentProofs(db, documentId),
    notices: documentNotices(db, documentId),
    offers: noticeOffers(db, documentId)
  }
}

/**
 * A document's text against its deliveries (D03). Groups are expanded as of the first sending, else the document's date,
 * else today. An incoming paper's Nơi nhận is its sender's affair: there, the body it is handed to is expected.
 */
export function reconcile(db: ReadableDb, documentId: string, today: string): Reconciled {
  const document = documentLine(db, documentId)
  if (!document) throw new OperationError('not-found', { id: documentId })
  const addressees = recipientLines(db, documentId, 'addressees')
  const recipients = recipientLines(db, documentId, 'recipients')
  const deliveries = documentDeliveries(db, documentId, today)
  const on = deliveries[0]?.sentOn ?? document.issuedOn ?? today
  const form =
    document.direction === 'incoming'
      ? { addressees: [], recipients: handlerLine(db, documentId) }
      : { addressees, recipients }
  const expected = expectedRecipients(
    form,
    directoryIndex(db),
    assignments(db, documentId),
    on,
    toldHolders(db, documentId)
  )
  const rows = rowsOf(expected, deliveries, dismissals(db, documentId), on, today)
  const open = rows.filter((row) => row.state === 'sent' || row.state === 'received')
  const ages = open.flatMap((row) => row.ageDays ?? [])
  return {
    document,
    on,
    addressees,
    recipients,
    rows,
    counts: countsOf(rows, recipients.filter((line) => line.kind === 'file-copy').length),
    oldestDays: ages.length > 0 ? Math.max(...ages) : null
  }
}

function rowsOf(
  expected: readonly Expected[],
  deliveries: readonly Delivery[],
  dismissed: ReadonlyMap<string, string>,
  on: string,
  today: string
): ReconciliationRow[] {
  const last = new Map(deliveries.map((delivery) => [delivery.bodyId as string, delivery]))
  const named = new Set(expected.flatMap((one) => one.body?.id ?? []))
  const rows = expected.map((one): ReconciliationRow => {
    const { body, line, lineText, groupName, name, copies } = one
    const alsoIn = [...one.alsoIn]
    const place = { line, lineText, groupName, alsoIn, copies }
    if (!body) return { ...EMPTY, ...place, source: 'unknown', name, state: 'unknown', channel: 'direct' }
    const delivery = last.get(body.id) ?? null
    const reason = delivery ? null : (dismissed.get(body.id) ?? null)
    return {
      ...place,
      source: one.source,
      name,
      bodyId: body.id,
      channel: delivery?.channel ?? body.channel,
      delivery,
      state: delivery?.state ?? (reason === null ? 'not-sent' : 'dismissed'),
      dismissedReason: reason,
      ageDays: delivery ? delivery.ageDays : reason === null ? daysSince(on, today) : null
    }
  })
  const extra = [...last.values()]
    .filter((delivery) => !named.has(delivery.bodyId))
    .map(
      (delivery): ReconciliationRow => ({
        ...EMPTY,
        alsoIn: [],
        source: 'extra',
        name: delivery.bodyName,
        bodyId: delivery.bodyId,
        channel: delivery.channel,
        delivery,
        state: delivery.state,
        ageDays: delivery.ageDays
      })
    )
  return [...rows, ...extra]
}

const EMPTY = {
  line: null,
  lineText: null,
  groupName: null,
  copies: 1,
  bodyId: null,
  delivery: null,
  dismissedReason: null,
  ageDays: null
} as const

function countsOf(rows: readonly ReconciliationRow[], fileCopies: number): Reconciliation['counts'] {
  const named = rows.filter((row) => row.source !== 'extra' && row.source !== 'unknown')
  const of = (...states: ReconciliationRow['state'][]) => named.filter((row) => states.includes(row.state)).length
  return {
    expected: named.length - of('dismissed'),
    sent: named.filter((row) => row.delivery !== null).length,
    acknowledged: of('acknowledged'),
    unacknowledged: of('sent', 'received'),
    notSent: of('not-sent'),
    extra: rows.filter((row) => row.source === 'extra').length,
    unknown: rows.filter((row) => row.source === 'unknown').length,
    recalled: rows.filter((row) => row.state === 'recalled').length,
    fileCopies
  }
}

function handlerLine(db: ReadableDb, documentId: string) {
  const handler = prepared<[string], { handler: string | null }>(db, 'SELECT handler FROM document WHERE id = ?').get(
    documentId
  )?.handler
  return handler ? [{ text: handler, kind: 'body' as const, names: [handler], note: null, evidence: null }] : []
}

function assignments(db: ReadableDb, documentId: string): ReadonlyMap<string, Assignment> {
  type Row = { key: string; bodyIds: string; groupId: string | null }
  const rows = prepared<[string], Row>(
    db,
    `SELECT name_key AS key, body_ids AS bodyIds, group_id AS groupId FROM recipient_assignment WHERE document_id = ?`
  ).all(documentId)
  return new Map(rows.map((row) => [row.key, { bodyIds: JSON.parse(row.bodyIds) as string[], groupId: row.groupId }]))
}

function dismissals(db: ReadableDb, documentId: string): ReadonlyMap<BodyId | string, string> {
  const rows = prepared<[string], { bodyId: string; reason: string }>(
    db,
    'SELECT body_id AS bodyId, reason FROM recipient_dismissal WHERE document_id = ?'
  ).all(documentId)
  return new Map(rows.map((row) => [row.bodyId, row.reason]))
}

function daysSince(on: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(on)) / 86_400_000))
}
