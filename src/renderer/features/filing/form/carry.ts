import type { DocumentForm } from '#contract/schemas.ts'
import { type FieldName, isEmpty } from './fields.ts'

/** What of the last document may be taken over into the next one (F09); the rest is each document's own. */
export const CARRIED = [
  'documentType',
  'symbol',
  'issuedOn',
  'issuer',
  'parentBody',
  'actingBody',
  'place',
  'signer',
  'authority',
  'signerTitle',
  'arrivedOn',
  'handler',
  'addressees',
  'recipients',
  'paperLocation'
] as const satisfies readonly FieldName[]
export type Carried = (typeof CARRIED)[number]

const DEFAULT: readonly Carried[] = [
  'documentType',
  'symbol',
  'issuer',
  'parentBody',
  'actingBody',
  'place',
  'signer',
  'authority',
  'signerTitle',
  'arrivedOn',
  'handler',
  'paperLocation'
]
const KEY = 'vankho.filing.carry'

export function chosenCarry(): readonly Carried[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return Array.isArray(stored) ? CARRIED.filter((field) => stored.includes(field)) : DEFAULT
  } catch {
    return DEFAULT
  }
}

export function chooseCarry(fields: readonly Carried[]): void {
  localStorage.setItem(KEY, JSON.stringify(fields))
}

/** "Như văn bản trước": fills empty fields alone, so that nothing read from the page is lost. null: nothing to fill. */
export function carryOver(
  form: DocumentForm,
  last: DocumentForm,
  fields: readonly Carried[]
): Partial<DocumentForm> | null {
  const patch: Partial<Record<FieldName, unknown>> & Partial<Pick<DocumentForm, 'separator'>> = {}
  for (const field of fields) {
    if (field === 'arrivedOn' && form.direction !== 'incoming') continue
    if (!isEmpty(form, field) || isEmpty(last, field)) continue
    patch[field] = field === 'addressees' || field === 'recipients' ? last[field].map(withoutEvidence) : last[field]
    if (field === 'symbol') patch.separator = last.separator
  }
  return Object.keys(patch).length > 0 ? (patch as Partial<DocumentForm>) : null
}

/** Its place is on another paper. */
function withoutEvidence<L extends Readonly<{ evidence: unknown }>>(line: L): L & { evidence: null } {
  return { ...line, evidence: null }
}
