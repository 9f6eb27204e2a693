import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { OwnAccount } from '#contract/operations/accounts.ts'
import type { Office } from '#contract/operations/archive.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { accountWords } from '../../strings/accounts.ts'
import { showInstant } from '../../strings/dates.ts'
import { PasswordField } from './password-field.tsx'
import './accounts.css'

const words = accountWords.signIn

export type EndedBy = 'signed-out' | 'idle' | 'long' | 'changed' | 'closed'

/** Who is at the machine? Also over a page that waits for the same person to come back. */
export function SignIn(
  props: Readonly<{
    office: Office | null
    ended: EndedBy | null
    idleMinutes: number
    /** Whose page waits underneath. */
    waiting: OwnAccount | null
    onSignedIn(account: OwnAccount): void
    onOther(): void
  }>
) {
  const [kept, keep] = useKeptState('account.name', '')
  const [name, setName] = useState(props.waiting?.name ?? kept)
  const [password, setPassword] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const signIn = useCommand('account.signIn')
  const toasts = useToasts()
  const [wait, setWait] = useSeconds()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || password === '' || signIn.isPending || wait > 0) return
    signIn.mutate(
      { name: name.normalize('NFC').trim(), password },
      {
        onSuccess: (out) => {
          setPassword('')
          keep(out.account.name)
          if (out.failed > 0) toasts.refused(words.failedBefore(out.failed))
          for (const one of out.resets)
            toasts.refused(words.resetBefore(one.account, showInstant(one.at), one.machineUser))
          props.onSignedIn(out.account)
        },
        onError: (error) => {
          setPassword('')
          // The button one pressed is off now: the cursor is where one goes on.
          form.current?.querySelector<HTMLInputElement>('input[type=password]')?.focus()
          if (error.failure.code === 'too-many-tries') setWait(Number(error.failure.detail.seconds ?? 0))
        }
      }
    )
  }
  const said = props.ended
    ? {
        idle: words.idle(props.idleMinutes),
        long: words.long,
        changed: words.changed,
        closed: words.closed,
        'signed-out': null
      }[props.ended]
    : null
  return (
    <div className="sign-in">
      <form ref={form} className="sign-in-box" onSubmit={submit} aria-label={words.title}>
        <h1 className="row">
          <Icon name="person" /> {words.title}
        </h1>
        {props.office && <p className="muted">{props.office.name}</p>}
        {said && <Note>{said}</Note>}
        <TextField label={words.name} value={name} autoFocus={name === ''} onChange={setName} />
        <PasswordField label={words.password} value={password} autoFocus={name !== ''} onChange={setPassword} />
        {signIn.isError && <FailureNote error={signIn.error} />}
        <p className="row">
          <Button
            kind="primary"
            submit
            disabled={name.trim() === '' || password === '' || signIn.isPending || wait > 0}
          >
            {wait > 0 ? `${words.action} (${wait})` : words.action}
          </Button>
          <span className="grow" />
          <Button quiet onPress={props.onOther}>
            {words.other}
          </Button>
        </p>
        <p className="hint">{words.forgotten}</p>
      </form>
    </div>
  )
}

/** Counts down to nothing, a second at a time. */
function useSeconds(): readonly [left: number, start: (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}
