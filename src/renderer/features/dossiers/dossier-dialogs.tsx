import { useState } from 'react'
import type { DossierLine } from '#contract/operations/dossiers.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { today } from '../../strings/dates.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'

type DialogProps = Readonly<{ dossier: DossierLine; onClose(): void }>

/** The work has ended: from the end of this year the term runs. */
export function CloseDialog({ dossier, onClose }: DialogProps) {
  const [on, setOn] = useState<string | null>(dossier.to ?? today())
  const toasts = useToasts()
  const close = useCommand('dossier.close')
  const run = () => {
    if (on === null) return
    close.mutate(
      { id: dossier.id, on },
      {
        onSuccess: (out) => {
          toasts.done(words.closedDone(out.dossier.code), out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.notClosed)
      }
    )
  }
  return (
    <Dialog
      title={words.closeTitle(dossier.code)}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={on === null || close.isPending} onPress={run}>
          {words.close}
        </DialogFoot>
      }
    >
      <p className="muted">{words.closeText}</p>
      <DateField label={words.closeOn} value={on} onChange={setOn} />
    </Dialog>
  )
}

export function ReopenConfirm({ dossier, onClose }: DialogProps) {
  return (
    <ReasonedDeed
      title={words.reopenTitle(dossier.code)}
      action={words.reopen}
      command={useCommand('dossier.reopen')}
      input={(reason) => ({ id: dossier.id, reason })}
      done={(out) => words.reopened(out.dossier.code)}
      failed={words.notReopened}
      onClose={onClose}
    />
  )
}

export function RemoveConfirm({ dossier, onClose, onRemoved }: DialogProps & Readonly<{ onRemoved(): void }>) {
  return (
    <ReasonedDeed
      title={words.removeTitle(dossier.code)}
      action={words.remove}
      danger
      command={useCommand('dossier.remove')}
      input={(reason) => ({ id: dossier.id, reason })}
      done={(out) => words.removed(out.dossier.code)}
      failed={words.notRemoved}
      onClose={onClose}
      onDone={onRemoved}
    >
      <p>{words.removeText}</p>
    </ReasonedDeed>
  )
}

/** What was decided of a dossier past its term; nothing in the archive goes. */
export function DisposalDialog({ dossier, onClose }: DialogProps) {
  const [decidedOn, setDecidedOn] = useState<string | null>(today())
  const [decision, setDecision] = useState('')
  const toasts = useToasts()
  const record = useCommand('dossier.recordDisposal')
  const text = decision.normalize('NFC').trim()
  const run = () => {
    if (decidedOn === null || text === '') return
    record.mutate(
      { id: dossier.id, disposal: { decidedOn, decision: text, note: null } },
      {
        onSuccess: (out) => {
          toasts.done(words.recorded(out.dossier.code), out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.notRecorded)
      }
    )
  }
  return (
    <Dialog
      title={words.disposalTitle(dossier.code)}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={decidedOn === null || text === '' || record.isPending} onPress={run}>
          {words.recordDisposal}
        </DialogFoot>
      }
    >
      <p className="muted">{words.disposalText}</p>
      <DateField label={words.decidedOn} value={decidedOn} onChange={setDecidedOn} />
      <TextField label={words.decision} value={decision} required onChange={setDecision} />
    </Dialog>
  )
}
