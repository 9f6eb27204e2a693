import { useState } from 'react'
import type { Fonds } from '#contract/operations/books.ts'
import { usePrint } from '../../app/print.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Note } from '../../components/note.tsx'
import { ReasonedDeed } from '../../components/reasoned-deed.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, today } from '../../strings/dates.ts'

/** The office's own fonds. */
export function useOwnFonds(): Fonds | null {
  return useCall('fonds.list', {}).data?.fonds.find((one) => one.own) ?? null
}

/** Says that the body has ended, wherever numbers would be given; nothing while it goes on. */
function Banner() {
  const fonds = useOwnFonds()
  if (!fonds?.closed) return null
  return (
    <div className="form-notes">
      <Note tone="warn">{words.fondsBanner(showDay(fonds.closed.on), fonds.closed.successor)}</Note>
    </div>
  )
}

/** Ending the fonds, its hand-over record, and taking the ending back (B07). */
function Deeds() {
  const fonds = useOwnFonds()
  const [asked, setAsked] = useState<'close' | 'reopen' | null>(null)
  const print = usePrint()
  if (!fonds) return null
  return (
    <>
      {fonds.closed ? (
        <>
          <Button
            icon="print"
            disabled={print.busy}
            onPress={() => void print.report({ name: 'fonds-handover', fondsId: fonds.id })}
          >
            {words.handover}
          </Button>
          <Button onPress={() => setAsked('reopen')}>{words.reopenFonds}</Button>
        </>
      ) : (
        <Button onPress={() => setAsked('close')}>{words.closeFonds}</Button>
      )}
      {asked === 'close' && <CloseFondsDialog fonds={fonds} onClose={() => setAsked(null)} />}
      {asked === 'reopen' && <ReopenFonds fonds={fonds} onClose={() => setAsked(null)} />}
    </>
  )
}

export const FondsBar = { Banner, Deeds } as const

function CloseFondsDialog(props: Readonly<{ fonds: Fonds; onClose(): void }>) {
  const { fonds, onClose } = props
  const [on, setOn] = useState<string | null>(today())
  const [decision, setDecision] = useState('')
  const [successor, setSuccessor] = useState('')
  const [note, setNote] = useState('')
  const toasts = useToasts()
  const close = useCommand('fonds.close')
  const bodies = useCall('directory.list', { text: '', on: null }, { keep: true }).data?.bodies ?? []
  const text = (value: string) => value.normalize('NFC').trim()
  const ready = on !== null && text(decision) !== '' && text(successor) !== ''
  const submit = () => {
    if (!ready || on === null || close.isPending) return
    close.mutate(
      {
        id: fonds.id,
        on,
        decision: text(decision),
        successorId: bodies.find((body) => body.name === text(successor))?.id ?? null,
        successor: text(successor),
        note: text(note) || null
      },
      {
        onSuccess: (out) => {
          toasts.done(words.fondsClosed(out.fonds.name), out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.fondsNotClosed)
      }
    )
  }
  return (
    <Dialog
      title={words.fondsTitle(fonds.name)}
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{commonWords.keep}</Button>
          <Button kind="danger-solid" disabled={!ready || close.isPending} onPress={submit}>
            {words.fondsDo}
          </Button>
        </>
      }
    >
      <div className="book-form">
        <p>{words.fondsText}</p>
        <DateField label={words.fondsOn} value={on} onChange={setOn} />
        <TextField label={words.fondsDecision} value={decision} required onChange={setDecision} />
        <TextField label={words.successor} value={successor} required list="fonds-successors" onChange={setSuccessor} />
        <datalist id="fonds-successors">
          {bodies.slice(0, 500).map((body) => (
            <option key={body.id} value={body.name} />
          ))}
        </datalist>
        <TextField label={words.fondsNote} value={note} lines={2} onChange={setNote} />
      </div>
    </Dialog>
  )
}

function ReopenFonds(props: Readonly<{ fonds: Fonds; onClose(): void }>) {
  const { fonds } = props
  return (
    <ReasonedDeed
      title={words.reopenFondsTitle(fonds.name)}
      action={words.reopenFonds}
      command={useCommand('fonds.reopen')}
      input={(reason) => ({ id: fonds.id, reason })}
      done={() => words.fondsReopened}
      failed={words.fondsNotReopened}
      onClose={props.onClose}
    />
  )
}
