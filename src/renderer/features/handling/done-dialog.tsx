import { type ReactNode, useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { InputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, today } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { SaveKeys } from './assign-dialog.tsx'

type DoneDialogProps = Readonly<{
  documentId: DocumentId
  busy: boolean
  onClose(): void
  onSave(said: Omit<InputOf<'handling.done'>, 'documentId'>): void
}>

/** How the work ended: the day, by whom, and the reply, chosen from the papers that cite this one. */
export function DoneDialog(props: DoneDialogProps) {
  const view = useCall('handling.get', { documentId: props.documentId })
  const [on, setOn] = useState<string | null>(today())
  const [typedBy, setBy] = useState<string | null>(null)
  const [reply, setReply] = useState<DocumentLine | null>(null)
  const [replyText, setReplyText] = useState('')
  const [note, setNote] = useState('')
  const main = view.data?.assignments.find((one) => one.main !== null)?.main ?? ''
  const by = typedBy ?? main
  const ready = on !== null && !props.busy
  const trimmed = (text: string) => text.normalize('NFC').trim() || null
  const save = () => {
    if (!ready || !on) return
    const told = reply === null ? trimmed(replyText) : null
    props.onSave({ on, by: trimmed(by), replyId: reply?.id ?? null, replyText: told, note: trimmed(note) })
  }
  const candidates = view.data?.replies ?? []
  const other = reply !== null && !candidates.some((one) => one.document.id === reply.id) ? reply : null
  return (
    <Dialog
      title={words.doneTitle}
      onClose={props.onClose}
      size="wide"
      footer={
        <DialogFoot onClose={props.onClose} disabled={!ready} onPress={save}>
          {words.done} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <SaveKeys onSave={save} />
      <div className="handling-form">
        <DateField label={words.doneOn} value={on} onChange={setOn} />
        <TextField label={words.doneBy} value={by} onChange={setBy} />
        <fieldset className="all reply-choices">
          <legend className="lbl">{words.reply}</legend>
          <Choice checked={reply === null} onChoose={() => setReply(null)}>
            {words.replyNone}
          </Choice>
          {candidates.map(({ document, relation }) => (
            <Choice key={document.id} checked={reply?.id === document.id} onChoose={() => setReply(document)}>
              <DocumentName document={document} />
              <RelationBadge relation={relation} />
            </Choice>
          ))}
          {other && (
            <Choice checked onChoose={() => setReply(other)}>
              <DocumentName document={other} />
            </Choice>
          )}
        </fieldset>
        <DocumentPicker label={words.replyOther} placeholder={words.replyFind} onPick={setReply} />
        <TextField label={words.replyText} value={replyText} disabled={reply !== null} onChange={setReplyText} />
        <div className="all">
          <TextField label={words.note} value={note} onChange={setNote} />
        </div>
      </div>
    </Dialog>
  )
}

function Choice(props: Readonly<{ checked: boolean; onChoose(): void; children: ReactNode }>) {
  return (
    <label className="row reply-choice">
      <input type="radio" name="reply" className="check radio" checked={props.checked} onChange={props.onChoose} />
      {props.children}
    </label>
  )
}

function DocumentName(props: Readonly<{ document: DocumentLine }>) {
  const { document } = props
  return (
    <>
      <b className="ref">{document.reference ?? commonWords.noReference}</b>
      <span className="num">{showDay(document.issuedOn)}</span>
      <span className="clip muted grow">{document.subject ?? document.issuer ?? ''}</span>
    </>
  )
}
