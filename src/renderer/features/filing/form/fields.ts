import type { DocumentForm } from '#contract/schemas.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { printReference } from '#domain/reference/print-reference.ts'

/** Fields of the form in the order Enter goes through them. */
export const FIELD_ORDER = [
  'arrivalNumber',
  'arrivedOn',
  'handler',
  'number',
  'symbol',
  'issuedOn',
  'documentType',
  'issuer',
  'subject',
  'signer',
  'authority',
  'signerTitle',
  'addressees',
  'recipients',
  'urgency',
  'place',
  'parentBody',
  'actingBody',
  'copies',
  'pageCount',
  'paperLocation',
  'note'
] as const
export type FieldName = (typeof FIELD_ORDER)[number]

/** What a filing needs from the paper; an empty one is shown as a doubt. */
export const NEEDED: readonly FieldName[] = ['number', 'symbol', 'issuedOn', 'documentType', 'issuer', 'subject']

export function isFieldName(name: string): name is FieldName {
  return (FIELD_ORDER as readonly string[]).includes(name)
}

export function isEmpty(form: DocumentForm, field: FieldName): boolean {
  const value = form[field]
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Where the cursor starts: the first needed field that is empty, else the number (F12). */
export function firstDoubt(form: DocumentForm): FieldName {
  return NEEDED.find((field) => isEmpty(form, field)) ?? 'number'
}

/** "44a" as one field: number and suffix. */
export function takeNumber(typed: string): Pick<DocumentForm, 'number' | 'suffix'> {
  const text = typed.normalize('NFC').trim()
  if (text === '') return { number: null, suffix: null }
  const found = /^(\d{1,11})\s*(\p{L}{1,4})?$/u.exec(text)
  return found
    ? { number: found[1] ?? null, suffix: found[2]?.toLowerCase() ?? null }
    : { number: text.slice(0, 80), suffix: null }
}

/** A whole reference typed or pasted into the number fills all its parts, once the cursor leaves the field. */
export function settleNumber(form: DocumentForm): Partial<DocumentForm> | null {
  const whole = form.number && !/^\d+$/.test(form.number) ? parseReference(form.number) : null
  return whole ? { ...whole } : null
}

export function showNumber(form: Pick<DocumentForm, 'number' | 'suffix'>): string {
  return `${form.number ?? ''}${form.suffix ?? ''}`
}

/**
 * What stands between number and symbol: a slash in the State's symbols ("4512/KH-UBND", "42/2022/NĐ-CP"), a dash in the
 * Party's and the organisations' ("221-CV/HU", "29-CV/TC-NV"; domain.md §4).
 */
export function separatorFor(symbol: string): '-' | '/' {
  const text = symbol.trim()
  if (/^(?:19|20)\d\d\//.test(text)) return '/'
  return text.includes('/') ? '-' : '/'
}

export function takeSymbol(typed: string): Partial<DocumentForm> {
  const symbol = typed.normalize('NFC').slice(0, 60)
  if (symbol.trim() === '') return { symbol: symbol === '' ? null : symbol }
  return { symbol, separator: separatorFor(symbol) }
}

/** "318-CV/BTGTU", or null while number or symbol is missing. */
export function formReference(form: DocumentForm): string | null {
  const number = form.number?.trim()
  const symbol = form.symbol?.trim()
  return number && symbol ? printReference({ number, suffix: form.suffix, separator: form.separator, symbol }) : null
}

const TEXTS = [
  'number',
  'suffix',
  'symbol',
  'place',
  'issuer',
  'parentBody',
  'actingBody',
  'subject',
  'signer',
  'signerTitle',
  'authority',
  'handler',
  'paperLocation',
  'note'
] as const

/** The form as it is sent: NFC, blanks cut, an empty field is null, lines without text left out. */
export function cleanForm(form: DocumentForm): DocumentForm {
  const clean: DocumentForm = {
    ...form,
    ...settleNumber(form),
    addressees: form.addressees.filter((line) => line.text.trim() !== ''),
    recipients: form.recipients.filter((line) => line.text.trim() !== '')
  }
  for (const field of TEXTS) {
    const text = clean[field]?.normalize('NFC').replace(/\s+/g, ' ').trim()
    clean[field] = text ? text : null
  }
  if (clean.number !== null) clean.number = clean.number.slice(0, 11)
  if (form.direction !== 'incoming') {
    clean.arrivalNumber = null
    clean.arrivedOn = null
  }
  return clean
}

/** A form with nothing in it, for a paper without a file (F08). */
export function blankForm(direction: DocumentForm['direction'], arrivedOn: string | null): DocumentForm {
  return {
    direction,
    fondsId: null,
    number: null,
    suffix: null,
    separator: '-',
    symbol: null,
    documentType: null,
    issuedOn: null,
    place: null,
    issuer: null,
    parentBody: null,
    actingBody: null,
    subject: null,
    urgency: null,
    signer: null,
    signerTitle: null,
    authority: null,
    addressees: [],
    recipients: [],
    arrivalNumber: null,
    arrivedOn: direction === 'incoming' ? arrivedOn : null,
    handler: null,
    copies: null,
    pageCount: null,
    paperLocation: null,
    note: null
  }
}

/** "1.274" or "1274" → 1274; null where it is no whole number in the bounds. */
export function takeCount(typed: string, least: number, most: number): number | null {
  const digits = typed.replace(/\D/g, '')
  const value = digits === '' ? Number.NaN : Number(digits)
  return Number.isInteger(value) && value >= least && value <= most ? value : null
}
