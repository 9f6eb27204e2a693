import { OperationError } from '#contract/failures.ts'
import type { DeliveryId, NoticeId, ProofId } from '#contract/ids.ts'
import type { deliveryCareOperations } from '#contract/operations/delivery-care.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { keepProof } from '../directory/keep-proof.ts'
import type { EventData, SentDelivery } from '../ledger/events.ts'
import { bodyLog } from '../store/body-log.ts'
import { reconcilePeriod } from '../store/delivery-period.ts'
import { proofById } from '../store/delivery-proofs.ts'
import { deliveryById, documentDeliveries } from '../store/delivery-rows.ts'
import { deliverySheet } from '../store/delivery-sheet.ts'
import { bodyById } from '../store/directory.ts'
import { documentLine } from '../store/document-lines.ts'
import { holdersOf, noticeById, noticeCandidates } from '../store/notices.ts'
import { notLater, standing } from './distribution-checks.ts'
import type { Handlers } from './handlers.ts'

export const deliveryCareHandlers: Handlers<keyof typeof deliveryCareOperations> = {
  'delivery.sheet': (archive, input) => {
    const rows = deliverySheet(archive.db, input, archive.today())
    return { rows: [...rows], open: rows.filter((row) => row.open).length }
  },
  'delivery.signSheet': (archive, input, caller) => {
    notLater(archive, input.on, 'on')
    const data = signedSheet(archive, input)
    if (data.signed.length + data.sent.length === 0) return { signed: 0, sent: 0, deliveryIds: [], undo: null }
    const [written] = archive.commit([{ kind: 'sheet-signed', data }], caller)
    return {
      signed: data.signed.length + data.sent.length,
      sent: data.sent.length,
      deliveryIds: [...data.signed, ...data.sent].map((one) => one.deliveryId as DeliveryId),
      undo: written ? { seq: written.seq, what: 'sheet-signed' } : null
    }
  },
  'delivery.attachProof': async (archive, input, caller) => {
    const deliveryIds = [...new Set(input.deliveryIds)]
    const [first] = deliveryIds.map((id) => {
      const found = deliveryById(archive.db, id, archive.today())
      if (!found) throw new OperationError('not-found', { id })
      return found
    })
    if (!first) throw new OperationError('bad-input', { field: 'deliveryIds' })
    const kept = await keepProof(archive, input.staged)
    const proofId = archive.newId('p') as ProofId
    const file = { ...kept, documentId: first.documentId }
    const data = { proofId, file, deliveryIds, note: input.note }
    const [written] = archive.commit([{ kind: 'proof-attached', data }], caller)
    const proof = proofById(archive.db, proofId)
    if (!proof) throw new OperationError('internal')
    return { proof, undo: written ? { seq: written.seq, what: 'proof-attached' } : null }
  },
  'delivery.period': (archive, input) => reconcilePeriod(archive.db, input, archive.today()),
  'delivery.ofBody': (archive, input) => bodyLog(archive.db, input, archive.today()),
  'delivery.noticeOffer': (archive, input) => {
    const document = documentLine(archive.db, input.documentId)
    if (!document) throw new OperationError('not-found', { id: input.documentId })
    return {
      document,
      holders: lastDeliveries(archive, input.documentId).map((delivery) => ({
        bodyId: delivery.bodyId,
        name: delivery.bodyName,
        delivery
      })),
      candidates: noticeCandidates(archive.db, input.documentId)
    }
  },
  'delivery.giveNotice': (archive, input, caller) => {
    const data = noticeOf(archive, input)
    const [written] = archive.commit([{ kind: 'notice-given', data }], caller)
    const notice = noticeById(archive.db, data.noticeId)
    if (!notice) throw new OperationError('internal')
    return {
      notice,
      recalled: data.recalled.length,
      sent: data.sent.length,
      undo: written ? { seq: written.seq, what: 'notice-given' } : null
    }
  }
}

/** What the ticks of a returned sheet mean: signed, or sent and signed at once. What was signed before is left. */
function signedSheet(archive: ArchiveContext, input: CheckedInputOf<'delivery.signSheet'>): EventData['sheet-signed'] {
  const signed: { deliveryId: string; by: string | null }[] = []
  const sent: (SentDelivery & { documentId: string; by: string | null })[] = []
  const seen = new Set<string>()
  for (const { documentId, bodyId, deliveryId, channel, by } of input.rows) {
    const key = deliveryId ?? `${documentId} ${bodyId}`
    if (seen.has(key)) continue
    seen.add(key)
    if (deliveryId === null) {
      standing(archive, documentId)
      if (!bodyById(archive.db, bodyId)) throw new OperationError('not-found', { id: bodyId })
      sent.push({ documentId, deliveryId: archive.newId('v'), bodyId, channel, copies: 1, by })
      continue
    }
    const delivery = deliveryById(archive.db, deliveryId, archive.today())
    if (!delivery) throw new OperationError('not-found', { id: deliveryId })
    if (input.on < delivery.sentOn) throw new OperationError('bad-input', { field: 'on', sentOn: delivery.sentOn })
    if (delivery.acknowledgedOn === null) signed.push({ deliveryId, by })
  }
  return { on: input.on, basis: input.basis, signed, sent }
}

/** The last sending to each body that had a paper. */
function lastDeliveries(archive: ArchiveContext, documentId: string) {
  const all = documentDeliveries(archive.db, documentId, archive.today())
  return [...new Map(all.map((delivery) => [delivery.bodyId, delivery])).values()]
}

/**
 * Called back are all deliveries still out, whether signed for or not; the paper that says so goes to each body that had
 * the first and has not had it yet.
 */
function noticeOf(archive: ArchiveContext, input: CheckedInputOf<'delivery.giveNotice'>): EventData['notice-given'] {
  const { documentId, kind, byDocumentId, on, reason } = input
  notLater(archive, on, 'on')
  const document = documentLine(archive.db, documentId)
  if (!document) throw new OperationError('not-found', { id: documentId })
  if (byDocumentId === documentId) throw new OperationError('bad-input', { field: 'byDocumentId' })
  if (byDocumentId !== null) standing(archive, byDocumentId)
  if (kind !== 'recall' && byDocumentId === null) throw new OperationError('missing-field', { field: 'byDocumentId' })
  const all = documentDeliveries(archive.db, documentId, archive.today())
  if (all.length === 0) throw new OperationError('conflict', { problem: 'never-sent' })
  const late = all.find((delivery) => delivery.sentOn > on)
  if (late) throw new OperationError('bad-input', { field: 'on', sentOn: late.sentOn })
  const recall = kind === 'recall' || input.recall
  const recalled = recall
    ? all.filter((one) => one.recalledOn === null && one.returnedOn === null).map((one) => one.id)
    : []
  const sent = byDocumentId !== null && input.send ? sendings(archive, documentId, byDocumentId) : []
  const noticeId = archive.newId('y') as NoticeId
  return { documentId, noticeId, kind, byDocumentId, on, reason, recalled, sent }
}

function sendings(archive: ArchiveContext, documentId: string, byDocumentId: string): readonly SentDelivery[] {
  const had = new Set(holdersOf(archive.db, byDocumentId))
  return lastDeliveries(archive, documentId)
    .filter((delivery) => !had.has(delivery.bodyId))
    .map(({ bodyId, channel, copies }) => ({ deliveryId: archive.newId('v'), bodyId, channel, copies }))
}
