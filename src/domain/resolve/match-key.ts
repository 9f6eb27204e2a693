import type { Reference } from '../reference/reference.ts'
import { referenceKey } from '../reference/reference-key.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'

/** Parts of a folded symbol that writers use for one another (domain.md §3.2): Quy định is QĐ, QĐi or QyĐ. */
const SAME_PART: Readonly<Record<string, string>> = { qdi: 'qd', qyd: 'qd', ttrr: 'ttr' }

/**
 * What a citation looks for and a document is found by: the reference key with the writings of one symbol made equal.
 * "06-QĐi/HU" and "06-QĐ/HU" → "6-qd-hu"; "1310-CV/VPTU/nb" → "1310-cv-vptu", the mark of inner circulation dropped.
 */
export function matchKey(reference: Reference): string {
  const [number, ...symbol] = referenceKey(reference).split('-')
  const parts = symbol.at(-1) === 'nb' && symbol.length > 1 ? symbol.slice(0, -1) : symbol
  return [number, ...parts.map((part) => SAME_PART[part] ?? part)].join('-')
}

/** For what is cited without a reference ("Luật Lâm nghiệp ngày 15/11/2017"): type and day. null: nothing to look for. */
export function typeDayKey(documentType: DocumentType | null, issuedOn: string | null): string | null {
  return documentType && issuedOn ? `~${documentType}@${issuedOn}` : null
}
