import { useState } from 'react'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { today } from '../../strings/dates.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import { NewPassword } from '../accounts/new-password.tsx'
import { NO_PASSWORD, type Twice } from '../accounts/password-field.tsx'
import { KeySheet } from './key-sheet.tsx'
import { makeRecoveryKey } from './make-key.ts'
import { isGood, PasswordAdvice } from './new-encryption.tsx'
import { NOTHING_TYPED, SecretFields, secretTyped, type TypedSecret } from './secret-fields.tsx'

/** What opens the archive now, as the engine takes it here: either of the two. */
function currentOf(typed: TypedSecret): string | null {
  const secret = secretTyped(typed)
  return secret && (secret.password ?? secret.recoveryKey)
}

type DialogProps = Readonly<{ state: ArchiveState; onClose(): void; onDone(): void }>

export function ChangeArchivePassword(props: DialogProps) {
  const words = encryptionWords.password
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const current = currentOf(typed)
  const [fresh, setFresh] = useState<Twice>(NO_PASSWORD)
  const change = useCommand('encryption.changePassword')
  const toasts = useToasts()
  const whole = current !== null && isGood(fresh)
  const write = () => {
    if (current === null) return
    change.mutate(
      { current, password: fresh.first },
      {
        onSuccess: () => {
          toasts.done(words.done)
          props.onDone()
          props.onClose()
        }
      }
    )
  }
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!whole || change.isPending} onPress={write}>
          {words.action}
        </DialogFoot>
      }
    >
      <div className="new-encryption">
        <SecretFields value={typed} onChange={setTyped} password={words.current} />
        <NewPassword value={fresh} onChange={setFresh} />
        <PasswordAdvice password={fresh.first} />
        <p className="hint">{encryptionWords.panel.oldCopies}</p>
        {change.isError && <FailureNote error={change.error} />}
      </div>
    </Dialog>
  )
}

export function NewKeyDialog(props: DialogProps) {
  const words = encryptionWords.newKey
  const [recoveryKey] = useState(makeRecoveryKey)
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const current = currentOf(typed)
  const [checked, setChecked] = useState(false)
  const [replace, setReplace] = useState(true)
  const set = useCommand('encryption.setRecoveryKey')
  const toasts = useToasts()
  const write = () => {
    if (current === null) return
    set.mutate(
      { current, recoveryKey, replace },
      {
        onSuccess: () => {
          toasts.done(words.done)
          props.onDone()
          props.onClose()
        }
      }
    )
  }
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={current === null || !checked || set.isPending} onPress={write}>
          {words.action}
        </DialogFoot>
      }
    >
      <div className="new-encryption">
        <p className="muted">{words.about}</p>
        <SecretFields value={typed} onChange={setTyped} password={encryptionWords.password.current} />
        <KeySheet
          heading={words.fresh}
          recoveryKey={recoveryKey}
          office={props.state.office?.name ?? ''}
          folder={props.state.folder ?? ''}
          today={today()}
          onChecked={setChecked}
        />
        <Checkbox checked={replace} onChange={setReplace}>
          {words.replace}
        </Checkbox>
        <p className="hint">{encryptionWords.panel.oldCopies}</p>
        {set.isError && <FailureNote error={set.error} />}
      </div>
    </Dialog>
  )
}
