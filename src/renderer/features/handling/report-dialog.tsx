import { useState } from 'react'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { TextField } from '../../components/text-field.tsx'
import { today } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { SaveKeys } from './assign-dialog.tsx'

/** An entry of progress: what was done, when, who told. */
export function ReportDialog(
  props: Readonly<{
    busy: boolean
    onClose(): void
    onSave(said: Readonly<{ on: string; by: string | null; text: string }>): void
  }>
) {
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | null>(today())
  const [by, setBy] = useState('')
  const ready = text.trim() !== '' && on !== null && !props.busy
  const save = () => {
    if (ready && on) props.onSave({ on, by: by.normalize('NFC').trim() || null, text: text.normalize('NFC').trim() })
  }
  return (
    <Dialog
      title={words.reportTitle}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!ready} onPress={save}>
          {words.report} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <SaveKeys onSave={save} />
      <TextField label={words.reportText} lines={3} autoFocus value={text} onChange={setText} />
      <div className="two-fields">
        <DateField label={words.reportOn} value={on} onChange={setOn} />
        <TextField label={words.reportBy} value={by} onChange={setBy} />
      </div>
    </Dialog>
  )
}
