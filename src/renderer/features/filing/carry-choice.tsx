import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { commonWords } from '../../strings/common.ts'
import { fieldWords, filingWords as words } from '../../strings/filing.ts'
import { CARRIED, type Carried, chooseCarry, chosenCarry } from './form/carry.ts'

/** "Như văn bản trước", and which fields that means (F09). */
export function CarryChoice(props: Readonly<{ onCarry(): void }>) {
  const [choosing, setChoosing] = useState(false)
  return (
    <div className="span-12 row carry">
      <Button small onPress={props.onCarry}>
        {words.carry} <Kbd>Ctrl D</Kbd>
      </Button>
      <Button small quiet onPress={() => setChoosing(true)}>
        {words.carryChoose}
      </Button>
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
