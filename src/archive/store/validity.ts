import type { OutputOf } from '#contract/operations.ts'
import { statusAfter, type Validity, type ValidityAct, validityOn } from '#domain/lineage/validity.ts'
import { RELATION_CODES, RELATIONS } from '#domain/vocabulary/relations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'

/** Looked up by target and relation: a hub is cited by thousands, few of which touch it. */
const TOUCHING = RELATION_CODES.filter((code) => RELATIONS[code].validity)
  .map((code) => `'${code}'`)
  .join(', ')
const ACTS = `SELECT j.value AS target, c.relation AS relation, c.document_id AS "by", d.issued_on AS issuedOn
  FROM json_each(?) j
  CROSS JOIN citation c ON c.target_id = j.value AND c.relation IN (${TOUCHING}) AND c.status IN ('linked', 'inferred')
  JOIN document d ON d.id = c.document_id
  WHERE d.document_type IS NOT 'to-trinh' AND d.document_type IS NOT 'bao-cao'
  ORDER BY d.issued_on, d.n, c.position`
/** As of all that is held. */
const ALWAYS = '9999-12-31'

/**
 * Whether a document is in force, by the acts of documents that link to it (C12). `on`: as of that day, else as of all
 * that is held. A paper that only proposes (tờ trình, báo cáo) repeals nothing.
 */
export function documentValidity(
  db: ReadableDb,
  documentId: string,
  on: string | null = null
): OutputOf<'document.get'>['validity'] {
  const { status, by } = statusOn(db, documentId, on)
  return { status, by: by === null ? null : (documentLine(db, by) ?? null) }
}

/** The same without the line of the document that did it. */
export function statusOn(db: ReadableDb, documentId: string, on: string | null): Validity {
  return validityOn(on ?? ALWAYS, actsOn(db, documentId))
}

/** The status of many documents at once. */
export function statusesOn(
  db: ReadableDb,
  documentIds: readonly string[],
  on: string | null
): (documentId: string) => Validity['status'] {
  const acts = Map.groupBy(actsOnAll(db, documentIds), ({ target }) => target)
  return (documentId) => validityOn(on ?? ALWAYS, acts.get(documentId) ?? []).status
}

/** With every act until that day, the newest first. */
export function validityHistory(db: ReadableDb, documentId: string, on: string | null): OutputOf<'document.validity'> {
  const acts = actsOn(db, documentId).filter((act) => act.issuedOn === null || act.issuedOn <= (on ?? ALWAYS))
  return {
    ...documentValidity(db, documentId, on),
    acts: acts.toReversed().flatMap(({ relation, by }) => {
      const [status, line] = [statusAfter(relation), documentLine(db, by)]
      return status && line ? [{ status, relation, by: line }] : []
    })
  }
}

function actsOn(db: ReadableDb, documentId: string): readonly ValidityAct[] {
  return actsOnAll(db, [documentId])
}

function actsOnAll(db: ReadableDb, documentIds: readonly string[]): readonly (ValidityAct & { target: string })[] {
  return prepared<[string], ValidityAct & { target: string }>(db, ACTS).all(JSON.stringify(documentIds))
}
