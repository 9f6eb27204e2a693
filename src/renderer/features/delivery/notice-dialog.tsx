import { DialogFoot } from '../../components/dialog-foot.tsx'
import './delivery.css'
import { useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { NoticeKind } from '#contract/operations/distribution.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Note } from '../../components/note.tsx'
import { Segments } from '../../components/segments.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, today } from '../../strings/dates.ts'
import { careWords } from '../../strings/delivery-care.ts'

const words = careWords.notice
const KINDS = ['recall', 'replace', 'correct'] as const
type Offer = OutputOf<'delivery.noticeOffer'>

/** "Thu hồi, thay thế, đính chính": goes to exactly those who had the paper (D06). */
export function NoticeDialog(props: Readonly<{ documentId: DocumentId; reference: string; onClose(): void }>) {
  const found = useCall('delivery.noticeOffer', { documentId: props.documentId })
  if (found.data && found.data.holders.length > 0) return <NoticeForm {...props} offer={found.data} />
  return (
    <Dialog
      title={words.title(props.reference)}
      onClose={props.onClose}
      footer={<Button onPress={props.onClose}>{commonWords.close}</Button>}
    >
      {found.isError && <FailureNote error={found.error} />}
      {found.data ? <Note>{words.noHolders}</Note> : <Loading rows={3} />}
    </Dialog>
  )
}

function NoticeForm(props: Readonly<{ documentId: DocumentId; reference: string; offer: Offer; onClose(): void }>) {
  const { holders, candidates } = props.offer
  const [first] = candidates
  const [kind, setKind] = useState<NoticeKind>(first?.kind ?? 'recall')
  const [paper, setPaper] = useState<DocumentLine | null>(first?.document ?? null)
  const [picking, setPicking] = useState(false)
  const [on, setOn] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const [recall, setRecall] = useState(false)
  const toasts = useToasts()
  const give = useCommand('delivery.giveNotice')
  const ready = on !== null && (kind === 'recall' || paper !== null)
  const out = holders.filter((one) => one.delivery.state !== 'returned' && one.delivery.state !== 'recalled')
  const papers = [...candidates.map((one) => one.document), ...(paper ? [paper] : [])].filter(
    (one, index, all) => all.findIndex((other) => other.id === one.id) === index
  )
  const submit = () => {
    if (!ready || on === null) return
    give.mutate(
      {
        documentId: props.documentId,
        kind,
        byDocumentId: paper?.id ?? null,
        on,
        reason: reason.trim().normalize('NFC') || null,
        recall: recall || kind === 'recall',
        send: paper !== null
      },
      {
        onSuccess: (made) => {
          toasts.done(words.done(words.kinds[kind], made.recalled, made.sent), made.undo)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.notDone)
      }
    )
  }
  return (
    <Dialog
      title={words.title(props.reference)}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={!ready || give.isPending} onPress={submit}>
          {`${words.give} ${words.kinds[kind].toLowerCase()}`}
        </DialogFoot>
      }
    >
      <Segments<NoticeKind>
        label={words.kind}
        value={kind}
        onChange={setKind}
        choices={KINDS.map((one) => ({ value: one, text: words.kinds[one] }))}
      />
      <Select
        label={words.paper}
        value={picking ? 'pick' : (paper?.id ?? '')}
        choices={[
          { value: '', text: words.noPaper },
          ...papers.map((one) => ({ value: one.id as string, text: paperName(one) })),
          { value: 'pick', text: words.another }
        ]}
        onChange={(id) => {
          setPicking(id === 'pick')
          if (id !== 'pick') setPaper(papers.find((one) => one.id === id) ?? null)
        }}
      />
      {picking && (
        <DocumentPicker
          label={words.choose}
          autoFocus
          onPick={(document) => {
            setPaper(document)
            setPicking(false)
          }}
        />
      )}
      <DateField label={words.on} value={on} onChange={setOn} />
      <TextField label={words.reason} value={reason} onChange={setReason} />
      {kind !== 'recall' && (
        <Checkbox checked={recall} onChange={setRecall}>
          {words.recall}
        </Checkbox>
      )}
      <div className="notice-holders">
        <p>{words.holders(holders.length)}</p>
        <p className="muted">{holders.map((one) => one.name).join('; ')}</p>
        {(recall || kind === 'recall') && <p>{words.willRecall(out.length)}</p>}
        {paper && <p>{words.willSend(paper.reference ?? commonWords.noReference, holders.length)}</p>}
      </div>
    </Dialog>
  )
}

function paperName(line: DocumentLine): string {
  return [line.reference ?? commonWords.noReference, showDay(line.issuedOn), line.subject ?? '']
    .join(' · ')
    .slice(0, 90)
}
