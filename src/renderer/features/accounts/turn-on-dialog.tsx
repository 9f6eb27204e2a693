import { type ReactNode, useState } from 'react'
import { useToasts } from '../../app/toasts.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { NewPassword } from './new-password.tsx'
import { isTwice, NO_PASSWORD, type Twice } from './password-field.tsx'

const words = accountWords.turnOn

type Draft = Readonly<{ name: string; password: Twice }>
const EMPTY: Draft = { name: '', password: NO_PASSWORD }
const isWhole = (draft: Draft): boolean => draft.name.trim() !== '' && isTwice(draft.password)
const given = (draft: Draft) => ({ name: draft.name.normalize('NFC').trim(), password: draft.password.first })

/** What keeping accounts means, read before they are turned on for good; the first administrator and the clerk. */
export function TurnOnDialog(props: Readonly<{ clerk: string; onClose(): void }>) {
  const [admin, setAdmin] = useState<Draft>(EMPTY)
  const [clerk, setClerk] = useState<Draft>({ ...EMPTY, name: props.clerk })
  const [withClerk, setWithClerk] = useState(true)
  const [sure, setSure] = useState(false)
  const turnOn = useCommand('account.turnOn')
  const toasts = useToasts()
  const ready = sure && isWhole(admin) && (!withClerk || isWhole(clerk)) && !turnOn.isPending
  const write = () =>
    turnOn.mutate(
      { admin: given(admin), clerk: withClerk ? given(clerk) : null },
      { onSuccess: props.onClose, onError: (error) => toasts.failed(error, words.failed) }
    )
  return (
    <Dialog
      title={words.title}
      size="wide"
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!ready} onPress={write}>
          {words.action}
        </DialogFoot>
      }
    >
      <ul className="account-points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="account-pair">
        <Person head={words.admin} value={admin} autoFocus onChange={setAdmin} />
        <Person
          head={
            <Checkbox checked={withClerk} onChange={setWithClerk}>
              {words.withClerk}
            </Checkbox>
          }
          value={withClerk ? clerk : null}
          onChange={setClerk}
        />
      </div>
      <p className="hint">{accountWords.rule}</p>
      <Checkbox checked={sure} onChange={setSure}>
        {words.sure}
      </Checkbox>
    </Dialog>
  )
}

function Person(
  props: Readonly<{ head: ReactNode; value: Draft | null; autoFocus?: boolean; onChange(value: Draft): void }>
) {
  const { value } = props
  return (
    <fieldset className="account-person">
      <legend className="h3">{props.head}</legend>
      {value && (
        <>
          <TextField
            label={accountWords.signIn.name}
            value={value.name}
            autoFocus={props.autoFocus ?? false}
            onChange={(name) => props.onChange({ ...value, name })}
          />
          <NewPassword
            label={accountWords.signIn.password}
            value={value.password}
            onChange={(password) => props.onChange({ ...value, password })}
          />
        </>
      )}
    </fieldset>
  )
}
