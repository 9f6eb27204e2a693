import { useState } from 'react'
import type { SecretEntry, SecretForm, SecretState } from '#contract/operations/secret-book.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { SECRECIES, SECRECY_NAMES } from '#domain/vocabulary/marks.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { today } from '../../strings/dates.ts'
import { secretWords } from '../../strings/secret-book.ts'
import { bookDay, cleanLine, emptyLine, fieldTitle, lineOf } from './secret-values.ts'

const words = secretWords.form
const SECRECY_CHOICES = SECRECIES.map((value) => ({ value, text: SECRECY_NAMES[value] }))
const TYPE_CHOICES = [
  { value: '', text: words.noType },
  ...DOCUMENT_TYPE_CODES.map((value) => ({ value, text: DOCUMENT_TYPES[value].name }))
]

type SecretFormDialogProps = Readonly<{
  direction: SecretForm['direction']
  state: SecretState
  /** null: a new line. */
  entry: SecretEntry | null
  onClose(): void
  onSaved(entry: SecretEntry): void
}>

/** A line of the secret book, new or corrected with a reason; the engine gives the number. */
export function SecretFormDialog(props: SecretFormDialogProps) {
  const { direction, entry } = props
  const [form, setForm] = useState<SecretForm>(() => (entry ? lineOf(entry) : emptyLine(direction, today())))
  const [copies, setCopies] = useState(form.copies === null ? '' : String(form.copies))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const record = useCommand('secret.record')
  const correct = useCommand('secret.correct')
  const put = (part: Partial<SecretForm>) => setForm((old) => ({ ...old, ...part }))
  const line = cleanLine({ ...form, copies: copies.trim() === '' ? null : Number(copies) })
  const day = bookDay(form)
  const why = reason.normalize('NFC').trim()
  const wrong = {
    day: day === null,
    issuer: direction === 'incoming' && line.issuer === null,
    copies: !/^(?:|[1-9]\d{0,3})$/.test(copies.trim()),
    returnedOn: form.returnedOn !== null && day !== null && form.returnedOn < day,
    reason: entry !== null && why === ''
  }
  const busy = record.isPending || correct.isPending
  const done = (out: Readonly<{ entry: SecretEntry; undo: { seq: number; what: string } | null }>) => {
    const { number, year } = out.entry
    const book = secretWords.directions[direction].toLocaleLowerCase('vi')
    toasts.done(entry ? secretWords.correctedDone(number) : secretWords.saved(number, book, year), out.undo)
    props.onSaved(out.entry)
  }
  const failed = (error: Error) => toasts.failed(error, secretWords.notSaved)
  const submit = () => {
    setTried(true)
    if (busy || Object.values(wrong).some(Boolean)) return
    if (entry === null) record.mutate({ entry: line }, { onSuccess: done, onError: failed })
    else if (JSON.stringify(line) === JSON.stringify(cleanLine(lineOf(entry)))) toasts.done(secretWords.nothingChanged)
    else correct.mutate({ id: entry.id, entry: line, reason: why }, { onSuccess: done, onError: failed })
  }
  const text = (field: 'issuer' | 'reference' | 'signer' | 'keptBy' | 'recipients' | 'note', more = {}) => (
    <TextField
      label={fieldTitle(field, direction)}
      value={form[field] ?? ''}
      onChange={(value) => put({ [field]: value })}
      {...more}
    />
  )
  const most = form.secrecy === 'tuyet-mat'
  return (
    <Dialog
      title={entry ? words.correct(entry.number, entry.year) : words.record[direction]}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={busy} onPress={submit}>
          {entry ? words.saveCorrection : words.save} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <FormKeys onSave={submit} />
      <div className="secret-form">
        <p className="hint wide">{words.only}</p>
        <DateField
          label={fieldTitle(direction === 'incoming' ? 'arrivedOn' : 'issuedOn', direction)}
          value={day}
          error={tried && wrong.day ? words.missing[direction === 'incoming' ? 'arrivedOn' : 'issuedOn'] : null}
          onChange={(value) => put(direction === 'incoming' ? { arrivedOn: value } : { issuedOn: value })}
        />
        {entry ? <span /> : <NextNumber day={day} years={props.state[direction]} />}
        {direction === 'incoming' && (
          <div className="wide">
            {text('issuer', {
              required: true,
              autoFocus: true,
              error: tried && wrong.issuer ? words.missing.issuer : null
            })}
          </div>
        )}
        {text('reference', direction === 'outgoing' ? { autoFocus: true } : {})}
        {direction === 'incoming' ? (
          <DateField
            label={fieldTitle('issuedOn', direction)}
            value={form.issuedOn}
            onChange={(issuedOn) => put({ issuedOn })}
          />
        ) : (
          text('signer')
        )}
        <Select
          label={fieldTitle('documentType', direction)}
          value={form.documentType ?? ''}
          choices={TYPE_CHOICES}
          onChange={(value) => put({ documentType: DOCUMENT_TYPE_CODES.find((code) => code === value) ?? null })}
        />
        <Select
          label={fieldTitle('secrecy', direction)}
          value={form.secrecy}
          choices={SECRECY_CHOICES}
          onChange={(secrecy) => put({ secrecy })}
        />
        <div className="wide">
          <TextField
            label={fieldTitle('subject', direction)}
            value={most ? '' : (form.subject ?? '')}
            lines={2}
            disabled={most}
            placeholder={most ? words.subjectNever : words.subjectHelp}
            onChange={(subject) => put({ subject })}
          />
        </div>
        {direction === 'incoming' ? text('signer') : text('keptBy')}
        <TextField
          label={fieldTitle('copies', direction)}
          value={copies}
          inputMode="numeric"
          error={tried && wrong.copies ? words.wrongCopies : null}
          onChange={setCopies}
        />
        <div className="wide">{text('recipients')}</div>
        <div className={entry ? undefined : 'wide'}>{text('note')}</div>
        {entry && (
          <>
            <DateField
              label={fieldTitle('returnedOn', direction)}
              value={form.returnedOn}
              error={wrong.returnedOn ? words.beforeDay : null}
              onChange={(returnedOn) => put({ returnedOn })}
            />
            <div className="wide">
              <TextField
                label={words.reason}
                value={reason}
                required
                error={tried && wrong.reason ? words.missing.reason : null}
                onChange={setReason}
              />
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

/** The number the line will get, unless another is recorded meanwhile. */
function NextNumber(props: Readonly<{ day: string | null; years: SecretState['incoming'] }>) {
  const year = Number(props.day?.slice(0, 4))
  const next = props.years.find((one) => one.year === year)?.next ?? 1
  return <p className="muted next">{props.day === null ? words.nextNone : words.next(next, year)}</p>
}

function FormKeys(props: Readonly<{ onSave(): void }>) {
  useShortcuts({ 'Ctrl+Enter': props.onSave, 'Ctrl+s': props.onSave })
  return null
}
