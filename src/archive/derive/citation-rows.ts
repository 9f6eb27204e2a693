import type { FoundCitation } from '#domain/citation/citation.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { citedIdentity } from '#domain/resolve/identity.ts'
import { matchKey, typeDayKey } from '#domain/resolve/match-key.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { quoteOf } from './quote.ts'

/** What the reader or a person says of one cited document, before it is resolved: columns of `citation`. */
export type CitationRow = Readonly<{
  key: string
  position: number
  origin: 'read' | 'human'
  raw: string
  reference: string | null
  match_key: string | null
  identity: string
  document_type: DocumentType | null
  issued_on: string | null
  issuer: string | null
  read_relation: Relation
  relation_of: string | null
  quote: string
  quote_start: number
  quote_end: number
  page: number | null
  start: number | null
  end: number | null
  flags: string
}>

export function rowOfFound(found: FoundCitation, text: string, position: number): CitationRow {
  const { quote, quoteStart, quoteEnd } = quoteOf(text, found.sentence, found.evidence)
  return {
    ...identityColumns(found.raw, found.reference, found.documentType, found.issuedOn, found.issuer),
    key: found.key,
    position,
    origin: 'read',
    read_relation: found.relation,
    relation_of: found.relationOf,
    quote,
    quote_start: quoteStart,
    quote_end: quoteEnd,
    page: found.evidence.page,
    start: found.evidence.start,
    end: found.evidence.end,
    flags: JSON.stringify(found.flags)
  }
}

export type AddedCitation = Readonly<{
  key: string
  reference: Reference
  documentType: DocumentType | null
  issuedOn: string | null
  issuer: string | null
  relation: Relation
  quote: string
}>

export function rowOfAdded(added: AddedCitation, position: number): CitationRow {
  const raw = printReference(added.reference)
  const at = added.quote.indexOf(raw)
  return {
    ...identityColumns(raw, added.reference, added.documentType, added.issuedOn, added.issuer),
    key: added.key,
    position,
    origin: 'human',
    read_relation: added.relation,
    relation_of: null,
    quote: added.quote,
    quote_start: Math.max(0, at),
    quote_end: at < 0 ? 0 : at + raw.length,
    page: null,
    start: null,
    end: null,
    flags: '[]'
  }
}

function identityColumns(
  raw: string,
  reference: Reference | null,
  documentType: DocumentType | null,
  issuedOn: string | null,
  issuer: string | null
) {
  const match = reference ? matchKey(reference) : typeDayKey(documentType, issuedOn)
  return {
    raw,
    reference: reference ? printReference(reference) : null,
    match_key: match,
    identity: citedIdentity({ matchKey: match, raw, documentType, issuedOn, issuer }),
    document_type: documentType,
    issued_on: issuedOn,
    issuer
  }
}
