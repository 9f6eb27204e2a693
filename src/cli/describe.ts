import type { DocumentLine } from '#contract/schemas.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { showDay, words } from './words.ts'

type Shown = Pick<DocumentLine, 'reference' | 'documentType' | 'issuedOn' | 'issuer' | 'subject'>

/** "221-CV/HU, Công văn, 12/08/2021, Huyện ủy Đam Rông: về việc …" */
export function describeLine(line: Shown): string {
  const type = line.documentType ? DOCUMENT_TYPES[line.documentType].name : null
  const head = [line.reference ?? words.noReference, type, showDay(line.issuedOn), line.issuer].filter(Boolean)
  return `${head.join(', ')}: ${line.subject ?? words.noSubject}`
}
