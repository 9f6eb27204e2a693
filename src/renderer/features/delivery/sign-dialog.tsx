import { useState } from 'react'
import { useShortcuts } from '../../app/keyboard.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { commonWords } from '../../strings/common.ts'
import { today } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import type { SignFacts } from './use-delivery-deeds.ts'

type SignDialogProps = Readonly<{ name: string; onClose(): void; onSign(facts: Required<SignFacts>): void }>

/** One place has signed: who, when, by what. F8 and Enter record it of today without a name. */
export function SignDialog(props: SignDialogProps) {
  return (
    <Dialog title={careWords.sign.title(props.name)} onClose={props.onClose}>
      <SignForm {...props} />
    </Dialog>
  )
}

function SignForm(props: SignDialogProps) {
  const [on, setOn] = useState<string | null>(today())
  const [by, setBy] = useState('')
  const [basis, setBasis] = useState<string>(words.bases[0])
  const sign = () => {
    if (on !== null) props.onSign({ on, by: by.trim().normalize('NFC') || null, basis })
  }
  useShortcuts({ Enter: sign }, { inFields: ['Enter'] })
  return (
    <>
      <TextField label={careWords.sign.by} value={by} onChange={setBy} autoFocus />
      <DateField label={careWords.sign.on} value={on} onChange={setOn} />
      <Select
        label={careWords.sign.basis}
        value={basis}
        choices={words.bases.map((one) => ({ value: one as string, text: one }))}
        onChange={setBasis}
      />
      <div className="row end-row">
        <Button onPress={props.onClose}>{commonWords.cancel}</Button>
        <Button kind="primary" disabled={on === null} onPress={sign}>
          {words.signOne} <Kbd>Enter</Kbd>
        </Button>
      </div>
    </>
  )
}
