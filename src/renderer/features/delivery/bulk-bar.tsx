import { useState } from 'react'
import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { today } from '../../strings/dates.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { isUnacknowledged } from './reconciliation-rows.ts'
import type { DeliveryDeeds } from './use-delivery-deeds.ts'

/** What can be done to the ticked rows at once: a returned signature sheet is entered here, with F8 as with the button. */
export function BulkBar(
  props: Readonly<{ rows: readonly ReconciliationRow[]; deeds: DeliveryDeeds; onClear(): void }>
) {
  const [on, setOn] = useState<string | null>(today())
  const [basis, setBasis] = useState<string>(words.bases[0])
  const [by, setBy] = useState('')
  const unsent = props.rows.filter((row) => row.state === 'not-sent' || row.state === 'dismissed')
  const unsigned = props.rows.filter(isUnacknowledged)
  const signing = unsigned.length > 0
  const sign = () => {
    if (on === null || props.deeds.busy) return
    props.deeds.acknowledge(unsigned, { on, basis, by: by.trim().normalize('NFC') || null })
    props.onClear()
  }
  useShortcuts({ F8: sign }, { enabled: signing })
  return (
    <div className="delivery-bulk">
      <span className="strong nowrap">{words.chosen(props.rows.length)}</span>
      <span className="nowrap">{signing ? words.signedOn : words.sentOn}</span>
      <DateField bare label={signing ? words.signedOn : words.sentOn} value={on} onChange={setOn} />
      {signing && (
        <>
          <span className="nowrap">{words.basis}</span>
          <Select
            bare
            label={words.basis}
            value={basis}
            choices={words.bases.map((one) => ({ value: one, text: one }))}
            onChange={setBasis}
          />
          <input
            className="input delivery-signer"
            aria-label={words.signer}
            placeholder={words.signer}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          />
          <Button needs="delivery.acknowledge" kind="primary" disabled={on === null || props.deeds.busy} onPress={sign}>
            {words.acknowledge(unsigned.length)} <Kbd>F8</Kbd>
          </Button>
        </>
      )}
      {unsent.length > 0 && (
        <Button
          kind={signing ? 'plain' : 'primary'}
          disabled={on === null || props.deeds.busy}
          onPress={() => {
            props.deeds.send(unsent, on ?? today())
            props.onClear()
          }}
        >
          {words.send(unsent.length)}
        </Button>
      )}
      <Button quiet onPress={props.onClear}>
        {words.unchoose} <Kbd>Esc</Kbd>
      </Button>
    </div>
  )
}
