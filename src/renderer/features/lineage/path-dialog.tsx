import { useState } from 'react'
import type { DocumentLine } from '#contract/schemas.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'

/** One end of a path. */
export type PathEnd = Readonly<{ id: string; reference: string | null; issuedOn: string | null }>
export type PathEnds = Readonly<{ from: PathEnd; to: PathEnd }>

type PathDialogProps = Readonly<{
  from: PathEnd
  to: PathEnd | null
  onClose(): void
  onTake(ends: PathEnds): void
}>

/** Between which two documents: "Đường đi từ … đến …". The root and the current box are proposed. */
export function PathDialog(props: PathDialogProps) {
  const [from, setFrom] = useState<PathEnd>(props.from)
  const [to, setTo] = useState<PathEnd | null>(props.to)
  const ready = to !== null && to.id !== from.id
  const take = () => {
    if (to && ready) props.onTake({ from, to })
  }
  return (
    <Dialog
      title={words.path.title}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} onPress={take} disabled={!ready}>
          {words.path.find}
        </DialogFoot>
      }
    >
      <div className="path-ends">
        <End label={words.path.from} end={from} />
        <DocumentPicker label={words.path.otherFrom} onPick={(line) => setFrom(endOf(line))} />
        <End label={words.path.to} end={to} />
        <DocumentPicker label={words.path.otherTo} autoFocus onPick={(line) => setTo(endOf(line))} />
        {to?.id === from.id && <p className="hint">{words.path.same}</p>}
        <Button
          disabled={to === null}
          onPress={() => {
            if (!to) return
            setFrom(to)
            setTo(from)
          }}
        >
          {words.path.turn}
        </Button>
      </div>
    </Dialog>
  )
}

function End(props: Readonly<{ label: string; end: PathEnd | null }>) {
  return (
    <p>
      {props.label} <b className="ref">{props.end ? (props.end.reference ?? words.noReference) : '…'}</b>{' '}
      <span className="num muted">{showDay(props.end?.issuedOn ?? null)}</span>
    </p>
  )
}

function endOf(line: DocumentLine): PathEnd {
  return { id: line.id, reference: line.reference, issuedOn: line.issuedOn }
}
