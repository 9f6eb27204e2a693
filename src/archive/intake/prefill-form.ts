import type { Office } from '#contract/operations/archive.ts'
import type { DocumentForm, RecipientLine } from '#contract/schemas.ts'
import type { Draft, Reading } from '#domain/layout/draft.ts'
import type { Evidence } from '#domain/text/span.ts'
import { decideDirection } from './direction.ts'

/** A field's reading as the screens show it: the value as text, sure or a hint, and where it stands. */
export type FieldReading = { value: string; certainty: 'sure' | 'hint'; evidence: Evidence }

/** Papers younger than this are taken to arrive on the day they are put in; of older ones the clerk says the day. */
const RECENT_DAYS = 60
/** What a filing needs from the paper; each one that was not read surely wants the clerk's eye. */
const NEEDED = ['number', 'symbol', 'documentType', 'issuedOn', 'issuer', 'subject'] as const

/** The form as far as the paper says it surely: hints and guesses stay out (M09). */
export function prefillForm(draft: Draft, office: Office, today: string, pages: number | null): DocumentForm {
  const reference = sure(draft.reference)
  const issuedOn = sure(draft.issuedOn)
  const issuer = sure(draft.issuer)
  const place = sure(draft.place)
  const addressees = draft.addressees.map(asLine)
  const direction = decideDirection(office, { issuer, symbol: reference?.symbol ?? null, place, addressees })
  const incoming = direction === 'incoming'
  return {
    direction,
    fondsId: null,
    number: reference?.number ?? null,
    suffix: reference?.suffix ?? null,
    separator: reference?.separator ?? '-',
    symbol: reference?.symbol ?? null,
    documentType: sure(draft.documentType),
    issuedOn,
    place,
    issuer,
    parentBody: sure(draft.parentBody),
    actingBody: sure(draft.actingBody),
    subject: sure(draft.subject),
    urgency: sure(draft.urgency),
    signer: sure(draft.signer),
    signerTitle: sure(draft.signerTitle),
    authority: sure(draft.authority),
    addressees,
    recipients: draft.recipients.map(asLine),
    arrivalNumber: incoming ? wholeNumber(sure(draft.arrivalNumber)) : null,
    arrivedOn: incoming ? (sure(draft.arrivedOn) ?? (isRecent(issuedOn, today) ? today : null)) : null,
    handler: null,
    copies: null,
    pageCount: pages,
    paperLocation: null,
    note: null
  }
}

/** Every reading by the form field it fills, hints too: the screen offers a hint beside its empty field. */
export function fieldReadings(draft: Draft): Record<string, FieldReading> {
  const readings: Record<string, FieldReading> = {}
  function put(field: string, reading: Reading<string | null> | null): void {
    if (reading?.value) readings[field] = { ...reading, value: reading.value }
  }
  const { reference } = draft
  put('number', reference && { ...reference, value: reference.value.number })
  put('suffix', reference && { ...reference, value: reference.value.suffix })
  put('symbol', reference && { ...reference, value: reference.value.symbol })
  for (const field of [
    'documentType',
    'issuedOn',
    'place',
    'issuer',
    'parentBody',
    'actingBody',
    'subject',
    'urgency',
    'signer',
    'signerTitle',
    'authority',
    'arrivalNumber',
    'arrivedOn'
  ] as const) {
    put(field, draft[field])
  }
  return readings
}

/** Needed fields still empty: the names of form fields that want the clerk. */
export function doubtsOf(form: DocumentForm): readonly string[] {
  return NEEDED.filter((field) => form[field] === null || form[field] === '')
}

export function emptyDraft(): Draft {
  return {
    system: null,
    reference: null,
    documentType: null,
    issuedOn: null,
    place: null,
    issuer: null,
    parentBody: null,
    actingBody: null,
    subject: null,
    urgency: null,
    secrecy: null,
    signer: null,
    signerTitle: null,
    authority: null,
    arrivalNumber: null,
    arrivedOn: null,
    addressees: [],
    recipients: [],
    citations: []
  }
}

function sure<T>(reading: Reading<T> | null): T | null {
  return reading?.certainty === 'sure' ? reading.value : null
}

/** A line of the contract has its own, changeable lists; an empty name is none. */
function asLine(line: Draft['recipients'][number]): RecipientLine {
  return { ...line, names: line.names.filter((name) => name.trim() !== '') }
}

function wholeNumber(text: string | null): number | null {
  const number = text === null ? Number.NaN : Number.parseInt(text, 10)
  return Number.isInteger(number) && number >= 1 && number <= 999_999 ? number : null
}

function isRecent(issuedOn: string | null, today: string): boolean {
  if (issuedOn === null) return false
  const days = (Date.parse(today) - Date.parse(issuedOn)) / 86_400_000
  return days >= 0 && days <= RECENT_DAYS
}
