import type { FoundCitation } from '../citation/citation.ts'
import type { RecipientLine } from '../recipients/recipient.ts'
import type { Reference } from '../reference/reference.ts'
import type { Evidence } from '../text/span.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import type { Secrecy, Urgency } from '../vocabulary/marks.ts'

/** A value with its place on the page. A `hint` is shown beside an empty field and taken only by the clerk's key. */
export type Reading<T> = Readonly<{ value: T; certainty: 'sure' | 'hint'; evidence: Evidence }>

/** Whose form the document follows (domain.md §5). */
export type PaperSystem = 'party' | 'state' | 'mass'

/** What the reader found on one document. null: it abstains (M09). Dates are ISO "yyyy-mm-dd". */
export type Draft = Readonly<{
  system: PaperSystem | null
  reference: Reading<Reference> | null
  documentType: Reading<DocumentType> | null
  issuedOn: Reading<string> | null
  place: Reading<string> | null
  issuer: Reading<string> | null
  parentBody: Reading<string> | null
  actingBody: Reading<string> | null
  subject: Reading<string> | null
  urgency: Reading<Urgency> | null
  secrecy: Reading<Secrecy> | null
  signer: Reading<string> | null
  signerTitle: Reading<string> | null
  authority: Reading<string> | null
  arrivalNumber: Reading<string> | null
  arrivedOn: Reading<string> | null
  addressees: readonly RecipientLine[]
  recipients: readonly RecipientLine[]
  citations: readonly FoundCitation[]
}>
