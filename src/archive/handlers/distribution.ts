import { OperationError } from '#contract/failures.ts'
import type { DeliveryId } from '#contract/ids.ts'
import type { distributionOperations } from '#contract/operations/distribution.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { NewEvent } from '../ledger/events.ts'
import { deliveryOverview } from '../store/delivery-overview.ts'
import { deliveryById } from '../store/delivery-rows.ts'
import { bodyById } from '../store/directory.ts'
import { reconcile, reconciliation } from '../store/reconciliation.ts'
import { unacknowledged } from '../store/unacknowledged.ts'
import { assignEvents, directoryHandlers } from './directory.ts'
import { notLater, standing } from './distribution-checks.ts'
import type { Handlers } from './handlers.ts'

export const distributionHandlers: Handlers<keyof typeof distributionOperations> = {
  ...directoryHandlers,
  'delivery.reconcile': (archive, input) => reconciliation(archive.db, input.documentId, archive.today()),
  'delivery.assign': (archive, input, caller) => {
    standing(archive, input.documentId)
    return reconciled(archive, input.documentId, commit(archive, assignEvents(archive, input), caller))
  },
  'delivery.send': (archive, input, caller) => {
    standing(archive, input.documentId)
    notLater(archive, input.sentOn, 'sentOn')
    for (const item of input.items) {
      if (!bodyById(archive.db, item.bodyId)) throw new OperationError('not-found', { id: item.bodyId })
    }
    return reconciled(archive, input.documentId, send(archive, input, caller))
  },
  'delivery.sendAll': (archive, input, caller) => {
    standing(archive, input.documentId)
    notLater(archive, input.sentOn, 'sentOn')
    const items = reconcile(archive.db, input.documentId, archive.today()).rows.flatMap((row) =>
      row.state === 'not-sent' && row.bodyId !== null
        ? [{ bodyId: row.bodyId, channel: row.channel, copies: row.copies }]
        : []
    )
    const undo = items.length > 0 ? send(archive, { ...input, items }, caller) : null
    return { ...reconciled(archive, input.documentId, undo), sent: items.length }
  },
  'delivery.acknowledge': (archive, input, caller) => {
    notLater(archive, input.on, 'on')
    const { on, by, basis } = input
    const ids = freshIds(archive, input.deliveryIds, on, (one) => one.acknowledgedOn === null)
    const undo = mark(archive, { deliveryIds: ids, what: 'acknowledged', on, by, basis, note: null }, caller)
    return { acknowledged: ids.length, undo }
  },
  'delivery.mark': (archive, input, caller) => {
    notLater(archive, input.on, 'on')
    const { what, on, by, note } = input
    const ids = freshIds(archive, input.deliveryIds, on, (one) => what === 'cancelled' || one[`${what}On`] === null)
    return { marked: ids.length, undo: mark(archive, { deliveryIds: ids, what, on, by, basis: null, note }, caller) }
  },
  'delivery.dismiss': (archive, input, caller) => {
    standing(archive, input.documentId)
    if (!bodyById(archive.db, input.bodyId)) throw new OperationError('not-found', { id: input.bodyId })
    return reconciled(
      archive,
      input.documentId,
      commit(archive, [{ kind: 'recipient-dismissed', data: input }], caller)
    )
  },
  'delivery.overview': (archive, input) => deliveryOverview(archive.db, input, archive.today()),
  'delivery.unacknowledged': (archive, input) => unacknowledged(archive.db, input, archive.today())
}

type Undo = { seq: number; what: string } | null

function send(archive: ArchiveContext, input: CheckedInputOf<'delivery.send'>, caller: Caller): Undo {
  const { documentId, sentOn } = input
  const deliveries = input.items.map((item) => ({ deliveryId: archive.newId('v'), ...item }))
  return commit(archive, [{ kind: 'deliveries-sent', data: { documentId, sentOn, deliveries } }], caller)
}

function mark(
  archive: ArchiveContext,
  data: Extract<NewEvent, { kind: 'deliveries-marked' }>['data'],
  caller: Caller
): Undo {
  return data.deliveryIds.length === 0 ? null : commit(archive, [{ kind: 'deliveries-marked', data }], caller)
}

/** The deliveries a mark still changes, so that taking it back changes no others. A mark before the sending is a slip. */
function freshIds(
  archive: ArchiveContext,
  ids: readonly DeliveryId[],
  on: string,
  fresh: (delivery: NonNullable<ReturnType<typeof deliveryById>>) => boolean
): readonly DeliveryId[] {
  return [...new Set(ids)].filter((id) => {
    const delivery = deliveryById(archive.db, id, archive.today())
    if (!delivery) throw new OperationError('not-found', { id })
    if (on < delivery.sentOn) throw new OperationError('bad-input', { field: 'on', sentOn: delivery.sentOn })
    return fresh(delivery)
  })
}

function commit(archive: ArchiveContext, events: readonly NewEvent[], caller: Caller): Undo {
  const written = archive.commit(events, caller)
  const last = written.at(-1)
  return last ? { seq: last.seq, what: last.kind } : null
}

function reconciled(archive: ArchiveContext, documentId: string, undo: Undo) {
  return { reconciliation: reconciliation(archive.db, documentId, archive.today()), undo }
}
