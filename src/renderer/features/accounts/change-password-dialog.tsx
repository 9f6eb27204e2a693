import { useState } from 'react'
import { useToasts } from '../../app/toasts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { NewPassword } from './new-password.tsx'
import { isTwice, NO_PASSWORD, PasswordField, type Twice } from './password-field.tsx'

const words = accountWords.change

/** One's own password; every other session of the account ends by it. */
export function ChangePasswordDialog(props: Readonly<{ onClose(): void }>) {
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState<Twice>(NO_PASSWORD)
  const change = useCommand('account.changePassword')
  const toasts = useToasts()
  const write = () =>
    change.mutate(
      { old, password: fresh.first },
      {
        onSuccess: () => {
          toasts.done(words.done)
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
          disabled={old === '' || !isTwice(fresh) || change.isPending}
          onPress={write}
        >
          {words.action}
        </DialogFoot>
      }
    >
      <div className="account-fields one">
        <PasswordField label={words.old} value={old} autoFocus onChange={setOld} />
        <NewPassword value={fresh} onChange={setFresh} />
        <p className="hint">{accountWords.rule}</p>
      </div>
    </Dialog>
  )
}
