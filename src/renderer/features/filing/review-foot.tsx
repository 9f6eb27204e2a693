import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { commonWords } from '../../strings/common.ts'
import { fieldWords, filingWords as words } from '../../strings/filing.ts'
import { CARRIED, type Carried, chooseCarry, chosenCarry } from './form/carry.ts'

type ReviewFootProps = Readonly<{
  action: string
  busy: boolean
  savedAt: Date | null
  paper: boolean
  onSend(): void
  onSave(): void
  onDiscard(): void
}>

/** What can be done with the form; the button is named by its result. */
export function ReviewFoot(props: ReviewFootProps) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="review-foot">
      <Button quiet icon="close" label={props.paper ? words.discardPaper : words.discard} onPress={props.onDiscard} />
      <Button quiet icon="copies" label={words.carryChoose} onPress={() => setChoosing(true)} />
      {!props.paper && (
        <Button quiet onPress={props.onSave}>
          {words.saveDraft}
        </Button>
      )}
      {props.savedAt && <span className="hint clip">{words.savedAt(clock(props.savedAt))}</span>}
      <span className="end">
        <Button kind="primary" disabled={props.busy} onPress={props.onSend}>
          <span className="clip">{props.action}</span> <Kbd>Ctrl Enter</Kbd>
        </Button>
      </span>
      {choosing && <CarryDialog onClose={() => setChoosing(false)} />}
    </div>
  )
}

function CarryDialog(props: Readonly<{ onClose(): void }>) {
  const [chosen, setChosen] = useState<readonly Carried[]>(chosenCarry)
  const toggle = (field: Carried, on: boolean) => {
    const next = CARRIED.filter((one) => (one === field ? on : chosen.includes(one)))
    setChosen(next)
    chooseCarry(next)
  }
  return (
    <Dialog
      title={words.carryTitle}
      onClose={props.onClose}
      footer={<Button onPress={props.onClose}>{commonWords.close}</Button>}
    >
      <p className="muted">{words.carryAbout}</p>
      <div className="carry-fields">
        {CARRIED.map((field) => (
          <Checkbox key={field} checked={chosen.includes(field)} onChange={(on) => toggle(field, on)}>
            {fieldWords[field]}
          </Checkbox>
        ))}
      </div>
    </Dialog>
  )
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
