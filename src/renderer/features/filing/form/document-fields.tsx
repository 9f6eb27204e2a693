import type { KeyboardEvent, ReactNode } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { URGENCIES, URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { DateField } from '../../../components/date-field.tsx'
import { Segments } from '../../../components/segments.tsx'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { showCount, showDay } from '../../../strings/dates.ts'
import { directionChoices, fieldWords, warningWords, formWords as words } from '../../../strings/filing.ts'
import {
  type FieldName,
  isEmpty,
  NEEDED,
  settleNumber,
  showNumber,
  takeCount,
  takeNumber,
  takeSymbol
} from './fields.ts'
import { LinesField } from './lines-field.tsx'
import { moveField, onEmptyLine } from './move-focus.ts'
import { type Readings, showReading, standing } from './readings.ts'
import { Trail } from './trail.tsx'
import './document-fields.css'

export type FormWarning = OutputOf<'document.check'>['warnings'][number]

type DocumentFieldsProps = Readonly<{
  form: DocumentForm
  readings: Readings
  warnings: readonly FormWarning[]
  nextArrivalNumber: number | null
  onChange(patch: Partial<DocumentForm>): void
  /** A field has the focus; for the lists, which of its lines. */
  onField(field: FieldName, line: number | null): void
  /** A paper without a file: where it lies is asked early (F08). */
  paper?: boolean
  /** Stands under number and day: what the book gives. */
  numbers?: ReactNode
  /** Stands between signature and recipients: what else was read of the document. */
  children?: ReactNode
}>

type TextName = 'issuer' | 'signer' | 'authority' | 'signerTitle' | 'place' | 'parentBody' | 'actingBody' | 'handler'
/** Missing values are told by the look of the field, not said again under it. */
const SILENT = ['no-number', 'no-date', 'no-subject', 'duplicate-bytes', 'duplicate-identity']

/** The register line of a document, every value traceable to its place on the page (E02, M08). */
export function DocumentFields(props: DocumentFieldsProps) {
  const { form, readings, onChange } = props
  const trail = (field: FieldName) => <Trail form={form} field={field} reading={readings[field]} />
  const unsure = (field: FieldName) =>
    (NEEDED.includes(field) && isEmpty(form, field)) || standing(form, field, readings[field]) === 'hint'
  const hint = (field: FieldName) => {
    const reading = readings[field]
    return reading && standing(form, field, reading) === 'hint' ? words.hint(showReading(field, reading.value)) : null
  }
  const said = (field: FieldName) => (
    <Said warnings={props.warnings.filter((one) => one.field === field && !SILENT.includes(one.code))} />
  )
  const at = (field: FieldName) => () => props.onField(field, null)
  const text = (field: TextName, span: number) => (
    <div className={`span-${span}`}>
      <TextField
        label={fieldWords[field]}
        name={field}
        value={form[field] ?? ''}
        onChange={(value) => onChange({ [field]: value === '' ? null : value })}
        placeholder={hint(field) ?? ''}
        unsure={unsure(field)}
        trail={trail(field)}
        onFocus={at(field)}
      />
      {said(field)}
    </div>
  )
  const location = (span: number) => (
    <div className={`span-${span}`}>
      <TextField
        label={fieldWords.paperLocation}
        name="paperLocation"
        value={form.paperLocation ?? ''}
        onChange={(value) => onChange({ paperLocation: value === '' ? null : value })}
        placeholder={words.locationPlace}
        onFocus={at('paperLocation')}
      />
    </div>
  )
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.key !== 'Enter') return
    const { target } = event
    if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return
    // In a list Enter begins a line; on an empty line it goes on.
    const writes = target instanceof HTMLTextAreaElement && target.name !== 'subject' && !onEmptyLine(target)
    if (writes && !event.shiftKey) return
    event.preventDefault()
    moveField(event.currentTarget, target, event.shiftKey ? -1 : 1)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter goes from field to field
    <div className="doc-form" onKeyDown={press}>
      <div className="span-12 doc-direction">
        <Segments<DocumentForm['direction']>
          label={fieldWords.direction}
          value={form.direction}
          choices={directionChoices}
          onChange={(direction) => onChange({ direction })}
        />
      </div>
      {form.direction === 'incoming' && (
        <>
          <div className="span-3">
            <TextField
              label={fieldWords.arrivalNumber}
              name="arrivalNumber"
              inputMode="numeric"
              value={form.arrivalNumber === null ? '' : String(form.arrivalNumber)}
              onChange={(value) => onChange({ arrivalNumber: takeCount(value, 1, 999_999) })}
              placeholder={hint('arrivalNumber') ?? arrivalHint(form, props.nextArrivalNumber)}
              trail={trail('arrivalNumber')}
              onFocus={at('arrivalNumber')}
            />
            {said('arrivalNumber')}
          </div>
          <div className="span-4">
            <DateField
              label={fieldWords.arrivedOn}
              name="arrivedOn"
              value={form.arrivedOn}
              onChange={(arrivedOn) => onChange({ arrivedOn })}
              hint={hint('arrivedOn')}
              trail={trail('arrivedOn')}
              onFocus={at('arrivedOn')}
            />
            {said('arrivedOn')}
          </div>
          {text('handler', 5)}
        </>
      )}
      <div className="span-3">
        <TextField
          label={fieldWords.number}
          name="number"
          value={showNumber(form)}
          onChange={(value) => onChange(takeNumber(value))}
          placeholder={hint('number') ?? ''}
          unsure={unsure('number')}
          trail={trail('number')}
          onFocus={at('number')}
          onBlur={() => {
            const whole = settleNumber(form)
            if (whole) onChange(whole)
          }}
        />
      </div>
      <div className="span-4">
        <TextField
          label={fieldWords.symbol}
          name="symbol"
          value={form.symbol ?? ''}
          onChange={(value) => onChange(takeSymbol(value))}
          placeholder={hint('symbol') ?? ''}
          unsure={unsure('symbol')}
          trail={trail('symbol')}
          onFocus={at('symbol')}
        />
      </div>
      <div className="span-5">
        <DateField
          label={fieldWords.issuedOn}
          name="issuedOn"
          value={form.issuedOn}
          onChange={(issuedOn) => onChange({ issuedOn })}
          hint={hint('issuedOn')}
          unsure={unsure('issuedOn')}
          trail={trail('issuedOn')}
          onFocus={at('issuedOn')}
        />
      </div>
      <div className="span-12 doc-said">
        {said('number')}
        {said('issuedOn')}
        {props.numbers}
      </div>
      <div className="span-4">
        <Select<string>
          label={fieldWords.documentType}
          name="documentType"
          value={form.documentType ?? ''}
          choices={[
            { value: '', text: hint('documentType') ?? words.noType },
            ...DOCUMENT_TYPE_CODES.map((code) => ({ value: code, text: DOCUMENT_TYPES[code].name }))
          ]}
          onChange={(value) => onChange({ documentType: DOCUMENT_TYPE_CODES.find((code) => code === value) ?? null })}
          unsure={unsure('documentType')}
          trail={trail('documentType')}
          onFocus={at('documentType')}
        />
      </div>
      {text('issuer', 8)}
      <div className="span-12">
        <TextField
          label={fieldWords.subject}
          name="subject"
          lines={subjectLines(form.subject ?? hint('subject') ?? '')}
          value={form.subject ?? ''}
          onChange={(value) => onChange({ subject: value === '' ? null : value })}
          placeholder={hint('subject') ?? ''}
          unsure={unsure('subject')}
          trail={trail('subject')}
          onFocus={at('subject')}
        />
      </div>
      {text('signer', 4)}
      {text('authority', 4)}
      {text('signerTitle', 4)}
      {props.paper && location(12)}
      {props.children}
      {(['addressees', 'recipients'] as const).map((list) => (
        <div key={list} className="span-12">
          <LinesField
            label={fieldWords[list]}
            name={list}
            lines={form[list]}
            onChange={(lines) => onChange({ [list]: lines })}
            onLine={(line) => props.onField(list, line)}
          />
        </div>
      ))}
      <h3 className="span-12 h3">{words.more}</h3>
      <div className="span-4">
        <Select<string>
          label={fieldWords.urgency}
          name="urgency"
          value={form.urgency ?? ''}
          choices={[
            { value: '', text: hint('urgency') ?? words.noUrgency },
            ...URGENCIES.map((code) => ({ value: code, text: URGENCY_NAMES[code] }))
          ]}
          onChange={(value) => onChange({ urgency: URGENCIES.find((code) => code === value) ?? null })}
          trail={trail('urgency')}
          onFocus={at('urgency')}
        />
      </div>
      {text('place', 8)}
      {text('parentBody', 6)}
      {text('actingBody', 6)}
      {(['copies', 'pageCount'] as const).map((field) => (
        <div key={field} className="span-3">
          <TextField
            label={fieldWords[field]}
            name={field}
            inputMode="numeric"
            value={form[field] === null ? '' : String(form[field])}
            onChange={(value) => onChange({ [field]: takeCount(value, 0, field === 'copies' ? 9999 : 99_999) })}
            onFocus={at(field)}
          />
        </div>
      ))}
      {!props.paper && location(6)}
      <div className="span-12">
        <TextField
          label={fieldWords.note}
          name="note"
          lines={2}
          value={form.note ?? ''}
          onChange={(value) => onChange({ note: value === '' ? null : value })}
          onFocus={at('note')}
        />
      </div>
    </div>
  )
}

/** A subject is read whole: as many lines as it fills. */
function subjectLines(subject: string): number {
  return Math.min(5, Math.max(2, Math.ceil(subject.length / 66)))
}

function arrivalHint(form: DocumentForm, next: number | null): string {
  if (form.arrivedOn === null || next === null) return ''
  return words.nextArrival(showCount(next))
}

function Said(props: Readonly<{ warnings: readonly FormWarning[] }>) {
  return props.warnings.map((one) => (
    <p key={`${one.code} ${one.document?.id ?? ''}`} className="field-warn" role="status">
      {warningWords(one.code, one.detail, one.document?.reference ?? null, showDay)}
    </p>
  ))
}
