import { useState } from 'react'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { TextField } from '../../components/text-field.tsx'
import { today } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import type { Mark } from './use-delivery-deeds.ts'

/** Received, returned, recalled or cancelled: when, by whom, why. */
export function MarkDialog(
  props: Readonly<{
    what: Mark
    name: string
    onClose(): void
    onMark(facts: Readonly<{ on: string; by: string | null; note: string | null }>): void
  }>
) {
  const [on, setOn] = useState<string | null>(today())
  const [by, setBy] = useState('')
  const [note, setNote] = useState('')
  const text = (value: string) => value.trim().normalize('NFC') || null
  return (
    <Dialog
      title={words.markTitle(words.marks[props.what], props.name)}
      onClose={props.onClose}
      footer={
        <DialogFoot
          onClose={props.onClose}
          disabled={on === null}
          onPress={() => on && props.onMark({ on, by: text(by), note: text(note) })}
        >
          {words.marks[props.what]}
        </DialogFoot>
      }
    >
      <DateField label={words.markOn} value={on} onChange={setOn} />
      <TextField label={words.markBy} value={by} onChange={setBy} />
      <TextField label={words.note} value={note} onChange={setNote} />
    </Dialog>
  )
}
