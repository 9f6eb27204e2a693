import type { FoundCitation } from '../citation/citation.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import type { Level } from '../vocabulary/levels.ts'

export type CitedIdentity = Pick<FoundCitation, 'raw' | 'reference' | 'documentType' | 'issuedOn' | 'issuer'> &
  Partial<Pick<FoundCitation, 'flags'>>

export type CitingDocument = Readonly<{
  id: string
  issuedOn: string | null
  /** Names that tell its district and province: issuer, the body above it, the office of the archive where it is ours. */
  bodies: readonly string[]
  issuer: string | null
  /** Read from a picture: a reference may be misread. */
  ocr: boolean
}>

export type Candidate = Readonly<{
  id: string
  number: string | null
  separator: '-' | '/'
  symbol: string | null
  documentType: DocumentType | null
  issuedOn: string | null
  issuer: string | null
  subject: string | null
}>

/** What is known of the archive's office: its terms count for papers of its own level. */
export type NumberingTerms = Readonly<{ level: Level | null; starts: readonly string[] }>

export type Resolution = Readonly<{
  status: 'linked' | 'inferred' | 'ambiguous' | 'date-mismatch' | 'missing'
  target: string | null
  /** For a question: the likeliest first. */
  candidates: readonly string[]
}>
