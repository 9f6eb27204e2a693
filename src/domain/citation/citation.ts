import type { Reference } from '../reference/reference.ts'
import type { Evidence } from '../text/span.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import type { Relation } from '../vocabulary/relations.ts'

/**
 * One distinct document cited by a text, at its fullest mention. `null` fields: the text does not say.
 * `dateSource`: stated beside it, shared by a list ("cùng ngày"), or lent by a fuller mention before it.
 */
export type FoundCitation = Readonly<{
  /** Stable within the document: reference key (or folded type and date of a law) and date; a decision hangs on it. */
  key: string
  raw: string
  evidence: Evidence
  reference: Reference | null
  documentType: DocumentType | null
  issuedOn: string | null
  dateSource: 'stated' | 'shared' | 'antecedent' | null
  issuer: string | null
  relation: Relation
  /** For `amended-by`: key of the cited document that this one amends. */
  relationOf: string | null
  /** The sentence it stands in. */
  sentence: Evidence
  /** Every place it is mentioned, the fullest among them. */
  mentions: readonly Evidence[]
  /**
   * What is odd and must be shown, never repaired: e.g. "symbol-against-issuer", "implausible-date", "symbol-order". A number
   * mended on a misread page bears "ocr-number" and links nothing by itself without its day; "ocr-date": its days differed.
   */
  flags: readonly string[]
}>
