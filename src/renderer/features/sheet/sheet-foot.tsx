import { useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { PROOF_FILES } from '../delivery/use-proof.ts'

const words = careWords.sheet
/** A sheet is what has come back, not a call by telephone. */
const BASES = deliveryWords.bases.slice(0, 3)

type SheetFootProps = Readonly<{
  count: number
  on: string | null
  onDay(day: string | null): void
  basis: string
  onBasis(basis: string): void
  file: File | null
  onFile(file: File | null): void
  busy: boolean
  onRecord(): void
}>

/** When and by what the ticked ones signed, and the scan of the sheet. */
export function SheetFoot(props: SheetFootProps) {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="delivery-bulk">
      <span className="nowrap">{deliveryWords.signedOn}</span>
      <DateField bare label={deliveryWords.signedOn} value={props.on} onChange={props.onDay} />
      <span className="nowrap">{deliveryWords.basis}</span>
      <Select
        bare
        label={deliveryWords.basis}
        value={props.basis}
        choices={BASES.map((one) => ({ value: one as string, text: one }))}
        onChange={props.onBasis}
      />
      <Button icon="scan" onPress={() => chooser.current?.click()}>
        {props.file ? words.proofChosen(props.file.name) : words.proof}
      </Button>
      {props.file && <Button quiet icon="close" label={words.noProof} onPress={() => props.onFile(null)} />}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={PROOF_FILES}
        aria-label={words.proof}
        onChange={(event) => {
          props.onFile(event.target.files?.[0] ?? null)
          event.target.value = ''
        }}
      />
      <span className="grow" />
      <Button kind="primary" disabled={props.count === 0 || props.on === null || props.busy} onPress={props.onRecord}>
        {words.record(props.count)} <Kbd>Enter</Kbd>
      </Button>
    </div>
  )
}
