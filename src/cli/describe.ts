import type { DocumentLine } from '#contract/schemas.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { showDay, words } from './words.ts'

type Shown = Pick<DocumentLine, 'reference' | 'documentType' | 'issuedOn' | 'issuer' | 'subject'>

/** "221-CV/HU, Công văn, 12/08/2021, Huyện ủy Đam Rông: về việc …" */
export function describeLine(line: Shown): string {
  return `${describeCited(line)}: ${line.subject ?? words.noSubject}`
}

/** The same of a document known only by its being cited: without a subject. */
export function describeCited(cited: Omit<Shown, 'subject'>): string {
  const type = cited.documentType ? DOCUMENT_TYPES[cited.documentType].name : null
  const day = cited.issuedOn ? showDay(cited.issuedOn) : null
  return [cited.reference ?? words.noReference, type, day, cited.issuer].filter(Boolean).join(', ')
}
