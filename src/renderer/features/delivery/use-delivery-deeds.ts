import type { DocumentId } from '#contract/ids.ts'
import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import type { InputOf } from '#contract/operations.ts'
import { useToasts } from '../../app/toasts.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { today } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'

export type Mark = InputOf<'delivery.mark'>['what']
export type SignFacts = Readonly<{ on?: string; by?: string | null; basis?: string | null }>

/** What can be done to the deliveries of one document; each says what it did and can be taken back. */
export function useDeliveryDeeds(documentId: DocumentId) {
  const toasts = useToasts()
  const send = useCommand('delivery.send')
  const sendAll = useCommand('delivery.sendAll')
  const acknowledge = useCommand('delivery.acknowledge')
  const mark = useCommand('delivery.mark')
  const dismiss = useCommand('delivery.dismiss')
  const assign = useCommand('delivery.assign')
  return {
    busy:
      send.isPending ||
      sendAll.isPending ||
      acknowledge.isPending ||
      mark.isPending ||
      dismiss.isPending ||
      assign.isPending,
    sendAll() {
      sendAll.mutate(
        { documentId, sentOn: today() },
        {
          onSuccess: (out) =>
            toasts.done(
              words.sentDone(out.sent, out.reconciliation.document.reference ?? commonWords.noReference),
              out.undo
            ),
          onError: (error) => toasts.failed(error, words.notSent)
        }
      )
    },
    send(rows: readonly ReconciliationRow[], sentOn: string) {
      const items = rows.flatMap((row) =>
        row.bodyId ? [{ bodyId: row.bodyId, channel: row.channel, copies: row.copies }] : []
      )
      if (items.length === 0) return
      send.mutate(
        { documentId, sentOn, items },
        {
          onSuccess: (out) =>
            toasts.done(
              words.sentDone(items.length, out.reconciliation.document.reference ?? commonWords.noReference),
              out.undo
            ),
          onError: (error) => toasts.failed(error, words.notSent)
        }
      )
    },
    acknowledge(rows: readonly ReconciliationRow[], facts: SignFacts = {}) {
      const deliveryIds = rows.flatMap((row) => (row.delivery ? [row.delivery.id] : []))
      if (deliveryIds.length === 0) return
      acknowledge.mutate(
        { deliveryIds, on: facts.on ?? today(), by: facts.by ?? null, basis: facts.basis ?? null },
        {
          onSuccess: (out) => toasts.done(words.signedDone(out.acknowledged), out.undo),
          onError: (error) => toasts.failed(error, words.notSigned)
        }
      )
    },
    mark(row: ReconciliationRow, what: Mark, facts: Readonly<{ on: string; by: string | null; note: string | null }>) {
      if (!row.delivery) return
      mark.mutate(
        { deliveryIds: [row.delivery.id], what, ...facts },
        {
          onSuccess: (out) => toasts.done(words.markedDone(words.marks[what], row.name), out.undo),
          onError: (error) => toasts.failed(error, words.notChanged)
        }
      )
    },
    dismiss(row: ReconciliationRow, reason: string) {
      if (!row.bodyId) return
      dismiss.mutate(
        { documentId, bodyId: row.bodyId, reason },
        {
          onSuccess: (out) => toasts.done(words.dismissedDone(row.name), out.undo),
          onError: (error) => toasts.failed(error, words.notChanged)
        }
      )
    },
    assign(name: string, choice: Pick<InputOf<'delivery.assign'>, 'bodyIds' | 'groupId' | 'remember'>) {
      assign.mutate(
        { documentId, name, ...choice },
        {
          onSuccess: (out) => toasts.done(words.assignedDone(name), out.undo),
          onError: (error) => toasts.failed(error, words.notChanged)
        }
      )
    }
  } as const
}

export type DeliveryDeeds = ReturnType<typeof useDeliveryDeeds>
