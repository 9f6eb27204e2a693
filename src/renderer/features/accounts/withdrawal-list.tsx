import { useState } from 'react'
import { Link } from 'wouter'
import type { WithdrawalRequest } from '#contract/operations/accounts.ts'
import { paths } from '../../app/paths.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, showInstant } from '../../strings/dates.ts'
import './accounts.css'

const words = accountWords.withdrawal

/** Withdrawals a clerk asked for: the leader says yes or no, whoever asked takes it back. */
export function WithdrawalList() {
  const listed = useCall('withdrawal.list', {}, { keep: true })
  const { state } = useAccess()
  if (listed.isError)
    return (
      <div className="screen-pad">
        <FailureNote error={listed.error} onRetry={() => void listed.refetch()} />
      </div>
    )
  if (!listed.data) return <Loading />
  if (listed.data.requests.length === 0) return <EmptyState title={words.none} />
  return (
    <ul className="withdrawals scroll" aria-label={words.heading}>
      {listed.data.requests.map((one) => (
        <Request key={one.document.id} request={one} leader={state?.account?.role === 'leader'} />
      ))}
    </ul>
  )
}

function Request(props: Readonly<{ request: WithdrawalRequest; leader: boolean }>) {
  const { document, reason, askedAt, askedBy } = props.request
  const reference = document.reference ?? commonWords.noReference
  const [refusing, setRefusing] = useState(false)
  const withdraw = useCommand('document.withdraw')
  const refuse = useCommand('withdrawal.refuse')
  const toasts = useToasts()
  const approve = () =>
    withdraw.mutate(
      { id: document.id, reason },
      {
        onSuccess: (out) => toasts.done(words.approved(reference), out.undo),
        onError: (error) => toasts.failed(error, words.notApproved)
      }
    )
  return (
    <li>
      <p className="row">
        <Link className="strong ref" href={paths.document(document.id)}>
          {reference}
        </Link>
        <span className="num muted">{showDay(document.issuedOn)}</span>
        <span className="grow clip">{document.subject ?? commonWords.noSubject}</span>
      </p>
      <p>{reason}</p>
      <p className="muted">{words.by(askedBy, showInstant(askedAt))}</p>
      <p className="row store-deeds">
        {props.leader && (
          <Button kind="danger" disabled={withdraw.isPending} onPress={approve}>
            {words.approve}
          </Button>
        )}
        <Button disabled={refuse.isPending} onPress={() => setRefusing(true)}>
          {props.leader ? words.refuse : words.takeBack}
        </Button>
      </p>
      {refusing && (
        <ReasonedDeed
          title={words.refuseTitle(reference)}
          action={props.leader ? words.refuse : words.takeBack}
          command={refuse}
          input={(why) => ({ id: document.id, reason: why })}
          done={() => words.refused(reference)}
          failed={words.notRefused}
          onClose={() => setRefusing(false)}
        />
      )}
    </li>
  )
}
