import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { showDay } from '../../strings/dates.ts'
import { encryptionWords } from '../../strings/encryption.ts'
import './encryption.css'

const words = encryptionWords.offer
const GROUP = /[\s-]+/

type KeySheetProps = Readonly<{
  recoveryKey: string
  office: string
  folder: string
  today: string
  /** Where another key is in use already. */
  heading?: string
  /** Whether a group was typed as it stands on the paper: that it was written down or printed. */
  onChecked(checked: boolean): void
}>

/** The recovery key, shown once: printed on a sheet of its own, and one group of it typed back. */
export function KeySheet(props: KeySheetProps) {
  const [typed, setTyped] = useState('')
  const groups = props.recoveryKey.split('-')
  // Neither the first nor the last, which are remembered without a paper.
  const asked = 1 + (props.recoveryKey.charCodeAt(0) % (groups.length - 2))
  const right = (text: string): boolean => text.trim().toUpperCase() === groups[asked]
  const take = (text: string) => {
    setTyped(text)
    props.onChecked(right(text))
  }
  const wrong = typed.replace(GROUP, '').length >= (groups[asked]?.length ?? 0) && !right(typed)
  return (
    <div className="key-sheet">
      <p className="strong">{props.heading ?? words.key}</p>
      <output className="recovery-key">
        {groups.map((group) => (
          <span key={group}>{group}</span>
        ))}
      </output>
      <p className="hint">{words.keyAbout}</p>
      <p>
        <Button icon="print" onPress={() => window.print()}>
          {words.print}
        </Button>
      </p>
      <TextField
        label={words.check1(asked + 1)}
        value={typed}
        onChange={take}
        error={wrong ? words.checkWrong : null}
        trail={right(typed) ? words.checkRight : null}
      />
      {createPortal(<PrintedKey {...props} groups={groups} />, document.body)}
    </div>
  )
}

/** What comes out of the printer, one page A4; on the screen it is not seen. */
function PrintedKey(props: Omit<KeySheetProps, 'onChecked'> & Readonly<{ groups: readonly string[] }>) {
  const { sheet } = encryptionWords
  return (
    <section className="printed-key" aria-hidden="true">
      <h1>{sheet.title}</h1>
      <dl>
        <dt>{sheet.office}</dt>
        <dd>{props.office}</dd>
        <dt>{sheet.folder}</dt>
        <dd>{props.folder}</dd>
        <dt>{sheet.made}</dt>
        <dd>{showDay(props.today)}</dd>
      </dl>
      <p className="recovery-key">
        {props.groups.map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <h2>{sheet.use}</h2>
      <ol>
        {sheet.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="keep">{sheet.keep}</p>
      <p className="signed">{sheet.signed}</p>
    </section>
  )
}
