import { useState } from 'react'
import type { BookDirection } from '#contract/operations/books.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { today } from '../../strings/dates.ts'

/** Opens a book by hand: where a paper book is being written on, its next number is said here once. */
export function OpenBookDialog(props: Readonly<{ onClose(): void; onOpened(id: string): void }>) {
  const office = useCall('archive.state', {}).data?.office ?? null
  const [direction, setDirection] = useState<BookDirection>('outgoing')
  const [separator, setSeparator] = useState<'-' | '/'>('-')
  const [documentType, setType] = useState<DocumentType | ''>('cong-van')
  const [body, setBody] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(today())
  const [first, setFirst] = useState('1')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const open = useCommand('book.open')
  const outgoing = direction === 'outgoing'
  const wrong = !/^\d{1,6}$/.test(first.trim()) || Number(first) < 1
  const submit = () => {
    setTried(true)
    if (wrong || day === null || open.isPending) return
    const issuer = (body ?? office?.name ?? '').normalize('NFC').trim()
    open.mutate(
      {
        place: {
          fondsId: null,
          direction,
          body: outgoing ? issuer || null : null,
          separator: outgoing ? separator : '-',
          documentType: outgoing && documentType !== '' ? documentType : null,
          day
        },
        firstNumber: Number(first),
        name: name.normalize('NFC').trim() || null
      },
      {
        onSuccess: (out) => {
          toasts.done(words.openedDone(bookName(out.book)), out.undo)
          props.onOpened(out.book.id)
          props.onClose()
        },
        onError: (error) => toasts.failed(error, words.notOpened)
      }
    )
  }
  return (
    <Dialog
      title={words.openTitle}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={open.isPending} onPress={submit}>
          {words.open} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <div className="book-form">
        <p className="muted">{words.openText}</p>
        <div className="two">
          <Select<BookDirection>
            label={words.direction}
            value={direction}
            choices={(['outgoing', 'incoming'] as const).map((value) => ({ value, text: words.directions[value] }))}
            onChange={setDirection}
          />
          <DateField label={words.day} value={day} onChange={setDay} />
        </div>
        {outgoing && (
          <>
            <div className="two">
              <Select<'-' | '/'>
                label={words.form}
                value={separator}
                choices={(['-', '/'] as const).map((value) => ({ value, text: words.forms[value] }))}
                onChange={setSeparator}
              />
              <Select<DocumentType | ''>
                label={words.type}
                value={documentType}
                choices={[
                  { value: '', text: words.anyType },
                  ...DOCUMENT_TYPE_CODES.map((value) => ({ value, text: DOCUMENT_TYPES[value].name }))
                ]}
                onChange={setType}
              />
            </div>
            <TextField label={words.body} value={body ?? office?.name ?? ''} onChange={setBody} />
          </>
        )}
        <div className="two">
          <TextField
            label={words.firstNumber}
            value={first}
            inputMode="numeric"
            error={tried && wrong ? words.wrongNumbers : null}
            onChange={setFirst}
          />
          <TextField label={words.bookName} value={name} onChange={setName} />
        </div>
      </div>
    </Dialog>
  )
}
