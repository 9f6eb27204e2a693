import { foldKey } from '../text/fold.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import { documentTypeOfSymbol } from '../vocabulary/document-types.ts'
import { type BookPeriod, periodHolding } from './book-period.ts'
import { bodyKey, type NumberingRule, type NumberPlace, ruleFor } from './book-rule.ts'

/** Which book a place falls in, and what it holds. `key` is the same for all that falls in it. */
export type BookOf = Readonly<{
  key: string
  rule: NumberingRule
  period: BookPeriod
  /** Whose numbers; null for papers that come in. */
  body: string | null
  documentTypes: readonly DocumentType[]
  /** The type is not known: such papers stand apart. */
  untyped: boolean
}>

export function bookOf(
  place: NumberPlace,
  rules: readonly NumberingRule[],
  termStarts: readonly string[]
): BookOf | null {
  const rule = ruleFor(place, rules)
  if (!rule) return null
  const period = periodHolding(place.day, rule.period, termStarts)
  const incoming = rule.direction === 'incoming'
  const ownBody = incoming || rule.body !== null ? '' : (bodyKey(place.body) ?? '')
  const ownType = rule.perType ? (place.documentType ?? '?') : ''
  return {
    key: [place.fondsId ?? '', rule.id, ownBody, ownType, period.kind, period.from].join('|'),
    rule,
    period,
    body: incoming ? null : (rule.body ?? place.body),
    documentTypes: rule.perType ? (place.documentType === null ? [] : [place.documentType]) : rule.documentTypes,
    untyped: rule.perType && place.documentType === null
  }
}

/** What of a form decides its book. */
export type NumberedForm = Readonly<{
  direction: 'incoming' | 'outgoing' | 'internal'
  fondsId: string | null
  number: string | null
  suffix: string | null
  separator: '-' | '/'
  symbol: string | null
  documentType: DocumentType | null
  issuedOn: string | null
  issuer: string | null
  arrivalNumber: number | null
  arrivedOn: string | null
}>

export type NumberingOffice = Readonly<{ name: string; place: string }>

/**
 * Where a form's number stands; null while it has no day. Papers of the house are numbered with those that go out. A
 * paper of another body that has neither day nor number of arrival never went through the book of those that come in.
 */
export function placeOf(form: NumberedForm, office: NumberingOffice): NumberPlace | null {
  if (form.direction === 'incoming') {
    const day = form.arrivedOn ?? (form.arrivalNumber === null ? null : form.issuedOn)
    const { fondsId, documentType } = form
    return day === null ? null : { fondsId, direction: 'incoming', body: null, separator: '-', documentType, day }
  }
  if (form.issuedOn === null) return null
  return {
    fondsId: form.fondsId,
    direction: 'outgoing',
    body: ownBody(form.issuer, office),
    separator: form.separator,
    documentType: form.documentType ?? typeOfSymbol(form),
    day: form.issuedOn
  }
}

/** The number by which a form stands in its book: số đến, or its own. */
export function numberOf(form: NumberedForm): Readonly<{ number: number | null; suffix: string }> {
  if (form.direction === 'incoming') {
    return { number: form.arrivalNumber, suffix: '' }
  }
  const number = form.number !== null && /^\d{1,9}$/.test(form.number.trim()) ? Number(form.number) : null
  return { number: number === 0 ? null : number, suffix: suffixKey(form.suffix) }
}

export function suffixKey(suffix: string | null): string {
  return suffix === null ? '' : suffix.trim().toLowerCase()
}

/** "Văn phòng Huyện ủy Đam Rông" and "Văn phòng Huyện ủy" are one body in the office of Đam Rông. */
export function ownBody(issuer: string | null, office: NumberingOffice): string {
  const name = issuer ?? office.name
  const place = foldKey(office.place)
  if (place === '' || !foldKey(name).endsWith(` ${place}`)) return name
  const words = name.trim().split(/\s+/)
  const kept = words.slice(0, -place.split(' ').length).join(' ')
  return foldKey(`${kept} ${office.place}`) === foldKey(name) ? kept : name
}

function typeOfSymbol({ symbol, separator }: NumberedForm): DocumentType | null {
  return symbol === null ? null : documentTypeOfSymbol({ symbol, separator })
}
