import { useState } from 'react'
import type { Assignment } from '#contract/operations/handling.ts'
import { plainAssignment } from '#contract/plain-assignment.ts'
import { dueWarnings } from '#domain/deadline/due-warnings.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { commonWords } from '../../strings/common.ts'
import { today } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { UnitField } from './unit-field.tsx'
import { UnitsField } from './units-field.tsx'

type AssignDialogProps = Readonly<{
  /** null: a new one. */
  before: Assignment | null
  /** Begun with these words already in it. */
  start?: Partial<Assignment>
  arrivedOn: string | null
  issuedOn: string | null
  busy: boolean
  onClose(): void
  onSave(assignment: Assignment): void
}>

/** A bút phê as the leader wrote it on the paper: opinion, who, until when (D07). */
export function AssignDialog(props: AssignDialogProps) {
  const [said, setSaid] = useState<Assignment>(() => props.before ?? { ...plainAssignment(today()), ...props.start })
  const [assignedOn, setAssignedOn] = useState<string | null>(said.assignedOn)
  const [typedUnit, setTypedUnit] = useState('')
  const put = (patch: Partial<Assignment>) => setSaid((old) => ({ ...old, ...patch }))
  const text = (value: string) => (value === '' ? null : value)
  const unit = typedUnit.normalize('NFC').trim()
  const whole: Assignment = {
    ...said,
    assignedOn: assignedOn ?? said.assignedOn,
    co: unit === '' || said.co.includes(unit) ? said.co : [...said.co, unit],
    // A day put right by hand is no longer the one the text names.
    dueFrom: props.before && props.before.due !== said.due ? null : said.dueFrom
  }
  const empty = [whole.opinion, whole.main, whole.note].every((one) => !one?.trim()) && whole.due === null
  const warned = dueWarnings({ ...whole, arrivedOn: props.arrivedOn, issuedOn: props.issuedOn })
  const ready = !empty && assignedOn !== null && !props.busy
  const save = () => {
    if (ready) props.onSave(whole)
  }
  return (
    <Dialog
      title={props.before ? words.editTitle : words.assignTitle}
      onClose={props.onClose}
      size="wide"
      footer={
        <>
          <Button onPress={props.onClose}>{commonWords.cancel}</Button>
          {empty && <span className="hint">{words.needSomething}</span>}
          <Button kind="primary" disabled={!ready} onPress={save}>
            {words.assign} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <SaveKeys onSave={save} />
      <div className="handling-form">
        <div className="all">
          <TextField
            label={words.opinion}
            lines={3}
            autoFocus
            value={said.opinion ?? ''}
            onChange={(value) => put({ opinion: text(value) })}
          />
        </div>
        <TextField label={words.leader} value={said.leader ?? ''} onChange={(value) => put({ leader: text(value) })} />
        <DateField label={words.assignedOn} value={assignedOn} onChange={setAssignedOn} />
        <UnitField label={words.main} value={said.main ?? ''} onChange={(value) => put({ main: text(value) })} />
        <DateField label={words.due} value={said.due} onChange={(due) => put({ due })} />
        <div className="all">
          <UnitsField
            label={words.co}
            value={said.co}
            typed={typedUnit}
            onTyped={setTypedUnit}
            onChange={(co) => put({ co: [...co] })}
          />
        </div>
        <div className="all">
          <TextField label={words.note} value={said.note ?? ''} onChange={(value) => put({ note: text(value) })} />
        </div>
        {whole.dueFrom && (
          <p className="all hint">
            {words.dueFrom}: <span className="quote">“{whole.dueFrom.quote}”</span>
          </p>
        )}
        {warned.map((code) => (
          <div key={code} className="all">
            <Note tone="warn">{words.warnings[code]}</Note>
          </div>
        ))}
      </div>
    </Dialog>
  )
}

/** Ctrl+Enter, inside the dialog's own layer of keys. */
export function SaveKeys(props: Readonly<{ onSave(): void }>) {
  useShortcuts({ 'Ctrl+Enter': props.onSave })
  return null
}
