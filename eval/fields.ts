import type { Draft, Reading } from '#domain/layout/draft.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { SECRECY_NAMES, URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { plain, plainBody } from './compare.ts'
import type { Gold } from './load-corpus.ts'

/**
 * One measured field. `gold` undefined: the part does not label it; `free`: no gold, and a reading that is `free` is not held
 * against the reader (the truth of the image).
 */
export type Field = Readonly<{
  name: string
  read: (draft: Draft) => Reading<string> | null
  gold: (gold: Gold) => string | null | undefined
  free?: (gold: Gold) => string | undefined
  key: (text: string) => string
}>

function as<T>(read: Reading<T> | null, text: (value: T) => string): Reading<string> | null {
  return read && { ...read, value: text(read.value) }
}

export const FIELDS: readonly Field[] = [
  {
    name: 'number_symbol',
    read: (draft) => as(draft.reference, printReference),
    gold: (gold) => gold.number_symbol,
    free: (gold) => gold.number_symbol_scan,
    key: plain
  },
  {
    name: 'date',
    read: (draft) => draft.issuedOn,
    gold: (gold) => gold.date,
    free: (gold) => gold.date_scan,
    key: plain
  },
  { name: 'issuer', read: (draft) => draft.issuer, gold: (gold) => gold.issuer, key: plainBody },
  {
    name: 'type',
    read: (draft) => as(draft.documentType, (type) => DOCUMENT_TYPES[type].name),
    gold: (gold) => gold.type,
    key: plain
  },
  { name: 'subject', read: (draft) => draft.subject, gold: (gold) => gold.subject, key: plain },
  { name: 'signer', read: (draft) => draft.signer, gold: (gold) => gold.signer, key: plain },
  { name: 'authority', read: (draft) => draft.authority, gold: (gold) => gold.authority, key: plain },
  { name: 'signer_title', read: (draft) => draft.signerTitle, gold: (gold) => gold.signer_title, key: plain },
  { name: 'place', read: (draft) => draft.place, gold: (gold) => gold.place, key: plain },
  { name: 'parent_body', read: (draft) => draft.parentBody, gold: (gold) => gold.parent_body, key: plainBody },
  {
    name: 'acting_body',
    read: (draft) => draft.actingBody,
    gold: (gold) => (gold.text_origin === undefined ? gold.acting_body : undefined),
    key: plainBody
  },
  {
    name: 'urgency',
    read: (draft) => as(draft.urgency, (mark) => URGENCY_NAMES[mark]),
    gold: (gold) => gold.urgency,
    key: plain
  },
  {
    name: 'secrecy',
    read: (draft) => as(draft.secrecy, (mark) => SECRECY_NAMES[mark]),
    gold: (gold) => gold.secrecy,
    key: plain
  },
  {
    name: 'arrival_number',
    read: (draft) => draft.arrivalNumber,
    gold: partyOnly((gold) => gold.arrival_number),
    key: plain
  },
  { name: 'arrival_date', read: (draft) => draft.arrivedOn, gold: partyOnly((gold) => gold.arrival_date), key: plain }
]

/** The party part labels stamps where there are any: no label means no stamp. */
function partyOnly(value: (gold: Gold) => string | null | undefined): Field['gold'] {
  return (gold) => value(gold) ?? (gold.text_origin === undefined ? null : undefined)
}
