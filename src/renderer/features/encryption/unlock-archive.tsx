import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { takeArchiveState } from '../../hooks/use-engine-events.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import { NOTHING_TYPED, SecretFields, secretTyped } from './secret-fields.tsx'
import './encryption.css'

const words = encryptionWords.unlock

/** An encrypted archive waits for what opens it. `onOther`: another archive is meant after all. */
export function UnlockArchive(props: Readonly<{ folder: string; onOther(): void; onOpened?(): void }>) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [tries, setTries] = useState(0)
  const unlock = useCommand('archive.unlock')
  const secret = secretTyped(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!secret || unlock.isPending) return
    unlock.mutate(
      { folder: props.folder, ...secret },
      {
        onSuccess: (state) => {
          setTyped(NOTHING_TYPED)
          takeArchiveState(queries, state)
          props.onOpened?.()
        },
        onError: () => {
          setTyped({ ...typed, password: '' })
          setTries(tries + 1)
        }
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
      <SecretFields
        // After a wrong one the cursor stands in the field again.
        key={tries}
        value={typed}
        onChange={(next) => {
          if (next.by !== typed.by) unlock.reset()
          setTyped(next)
        }}
      />
      {unlock.isError && <FailureNote error={unlock.error} />}
      <p className="row">
        <Button kind="primary" submit disabled={!secret || unlock.isPending}>
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
