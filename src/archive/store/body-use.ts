import type { BodyUse } from '#contract/operations/directory-care.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { allBodies, allGroups } from './directory.ts'

export type BodyAssignment = Readonly<{ documentId: string; name: string; bodyIds: readonly string[] }>

/** All that speaks of a body. */
export function bodyUse(db: ReadableDb, id: string): BodyUse {
  const counts = prepared<[string], { deliveries: number; documents: number }>(
    db,
    'SELECT count(*) AS deliveries, count(DISTINCT document_id) AS documents FROM delivery WHERE body_id = ? AND cancelled_on IS NULL'
  ).get(id) ?? { deliveries: 0, documents: 0 }
  const bodies = allBodies(db)
  return {
    ...counts,
    groups: allGroups(db)
      .filter((group) => group.members.some((member) => member.bodyId === id))
      .map(({ id: groupId, name }) => ({ id: groupId, name })),
    assignments: assignmentsOf(db, id).length,
    dismissals: dismissalsOf(db, id).length,
    children: bodies.filter((body) => body.parentId === id).length,
    predecessors: bodies.filter((body) => body.successorId === id).length
  }
}

/** Every delivery of a body, those entered by mistake too: they must not point to nothing. */
export function deliveryIdsOf(db: ReadableDb, bodyId: string): readonly string[] {
  return prepared<[string], { id: string }>(db, 'SELECT id FROM delivery WHERE body_id = ? ORDER BY n')
    .all(bodyId)
    .map((row) => row.id)
}

/** Names in texts a clerk tied to the body. */
export function assignmentsOf(db: ReadableDb, bodyId: string): readonly BodyAssignment[] {
  return prepared<[string], { documentId: string; name: string; bodyIds: string }>(
    db,
    `SELECT document_id AS documentId, name, body_ids AS bodyIds FROM recipient_assignment
     WHERE instr(body_ids, '"' || ? || '"') > 0 ORDER BY document_id, name_key`
  )
    .all(bodyId)
    .map((row) => ({ ...row, bodyIds: JSON.parse(row.bodyIds) as string[] }))
}

export function dismissalsOf(
  db: ReadableDb,
  bodyId: string
): readonly Readonly<{ documentId: string; reason: string }>[] {
  return prepared<[string], { documentId: string; reason: string }>(
    db,
    'SELECT document_id AS documentId, reason FROM recipient_dismissal WHERE body_id = ? ORDER BY document_id'
  ).all(bodyId)
}

/** The entry a merged one went into. */
export function mergedInto(db: ReadableDb, goneId: string): string | undefined {
  return prepared<[string], { keepId: string }>(db, 'SELECT keep_id AS keepId FROM body_merged WHERE gone_id = ?').get(
    goneId
  )?.keepId
}
