import { type FormEvent, useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { encryptionWords } from '../../strings/encryption.ts'
import { type GivenSecret, NOTHING_TYPED, SecretFields, secretTyped } from './secret-fields.tsx'
import './encryption.css'

const words = encryptionWords.backup

/** A backup that is to be restored is encrypted: what opens it is asked before anything is copied. `error`: what was given did not. */
export function BackupSecretDialog(
  props: Readonly<{
    backup: string
    busy: boolean
    error: unknown
    onGiven(secret: GivenSecret): void
    onClose(): void
  }>
) {
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [tried, setTried] = useState(false)
  const secret = secretTyped(typed)
  const give = () => {
    if (!secret || props.busy) return
    setTried(true)
    props.onGiven(secret)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give()
  }
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!secret || props.busy} onPress={give}>
          {props.busy ? encryptionWords.unlock.opening : words.action}
        </DialogFoot>
      }
    >
      <form className="unlock" onSubmit={submit} aria-label={words.title}>
        <p className="hint clip">{props.backup}</p>
        <p className="muted">{words.about}</p>
        <SecretFields
          value={typed}
          onChange={(next) => {
            setTried(false)
            setTyped(next)
          }}
        />
        {tried && !props.busy && <FailureNote error={props.error} />}
        <p className="hint">{words.older}</p>
      </form>
    </Dialog>
  )
}
