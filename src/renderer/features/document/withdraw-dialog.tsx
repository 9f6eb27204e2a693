import { Icon } from '../../components/icon.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import type { DocumentDetails } from './summary-tab.tsx'

const asks = accountWords.withdrawal

/** Withdraws a document with a reason, or brings it back; nothing is deleted (F16). */
export function WithdrawDialog(props: Readonly<{ details: DocumentDetails; asksLeader: boolean; onClose(): void }>) {
  const { line, form, citedBy, deliveries } = props.details
  const withdraw = useCommand('document.withdraw')
  const restore = useCommand('document.restore')
  const ask = useCommand('withdrawal.ask')
  const hasLeader = useCall('account.list', {}, { enabled: props.asksLeader }).data?.accounts.some(
    (one) => one.role === 'leader' && one.disabled === null
  )
  const asking = props.asksLeader && hasLeader === true
  const reference = line.reference ?? commonWords.noReference
  if (line.withdrawn) {
    return (
      <ReasonedDeed
        title={words.restoreTitle(reference)}
        action={words.restore}
        optional
        command={restore}
        input={(reason) => ({ id: line.id, reason })}
        done={() => words.restored(reference)}
        failed={words.notRestored(reference)}
        onClose={props.onClose}
      >
        <p>{words.restoreAbout}</p>
      </ReasonedDeed>
    )
  }
  if (asking) {
    return (
      <ReasonedDeed
        title={asks.askTitle(reference)}
        action={asks.ask}
        command={ask}
        input={(reason) => ({ id: line.id, reason })}
        done={() => asks.asked(reference)}
        failed={asks.notAsked}
        onClose={props.onClose}
      >
        <p>{asks.askAbout}</p>
      </ReasonedDeed>
    )
  }
  const citing = new Set(citedBy.map((one) => one.from.id)).size
  return (
    <ReasonedDeed
      title={words.withdrawTitle(reference)}
      action={words.withdraw}
      danger
      command={withdraw}
      input={(reason) => ({ id: line.id, reason })}
      done={() => words.withdrawn(reference)}
      failed={words.notWithdrawn(reference)}
      onClose={props.onClose}
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
    </ReasonedDeed>
  )
}
