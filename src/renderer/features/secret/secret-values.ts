import type { SecretEntry, SecretForm } from '#contract/operations/secret-book.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { SECRECY_NAMES } from '#domain/vocabulary/marks.ts'
import { showDay } from '../../strings/dates.ts'
import { secretWords as words } from '../../strings/secret-book.ts'

type Direction = SecretForm['direction']
type Field = Exclude<keyof SecretForm, 'direction'>

const FIELDS = [
  'arrivedOn',
  'issuer',
  'reference',
  'issuedOn',
  'documentType',
  'secrecy',
  'subject',
  'signer',
  'keptBy',
  'recipients',
  'copies',
  'returnedOn',
  'note'
] as const satisfies readonly Field[]

/** A line of a new book, the day set and the rest open. */
export function emptyLine(direction: Direction, day: string): SecretForm {
  return {
    direction,
    arrivedOn: direction === 'incoming' ? day : null,
    issuedOn: direction === 'outgoing' ? day : null,
    issuer: null,
    reference: null,
    documentType: 'cong-van',
    secrecy: 'mat',
    subject: null,
    signer: null,
    keptBy: null,
    recipients: null,
    copies: null,
    note: null,
    returnedOn: null
  }
}

/** What a person wrote of a line, as the form takes it. */
export function lineOf(entry: SecretEntry): SecretForm {
  const { direction, arrivedOn, issuedOn, issuer, reference, documentType, secrecy, subject } = entry
  const { signer, keptBy, recipients, copies, note, returnedOn } = entry
  return {
    direction,
    arrivedOn,
    issuedOn,
    issuer,
    reference,
    documentType,
    secrecy,
    subject,
    signer,
    keptBy,
    recipients,
    copies,
    note,
    returnedOn
  }
}

/** Composed letters, nothing for an empty text, no subject of a Tuyệt mật paper: what the engine takes. */
export function cleanLine(form: SecretForm): SecretForm {
  const text = (value: string | null) => value?.normalize('NFC').trim() || null
  return {
    ...form,
    issuer: text(form.issuer),
    reference: text(form.reference),
    subject: form.secrecy === 'tuyet-mat' ? null : text(form.subject),
    signer: text(form.signer),
    keptBy: text(form.keptBy),
    recipients: text(form.recipients),
    note: text(form.note)
  }
}

/** The day that puts a line into its year's book. */
export function bookDay(form: SecretForm): string | null {
  return form.direction === 'incoming' ? form.arrivedOn : form.issuedOn
}

export function fieldTitle(field: Field, direction: Direction): string {
  const title = words.columns[field]
  return typeof title === 'string' ? title : title[direction]
}

/** A field as a person reads it. */
export function fieldText(form: SecretForm, field: Field): string {
  const value = form[field]
  if (value === null) return ''
  if (field === 'documentType') return form.documentType === null ? '' : DOCUMENT_TYPES[form.documentType].name
  if (field === 'secrecy') return SECRECY_NAMES[form.secrecy]
  return field === 'arrivedOn' || field === 'issuedOn' || field === 'returnedOn'
    ? showDay(String(value))
    : String(value)
}

/** Each field a correction changed, in words. */
export function changedFields(before: SecretForm, after: SecretForm): readonly string[] {
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) =>
    words.change(fieldTitle(field, after.direction), fieldText(before, field), fieldText(after, field))
  )
}
