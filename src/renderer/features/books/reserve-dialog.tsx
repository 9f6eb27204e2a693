import { useState } from 'react'
import type { Book } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { parseNumbers, placeIn, printNumber } from './book-place.ts'

const MOST = 200

/** Keeps numbers back: the next ones, or those named. */
export function ReserveDialog(props: Readonly<{ book: Book; onClose(): void }>) {
  const { book, onClose } = props
  const [count, setCount] = useState('1')
  const [named, setNamed] = useState('')
  const [whom, setWhom] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const reserve = useCommand('number.reserve')
  const numbers = parseNumbers(named)
  const wrongNumbers = numbers === null || numbers.length > MOST
  const wrongCount = named.trim() === '' && !(Number(count) >= 1 && Number(count) <= MOST && /^\d+$/.test(count))
  const why = reason.normalize('NFC').trim()
  const submit = () => {
    setTried(true)
    if (wrongNumbers || wrongCount || why === '' || reserve.isPending) return
    reserve.mutate(
      {
        place: placeIn(book),
        numbers: [...numbers],
        count: numbers.length > 0 ? 0 : Number(count),
        forWhom: whom.normalize('NFC').trim() || null,
        reason: why
      },
      {
        onSuccess: (out) => {
          toasts.done(
            words.reserved(out.numbers.map((one) => printNumber(one.number, one.suffix)).join(', ')),
            out.undo
          )
          onClose()
        },
        onError: (error) => toasts.failed(error, words.notReserved)
      }
    )
  }
  return (
    <Dialog
      title={words.reserveTitle(bookName(book))}
      onClose={onClose}
      footer={
        <DialogFoot onClose={onClose} disabled={reserve.isPending} onPress={submit}>
          {words.reserve} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <div className="book-form">
        <p className="muted">{words.reserveText}</p>
        <div className="two">
          <TextField
            label={words.howMany}
            value={count}
            inputMode="numeric"
            autoFocus
            disabled={named.trim() !== ''}
            error={tried && wrongCount ? words.wrongCount : null}
            onChange={setCount}
          />
          <TextField
            label={words.orNumbers}
            value={named}
            error={tried && wrongNumbers ? words.wrongNumbers : null}
            onChange={setNamed}
          />
        </div>
        <TextField label={words.whom} value={whom} onChange={setWhom} />
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
