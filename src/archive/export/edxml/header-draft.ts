import type { Draft, Reading } from '#domain/layout/draft.ts'
import { readRecipientLine } from '#domain/recipients/read-recipient-line.ts'
import type { RecipientLine } from '#domain/recipients/recipient.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'
import { foldKey } from '#domain/text/fold.ts'
import { documentTypeOfName } from '#domain/vocabulary/document-types.ts'
import { HEADER_PATHS, type HeaderField, PRIORITIES } from './edxml-names.ts'
import type { EdxmlHeader } from './read-edxml.ts'

/**
 * What the sender's program says of a paper beside what was read off it. The header is sure where the paper is silent or
 * unsure. Where the paper surely gives another number or day, neither is taken: the clerk looks. In words (who, about what)
 * the paper's own writing stays.
 */
export function withHeader(draft: Draft, header: EdxmlHeader | null): Draft {
  if (header === null) return draft
  const text = (field: HeaderField): string | null => header[field][0] ?? null
  return {
    ...draft,
    reference: strict(
      draft.reference,
      referenceIn(header),
      'codeNumber',
      (a, b) => referenceKey(a) === referenceKey(b)
    ),
    issuedOn: strict(draft.issuedOn, dayIn(text('promulgationDate')), 'promulgationDate', (a, b) => a === b),
    documentType: lenient(draft.documentType, typeIn(text('typeName')), 'typeName'),
    place: lenient(draft.place, text('place'), 'place'),
    issuer: lenient(draft.issuer, text('fromName'), 'fromName'),
    subject: lenient(draft.subject, text('subject'), 'subject'),
    urgency: lenient(draft.urgency, PRIORITIES[Number(text('priority') ?? 'none')] ?? null, 'priority'),
    signer: lenient(draft.signer, text('fullName'), 'fullName'),
    signerTitle: lenient(draft.signerTitle, text('position'), 'position'),
    addressees: draft.addressees.length > 0 ? draft.addressees : linesOf(header.toName),
    recipients: draft.recipients.length > 0 ? draft.recipients : linesOf(header.toPlace)
  }
}

/** "221-CV/HU" of its two parts: a Party symbol holds a "/", a State one follows it. Some write the whole in one. */
export function referenceIn(header: EdxmlHeader): Reference | null {
  const number = header.codeNumber[0] ?? ''
  const notation = header.codeNotation[0] ?? ''
  const party = notation.includes('/') && !/^\d{4}\//.test(notation)
  const tried = [`${number}${party ? '-' : '/'}${notation}`, notation, number]
  for (const one of tried) {
    const reference = /\p{L}/u.test(one) && /^\s*\d/.test(one) ? parseReference(one) : null
    if (reference) return reference
  }
  return null
}

/** "2021/08/12" as the regulation writes it, and what else is met: "2021-08-12", "12/08/2021", with an hour behind. */
export function dayIn(text: string | null): string | null {
  const found = /^(?:(\d{4})[/-](\d{1,2})[/-](\d{1,2})|(\d{1,2})[/-](\d{1,2})[/-](\d{4}))(?=$|[ T])/.exec(text ?? '')
  if (!found) return null
  const [year = '', month = '', day = ''] = found[1] ? found.slice(1, 4) : [found[6], found[5], found[4]]
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso || iso < '1930-01-01' ? null : iso
}

function typeIn(name: string | null): ReturnType<typeof documentTypeOfName> {
  return name === null ? null : documentTypeOfName(name)
}

function strict<T>(
  own: Reading<T> | null,
  said: T | null,
  field: HeaderField,
  same: (a: T, b: T) => boolean
): Reading<T> | null {
  if (said === null) return own
  if (own && same(own.value, said)) return { ...own, certainty: 'sure' }
  if (own?.certainty === 'sure')
    return { value: said, certainty: 'hint', evidence: { ...own.evidence, rule: rule(field) } }
  return byHeader(said, field)
}

function lenient<T extends string>(own: Reading<T> | null, said: T | null, field: HeaderField): Reading<T> | null {
  if (said === null || own?.certainty === 'sure') return own
  return own && foldKey(own.value) === foldKey(said) ? { ...own, certainty: 'sure' } : byHeader(said, field)
}

function byHeader<T>(value: T, field: HeaderField): Reading<T> {
  return { value, certainty: 'sure', evidence: { page: 1, start: 0, end: 0, rule: rule(field) } }
}

/** Names the element the value stands in. */
function rule(field: HeaderField): string {
  return `edxml:${HEADER_PATHS[field]}`
}

function linesOf(names: readonly string[]): readonly RecipientLine[] {
  return names.slice(0, 200).map((name) => readRecipientLine(name.slice(0, 400), null))
}
