import { useToasts } from '../../app/toasts.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Icon } from '../../components/icon.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import type { DocumentDetails } from './summary-tab.tsx'

/** Withdraws a document with a reason, or brings it back; nothing is deleted (F16). */
export function WithdrawDialog(props: Readonly<{ details: DocumentDetails; onClose(): void }>) {
  const { line, form, citedBy, deliveries } = props.details
  const toasts = useToasts()
  const withdraw = useCommand('document.withdraw')
  const restore = useCommand('document.restore')
  const reference = line.reference ?? commonWords.noReference
  if (line.withdrawn) {
    return (
      <Confirm
        title={words.restoreTitle(reference)}
        action={words.restore}
        reason="optional"
        busy={restore.isPending}
        onKeep={props.onClose}
        onDo={(reason) =>
          restore.mutate(
            { id: line.id, reason },
            {
              onSuccess: (out) => {
                toasts.done(words.restored(reference), out.undo)
                props.onClose()
              },
              onError: (error) => toasts.failed(error, words.notRestored(reference))
            }
          )
        }
      >
        <p>{words.restoreAbout}</p>
      </Confirm>
    )
  }
  const citing = new Set(citedBy.map((one) => one.from.id)).size
  return (
    <Confirm
      title={words.withdrawTitle(reference)}
      action={words.withdraw}
      danger
      reason="required"
      busy={withdraw.isPending}
      onKeep={props.onClose}
      onDo={(reason) =>
        withdraw.mutate(
          { id: line.id, reason },
          {
            onSuccess: (out) => {
              toasts.done(words.withdrawn(reference), out.undo)
              props.onClose()
            },
            onError: (error) => toasts.failed(error, words.notWithdrawn(reference))
          }
        )
      }
    >
      <p>{words.withdrawAbout(`${form.number ?? ''}${form.suffix ?? ''}`)}</p>
      {citing > 0 && (
        <p className="row withdraw-fact">
          <Icon name="link" small />
          {words.withdrawCited(showCount(citing))}
        </p>
      )}
      {deliveries.sent > 0 && (
        <p className="row withdraw-fact">
          <Icon name="send" small />
          {words.withdrawSent(showCount(deliveries.sent))}
        </p>
      )}
    </Confirm>
  )
}
