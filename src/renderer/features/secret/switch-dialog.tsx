import { useState } from 'react'
import { useToasts } from '../../app/toasts.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { secretWords } from '../../strings/secret-book.ts'

type SwitchProps = Readonly<{ onClose(): void }>

function useSwitch(on: boolean, said: Readonly<{ done: string; notDone: string }>, onClose: () => void) {
  const toasts = useToasts()
  const command = useCommand('secret.switch')
  const run = (reason: string) =>
    command.mutate(
      { on, reason },
      {
        onSuccess: (out) => {
          toasts.done(said.done, out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, said.notDone)
      }
    )
  return { busy: command.isPending, run } as const
}

/** What keeping a secret book means, read before it is turned on (domain.md §10). */
export function SwitchOnDialog({ onClose }: SwitchProps) {
  const words = secretWords.switchOn
  const [sure, setSure] = useState(false)
  const [reason, setReason] = useState('')
  const turn = useSwitch(true, words, onClose)
  const why = reason.normalize('NFC').trim()
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={!sure || why === '' || turn.busy} onPress={() => turn.run(why)}>
          {words.action}
        </DialogFoot>
      }
    >
      <ul className="secret-points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <div className="secret-switch">
        <Checkbox checked={sure} onChange={setSure}>
          {words.sure}
        </Checkbox>
        <TextField label={words.reason} value={reason} required lines={2} onChange={setReason} />
      </div>
    </Dialog>
  )
}

/** Hides the book; what stands in it stays. */
export function SwitchOffConfirm({ onClose }: SwitchProps) {
  const words = secretWords.switchOff
  const turn = useSwitch(false, words, onClose)
  return (
    <Confirm
      title={words.title}
      action={words.action}
      reason="required"
      busy={turn.busy}
      onKeep={onClose}
      onDo={turn.run}
    >
      <p>{words.text}</p>
    </Confirm>
  )
}
