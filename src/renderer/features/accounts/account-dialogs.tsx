import { useState } from 'react'
import type { Account } from '#contract/operations/accounts.ts'
import type { Role } from '#contract/operations/operation.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { type Choice, Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { NewPassword } from './new-password.tsx'
import { isTwice, NO_PASSWORD, type Twice } from './password-field.tsx'

const ROLE_ORDER = ['clerk', 'leader', 'staff', 'admin'] as const
const ROLE_CHOICES: readonly Choice<Role>[] = ROLE_ORDER.map((value) => ({
  value,
  text: `${accountWords.roles[value]}: ${accountWords.roleDoes[value]}`
}))

type DialogProps = Readonly<{ onClose(): void }>
type OfAccount = DialogProps & Readonly<{ account: Account }>

export function AddAccountDialog(props: DialogProps) {
  const words = accountWords.add
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('staff')
  const [password, setPassword] = useState<Twice>(NO_PASSWORD)
  const create = useCommand('account.create')
  const toasts = useToasts()
  const write = () =>
    create.mutate(
      { name: name.normalize('NFC').trim(), role, password: password.first },
      {
        onSuccess: (out) => {
          toasts.done(words.done(out.account.name), out.undo)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.failed)
      }
    )
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      footer={
        <DialogFoot
          onClose={props.onClose}
          disabled={name.trim() === '' || !isTwice(password) || create.isPending}
          onPress={write}
        >
          {words.action}
        </DialogFoot>
      }
    >
      <div className="account-fields one">
        <TextField label={accountWords.signIn.name} value={name} autoFocus onChange={setName} />
        <Select label={words.role} value={role} choices={ROLE_CHOICES} onChange={(value) => setRole(value)} />
        <NewPassword label={accountWords.signIn.password} value={password} onChange={setPassword} />
        <p className="hint">{accountWords.rule}</p>
      </div>
    </Dialog>
  )
}

export function EditAccountDialog({ account, onClose }: OfAccount) {
  const words = accountWords.edit
  const [name, setName] = useState(account.name)
  const [role, setRole] = useState<Role>(account.role)
  const save = useCommand('account.save')
  const toasts = useToasts()
  const changed = name.trim() !== '' && (name !== account.name || role !== account.role)
  const write = () =>
    save.mutate(
      { id: account.id, name: name.normalize('NFC').trim(), role },
      {
        onSuccess: (out) => {
          toasts.done(words.done(out.account.name), out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.failed)
      }
    )
  return (
    <Dialog
      title={words.title(account.name)}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={!changed || save.isPending} onPress={write}>
          {words.action}
        </DialogFoot>
      }
    >
      <div className="account-fields one">
        <TextField label={accountWords.signIn.name} value={name} autoFocus onChange={setName} />
        <Select
          label={accountWords.add.role}
          value={role}
          choices={ROLE_CHOICES}
          onChange={(value) => setRole(value)}
        />
        <p className="hint">{words.about}</p>
      </div>
    </Dialog>
  )
}

export function SetPasswordDialog({ account, onClose }: OfAccount) {
  const words = accountWords.setPassword
  const [password, setPassword] = useState<Twice>(NO_PASSWORD)
  const set = useCommand('account.setPassword')
  const toasts = useToasts()
  const write = () =>
    set.mutate(
      { id: account.id, password: password.first },
      {
        onSuccess: () => {
          toasts.done(words.done(account.name))
          onClose()
        },
        onError: (error) => toasts.failed(error, words.failed)
      }
    )
  return (
    <Dialog
      title={words.title(account.name)}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={!isTwice(password) || set.isPending} onPress={write}>
          {words.action}
        </DialogFoot>
      }
    >
      <div className="account-fields one">
        <NewPassword value={password} autoFocus onChange={setPassword} />
        <p className="hint">{words.about}</p>
      </div>
    </Dialog>
  )
}

export function DisableAccountDialog({ account, onClose }: OfAccount) {
  const words = accountWords.disable
  const disable = useCommand('account.disable')
  return (
    <ReasonedDeed
      title={words.title(account.name)}
      action={words.action}
      danger
      command={disable}
      input={(reason) => ({ id: account.id, reason })}
      done={() => words.done(account.name)}
      failed={words.failed}
      onClose={onClose}
    >
      <p>{words.about}</p>
    </ReasonedDeed>
  )
}
