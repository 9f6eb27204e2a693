import { useState } from 'react'
import type { Account, Restriction } from '#contract/operations/accounts.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Note } from '../../components/note.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { commonWords } from '../../strings/common.ts'
import './accounts.css'

const words = accountWords.restricted
const ROLES = ['leader', 'staff', 'admin'] as const

type OfDocument = Readonly<{ line: DocumentLine; onClose(): void }>

/** Who sees this paper from now on, beside those who keep the register. */
export function RestrictDialog(props: OfDocument & Readonly<{ restriction: Restriction | null }>) {
  const { line, restriction } = props
  const reference = line.reference ?? commonWords.noReference
  const [roles, setRoles] = useState<ReadonlySet<(typeof ROLES)[number]>>(() => new Set(restriction?.roles))
  const [people, setPeople] = useState<ReadonlySet<Account['id']>>(
    () => new Set(restriction?.accounts.map((one) => one.id))
  )
  const [reason, setReason] = useState(restriction?.reason ?? '')
  const listed = useCall('account.list', {}).data?.accounts ?? []
  const others = listed.filter((one) => one.role !== 'clerk' && (one.disabled === null || people.has(one.id)))
  const restrict = useCommand('document.restrict')
  const toasts = useToasts()
  const why = reason.normalize('NFC').trim()
  const write = () =>
    restrict.mutate(
      { id: line.id, to: { accounts: [...people], roles: [...roles] }, reason: why },
      {
        onSuccess: (out) => {
          toasts.done(words.done(reference), out.undo)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.failed)
      }
    )
  return (
    <Dialog
      title={words.title(reference)}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>
            {commonWords.cancel} <Kbd>Esc</Kbd>
          </Button>
          <Button kind="primary" disabled={why === '' || restrict.isPending} onPress={write}>
            {restriction ? words.actionChange : words.action} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <p>{words.about}</p>
      <Note>{words.notSecret}</Note>
      <fieldset className="account-people">
        <legend className="h3">{words.roles}</legend>
        {ROLES.map((role, at) => (
          <Checkbox
            key={role}
            autoFocus={at === 0}
            checked={roles.has(role)}
            onChange={(on) => setRoles(turned(roles, role, on))}
          >
            {accountWords.roles[role]}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="account-people">
        <legend className="h3">{words.people}</legend>
        {others.length === 0 && <p className="muted">{words.noPeople}</p>}
        {others.map((one) => (
          <Checkbox key={one.id} checked={people.has(one.id)} onChange={(on) => setPeople(turned(people, one.id, on))}>
            {one.name} <span className="muted">· {accountWords.roles[one.role].toLowerCase()}</span>
          </Checkbox>
        ))}
      </fieldset>
      <TextField label={commonWords.reason} value={reason} required lines={2} onChange={setReason} />
    </Dialog>
  )
}

/** Opens it to everyone again. */
export function OpenToAllDialog({ line, onClose }: OfDocument) {
  const reference = line.reference ?? commonWords.noReference
  const open = useCommand('document.unrestrict')
  return (
    <ReasonedDeed
      title={words.openTitle(reference)}
      action={words.openAction}
      command={open}
      input={(reason) => ({ id: line.id, reason })}
      done={() => words.openDone(reference)}
      failed={words.openFailed}
      onClose={onClose}
    >
      <p>{words.openAbout}</p>
    </ReasonedDeed>
  )
}

function turned<T>(set: ReadonlySet<T>, one: T, on: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (on) next.add(one)
  else next.delete(one)
  return next
}
