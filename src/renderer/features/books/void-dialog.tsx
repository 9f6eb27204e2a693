import { useState } from 'react'
import type { Book } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { commonWords } from '../../strings/common.ts'
import { placeIn, printNumber } from './book-place.ts'

/** Makes a number void that stands on nothing: it stays seen, with its reason. */
export function VoidDialog(props: Readonly<{ book: Book; onClose(): void }>) {
  const { book, onClose } = props
  const [number, setNumber] = useState('')
  const [suffix, setSuffix] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const voidNumber = useCommand('number.void')
  const wrong = !/^\d{1,6}$/.test(number.trim()) || Number(number) < 1
  const why = reason.normalize('NFC').trim()
  const submit = () => {
    setTried(true)
    if (wrong || why === '' || voidNumber.isPending) return
    const letters = suffix.normalize('NFC').trim() || null
    const what = { kind: 'number', place: placeIn(book), number: Number(number), suffix: letters } as const
    voidNumber.mutate(
      { what, reason: why },
      {
        onSuccess: (out) => {
          toasts.done(words.voided(printNumber(out.blank.number, out.blank.suffix)), out.undo)
          onClose()
        },
        onError: (error) => toasts.failed(error, words.notVoided)
      }
    )
  }
  return (
    <Dialog
      title={words.voidTitle(bookName(book))}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{commonWords.cancel}</Button>
          <Button kind="danger-solid" disabled={voidNumber.isPending} onPress={submit}>
            {words.voidNumber}
          </Button>
        </>
      }
    >
      <div className="book-form">
        <p className="muted">{words.voidText}</p>
        <div className="two">
          <TextField
            label={words.number}
            value={number}
            inputMode="numeric"
            autoFocus
            error={tried && wrong ? words.wrongNumbers : null}
            onChange={setNumber}
          />
          <TextField label={words.suffix} value={suffix} onChange={(text) => setSuffix(text.slice(0, 4))} />
        </div>
        <TextField
          label={words.why}
          value={reason}
          required
          error={tried && why === '' ? words.needWhy : null}
          onChange={setReason}
        />
      </div>
    </Dialog>
  )
}
