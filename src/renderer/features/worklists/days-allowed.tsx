import { useState } from 'react'
import { useToasts } from '../../app/toasts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { unansweredWords as words } from '../../strings/unanswered.ts'

/** After how many days a directive without an answer is listed: said for the whole archive. */
export function DaysAllowed(props: Readonly<{ days: number; onClose(): void }>) {
  const [text, setText] = useState(String(props.days))
  const toasts = useToasts()
  const send = useCommand('directive.setDays')
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  const ready = days >= 1 && days <= 365 && !send.isPending
  const take = () => {
    if (!ready) return
    send.mutate(
      { days },
      {
        onSuccess: (out) => {
          toasts.done(words.daysSet(days), out.undo)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.daysNotSet)
      }
    )
  }
  return (
    <Dialog
      title={words.daysTitle}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!ready} onPress={take}>
          {commonWords.save}
        </DialogFoot>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <TextField label={words.daysLabel} value={text} onChange={setText} autoFocus />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
