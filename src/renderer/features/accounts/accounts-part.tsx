import { useState } from 'react'
import type { AccessState, Account } from '#contract/operations/accounts.ts'
import type { Office } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { MenuButton, type MenuItem } from '../../components/menu-button.tsx'
import { Note } from '../../components/note.tsx'
import { Select } from '../../components/select.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { showInstant } from '../../strings/dates.ts'
import { AddAccountDialog, DisableAccountDialog, EditAccountDialog, SetPasswordDialog } from './account-dialogs.tsx'
import { RestrictedList } from './restricted-list.tsx'
import { TurnOnDialog } from './turn-on-dialog.tsx'
import './accounts.css'

const words = accountWords.part
const IDLE = ['5', '10', '15', '30', '60', '120'] as const

/** Tài khoản: whether the office keeps accounts, who has one, and which papers are restricted. */
export function AccountsPart(props: Readonly<{ office: Office | null; readOnly: boolean }>) {
  const { state, may } = useAccess()
  if (!state) return <Loading />
  if (!state.on) return <Off clerk={props.office?.clerk ?? ''} readOnly={props.readOnly} />
  return (
    <div className="accounts-part">
      <h2>{words.heading}</h2>
      {state.account && <p>{words.own(state.account.name, accountWords.roles[state.account.role])}</p>}
      <Note>{words.wall}</Note>
      {may('account.list') && <Accounts state={state} admin={may('account.save') && !props.readOnly} />}
      {may('restriction.list') && <RestrictedList />}
    </div>
  )
}

function Off(props: Readonly<{ clerk: string; readOnly: boolean }>) {
  const [asked, setAsked] = useState(false)
  return (
    <div className="accounts-part">
      <h2>{words.heading}</h2>
      <p>{words.off}</p>
      <p className="muted">{words.offMore}</p>
      <Note>{words.wall}</Note>
      <p className="row store-deeds">
        <Button icon="person" disabled={props.readOnly} onPress={() => setAsked(true)}>
          {words.turnOn}
        </Button>
      </p>
      {asked && <TurnOnDialog clerk={props.clerk} onClose={() => setAsked(false)} />}
    </div>
  )
}

type Asked = Readonly<{ what: 'edit' | 'password' | 'disable'; account: Account }>

function Accounts(props: Readonly<{ state: AccessState; admin: boolean }>) {
  const listed = useCall('account.list', {}, { keep: true })
  const [adding, setAdding] = useState(false)
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  if (listed.isError) return <FailureNote error={listed.error} onRetry={() => void listed.refetch()} />
  if (!listed.data) return <Loading />
  return (
    <>
      {props.admin && (
        <div className="row store-deeds account-tools">
          <Button icon="add" onPress={() => setAdding(true)}>
            {words.add}
          </Button>
          <Idle minutes={props.state.idleMinutes} />
        </div>
      )}
      <table className="account-table" aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.role}</th>
            <th scope="col">{words.columns.last}</th>
            <th scope="col">{words.columns.state}</th>
            {props.admin && (
              <th scope="col">
                <span className="sr">{words.columns.deeds}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {listed.data.accounts.map((account) => (
            <tr key={account.id} className={account.disabled === null ? '' : 'off'}>
              <td className="strong keep">{account.name}</td>
              <td className="keep">{accountWords.roles[account.role]}</td>
              <td className="num keep">{account.lastSignInAt ? showInstant(account.lastSignInAt) : words.never}</td>
              <td>{account.disabled === null ? words.active : words.disabled(account.disabled)}</td>
              {props.admin && (
                <td>
                  <Deeds account={account} onAsk={(what) => setAsked({ what, account })} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {adding && <AddAccountDialog onClose={() => setAdding(false)} />}
      {asked?.what === 'edit' && <EditAccountDialog account={asked.account} onClose={close} />}
      {asked?.what === 'password' && <SetPasswordDialog account={asked.account} onClose={close} />}
      {asked?.what === 'disable' && <DisableAccountDialog account={asked.account} onClose={close} />}
    </>
  )
}

function Deeds(props: Readonly<{ account: Account; onAsk(what: Asked['what']): void }>) {
  const { account } = props
  const toasts = useToasts()
  const enable = useCommand('account.enable')
  const items: readonly MenuItem[] = [
    { id: 'edit', text: words.edit, run: () => props.onAsk('edit') },
    { id: 'password', text: words.setPassword, run: () => props.onAsk('password') },
    account.disabled === null
      ? { id: 'disable', text: words.disable, run: () => props.onAsk('disable') }
      : {
          id: 'enable',
          text: words.enable,
          run: () =>
            enable.mutate(
              { id: account.id },
              {
                onSuccess: (out) => toasts.done(accountWords.enabled(account.name), out.undo),
                onError: (error) => toasts.failed(error, accountWords.notEnabled)
              }
            )
        }
  ]
  return (
    <MenuButton icon="more" small items={items}>
      <span className="sr">{words.deedsOf(account.name)}</span>
    </MenuButton>
  )
}

function Idle(props: Readonly<{ minutes: number }>) {
  const toasts = useToasts()
  const set = useCommand('account.setIdle')
  const now = String(props.minutes)
  const values = IDLE.some((one) => one === now) ? IDLE : [now, ...IDLE]
  return (
    <span className="row account-idle">
      <span className="muted" aria-hidden="true">
        {words.idle}
      </span>
      <Select
        bare
        label={words.idle}
        value={now}
        choices={values.map((value) => ({ value, text: words.minutes(Number(value)) }))}
        onChange={(value) =>
          set.mutate(
            { minutes: Number(value) },
            {
              onSuccess: (out) => toasts.done(words.idleSaved(out.minutes), out.undo),
              onError: (error) => toasts.failed(error)
            }
          )
        }
      />
    </span>
  )
}
