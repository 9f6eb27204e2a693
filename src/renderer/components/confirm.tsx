import { type ReactNode, useState } from 'react'
import { commonWords } from '../strings/common.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'
import { TextField } from './text-field.tsx'

type ConfirmProps = Readonly<{
  /** The question names its object: "Rút 221-CV/HU khỏi sổ?" */
  title: string
  /** The verb of the deed: "Rút khỏi sổ". */
  action: string
  danger?: boolean
  /** Asks for a reason that goes into the ledger. */
  reason?: 'required' | 'optional'
  children?: ReactNode
  busy?: boolean
  onKeep(): void
  onDo(reason: string): void
}>

/** A question before a deed. The dangerous button is never the one that Enter presses. */
export function Confirm(props: ConfirmProps) {
  const [reason, setReason] = useState('')
  const ready = props.reason !== 'required' || reason.trim() !== ''
  return (
    <Dialog
      title={props.title}
      role="alertdialog"
      onClose={props.onKeep}
      footer={
        <>
          <Button onPress={props.onKeep}>
            {commonWords.keep} <Kbd>Esc</Kbd>
          </Button>
          <Button
            kind={props.danger ? 'danger-solid' : 'primary'}
            disabled={!ready || (props.busy ?? false)}
            onPress={() => props.onDo(reason.trim().normalize('NFC'))}
          >
            {props.action} {props.reason && !props.danger && <Kbd>Ctrl Enter</Kbd>}
          </Button>
        </>
      }
    >
      {props.children}
      {props.reason && (
        <TextField
          label={commonWords.reason}
          value={reason}
          onChange={setReason}
          lines={2}
          required={props.reason === 'required'}
          autoFocus
        />
      )}
    </Dialog>
  )
}
