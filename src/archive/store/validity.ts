import type { OutputOf } from '#contract/operations.ts'
import { type ValidityAct, validityOn } from '#domain/lineage/validity.ts'
import { RELATION_CODES, RELATIONS } from '#domain/vocabulary/relations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'

const TOUCHING = RELATION_CODES.filter((code) => RELATIONS[code].validity)
const MARKS = TOUCHING.map(() => '?').join(', ')

/**
 * Whether a document is in force, by the acts of documents that link to it (C12). `on`: as of that day, else as of all
 * that is held. A paper that only proposes (tờ trình, báo cáo) repeals nothing.
 */
export function documentValidity(
  db: ReadableDb,
  documentId: string,
  on = '9999-12-31'
): OutputOf<'document.get'>['validity'] {
  const acts = prepared<unknown[], ValidityAct>(
    db,
    `SELECT c.relation AS relation, c.document_id AS "by", d.issued_on AS issuedOn
     FROM citation c JOIN document d ON d.id = c.document_id
     WHERE c.target_id = ? AND c.relation IN (${MARKS}) AND c.status IN ('linked', 'inferred')
       AND d.document_type IS NOT 'to-trinh' AND d.document_type IS NOT 'bao-cao'
     ORDER BY d.issued_on, d.n, c.position`
  ).all(documentId, ...TOUCHING)
  const { status, by } = validityOn(on, acts)
  return { status, by: by === null ? null : (documentLine(db, by) ?? null) }
}
