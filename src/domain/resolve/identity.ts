import { foldKey } from '../text/fold.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import { readIssuingBody } from './issuing-body.ts'

/**
 * What makes two citations of different papers mean the same document: the reference and the day; where the day is not
 * said, the body it is said to come from. Without a reference: type and day, else the words themselves.
 */
export function citedIdentity(
  cited: Readonly<{
    matchKey: string | null
    raw: string
    documentType: DocumentType | null
    issuedOn: string | null
    issuer: string | null
  }>
): string {
  const { matchKey, issuedOn, issuer } = cited
  if (matchKey === null || matchKey.startsWith('~')) return `~${foldKey(cited.raw)}`
  if (issuedOn) return `${matchKey}@${issuedOn}`
  const body = issuer ? readIssuingBody(issuer) : null
  return `${matchKey}@?${body ? [body.organ, body.level, body.place].filter(Boolean).join('/') : ''}`
}
