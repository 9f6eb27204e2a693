import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { Segments } from '../../components/segments.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { takeArchiveState } from '../../hooks/use-engine-events.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import { PasswordField } from '../accounts/password-field.tsx'
import './encryption.css'

const words = encryptionWords.unlock

type By = 'password' | 'key'

/** An encrypted archive waits for what opens it. `onOther`: another archive is meant after all. */
export function UnlockArchive(props: Readonly<{ folder: string; onOther(): void; onOpened?(): void }>) {
  const queries = useQueryClient()
  const [by, setBy] = useState<By>('password')
  const [password, setPassword] = useState('')
  const [key, setKey] = useState('')
  const unlock = useCommand('archive.unlock')
  const typed = readRecoveryKey(key)
  const wrong = !typed.ok && typed.group !== null ? words.wrongGroup(typed.group) : null
  const ready = by === 'password' ? password !== '' : typed.ok
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || unlock.isPending) return
    const secret = by === 'password' ? { password, recoveryKey: null } : { password: null, recoveryKey: key }
    unlock.mutate(
      { folder: props.folder, ...secret },
      {
        onSuccess: (state) => {
          setKey('')
          takeArchiveState(queries, state)
          props.onOpened?.()
        },
        onSettled: () => setPassword('')
      }
    )
  }
  return (
    <form className="unlock" onSubmit={submit} aria-label={words.title}>
      <h1 className="row">
        <Icon name="store" /> {words.title}
      </h1>
      <p className="hint clip">{props.folder}</p>
      <p className="muted">{words.about}</p>
      <Segments<By>
        label={words.by}
        value={by}
        choices={[
          { value: 'password', text: words.byPassword },
          { value: 'key', text: words.byKey }
        ]}
        onChange={(next) => {
          setBy(next)
          unlock.reset()
        }}
      />
      {by === 'password' ? (
        <PasswordField label={words.password} value={password} autoFocus onChange={setPassword} />
      ) : (
        <TextField label={words.key} value={key} autoFocus onChange={setKey} error={wrong} />
      )}
      {by === 'key' && <p className="hint">{words.keyHelp}</p>}
      {unlock.isError && <FailureNote error={unlock.error} />}
      <p className="row">
        <Button kind="primary" submit disabled={!ready || unlock.isPending}>
          {unlock.isPending ? words.opening : words.action}
        </Button>
        <span className="grow" />
        <Button quiet onPress={props.onOther}>
          {words.other}
        </Button>
      </p>
      <p className="hint">{words.forgotten}</p>
    </form>
  )
}
