import { useState } from 'react'
import type { SecretEntry } from '#contract/operations/secret-book.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { today } from '../../strings/dates.ts'
import { secretWords as words } from '../../strings/secret-book.ts'
import { bookDay, lineOf } from './secret-values.ts'

type DialogProps = Readonly<{ entry: SecretEntry; onClose(): void }>

/** Makes a number void: its line stays seen with the reason. */
export function VoidConfirm({ entry, onClose }: DialogProps) {
  return (
    <ReasonedDeed
      title={words.voidTitle(entry.number, entry.year)}
      action={words.voidEntry}
      danger
      command={useCommand('secret.void')}
      input={(reason) => ({ id: entry.id, reason })}
      done={(out) => words.voidDone(out.entry.number)}
      failed={words.notVoided}
      onClose={onClose}
    >
      <p>{words.voidText}</p>
    </ReasonedDeed>
  )
}

/** The day a paper was called back or given back; a correction like any other. */
export function ReturnDialog({ entry, onClose }: DialogProps) {
  const { direction } = entry
  const [on, setOn] = useState<string | null>(entry.returnedOn ?? today())
  const toasts = useToasts()
  const command = useCommand('secret.correct')
  const early = on !== null && on < (bookDay(entry) ?? '')
  const run = () => {
    if (on === null || early) return
    command.mutate(
      { id: entry.id, entry: { ...lineOf(entry), returnedOn: on }, reason: words.returnReason[direction] },
      {
        onSuccess: (out) => {
          toasts.done(words.returnDone[direction], out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.notReturned)
      }
    )
  }
  return (
    <Dialog
      title={words.returnTitle[direction](entry.number)}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={on === null || early || command.isPending} onPress={run}>
          {words.giveBack[direction]}
        </DialogFoot>
      }
    >
      <DateField
        label={words.columns.returnedOn[direction]}
        value={on}
        error={early ? words.form.beforeDay : null}
        onChange={setOn}
      />
    </Dialog>
  )
}
