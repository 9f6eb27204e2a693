import { useState } from 'react'
import type { Book, GapReport } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Note } from '../../components/note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { showCount, today } from '../../strings/dates.ts'

/** The closing sheet as it would be, what wants a look before, and the deed (N06). */
export function CloseBookDialog(props: Readonly<{ book: Book; onClose(): void }>) {
  const { book, onClose } = props
  const [on, setOn] = useState<string | null>(() => firstChoice(book))
  const [note, setNote] = useState('')
  const toasts = useToasts()
  const close = useCommand('book.close')
  const sheet = useCall('book.closingSheet', { id: book.id, closedOn: on ?? today() }, { keep: true })
  const reserved = sheet.data?.gaps.counts.reserved ?? 0
  const submit = () => {
    if (on === null || reserved > 0) return
    close.mutate(
      { id: book.id, closedOn: on, note: note.normalize('NFC').trim() || null },
      {
        onSuccess: (out) => {
          toasts.done(words.closedDone, out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.notClosed)
      }
    )
  }
  return (
    <Dialog
      title={words.closeTitle(bookName(book))}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={on === null || reserved > 0 || close.isPending} onPress={submit}>
          {words.close} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <div className="book-form">
        <p className="muted">{words.closeText}</p>
        {sheet.isError && <FailureNote error={sheet.error} onRetry={() => void sheet.refetch()} />}
        {reserved > 0 && <Note tone="danger">{words.mustRelease(reserved)}</Note>}
        {sheet.data && <SheetView gaps={sheet.data.gaps} />}
        <div className="two">
          <DateField label={words.closeOn} value={on} onChange={setOn} />
          <TextField label={words.note} value={note} onChange={setNote} />
        </div>
      </div>
    </Dialog>
  )
}

function SheetView(props: Readonly<{ gaps: GapReport }>) {
  const { counts, missing, duplicates, backDated, late, unnumbered } = props.gaps
  const missed = missing
    .slice(0, 8)
    .map(({ from, to }) => words.gapRange(from, to))
    .join(', ')
  const looks = [
    missing.length > 0 ? `${words.gaps}: ${missed}${missing.length > 8 ? ' …' : ''}` : '',
    duplicates.length > 0 ? `${words.duplicates}: ${showCount(duplicates.length)}` : '',
    backDated.length > 0 ? `${words.backDated}: ${showCount(backDated.length)}` : '',
    late.length > 0 ? `${words.late}: ${showCount(late.length)}` : '',
    unnumbered.length > 0 ? `${words.unnumbered}: ${showCount(unnumbered.length)}` : ''
  ].filter(Boolean)
  return (
    <>
      <div>
        <b className="strong">{words.sheet}</b>
        <div className="book-counts">
          <div>
            <b>{words.range(counts.first, counts.last) || '0'}</b>
            <span>{words.columns.range}</span>
          </div>
          {(['documents', 'withdrawn', 'voided', 'missing', 'unnumbered'] as const).map((name) => (
            <div key={name}>
              <b>{showCount(counts[name])}</b>
              <span>{words.countNames[name]}</span>
            </div>
          ))}
        </div>
      </div>
      {looks.length > 0 && (
        <Note tone="warn">
          {words.wantsLook}
          <ul>
            {looks.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  )
}

/** The period's last day where it is over, else today. */
function firstChoice(book: Book): string {
  const { to } = book.period
  return to !== null && to < today() ? to : today()
}
