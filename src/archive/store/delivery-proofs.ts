import type { Proof } from '#contract/operations/distribution.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

type Row = Omit<Proof, 'deliveryIds' | 'others'>

const PROOF = `p.id AS id, p.sha256 AS sha256, p.name AS name, p.media_type AS mediaType, p.bytes AS bytes, p.note AS note,
  p.attached_at AS attachedAt, p.attached_by AS attachedBy`

/** Scans of signed sheets that prove deliveries of a document, oldest first. */
export function documentProofs(db: ReadableDb, documentId: string): Proof[] {
  return prepared<[string], Row>(
    db,
    `SELECT DISTINCT ${PROOF} FROM delivery v JOIN delivery_proof_of o ON o.delivery_id = v.id
     JOIN delivery_proof p ON p.id = o.proof_id WHERE v.document_id = ? AND v.cancelled_on IS NULL ORDER BY p.n`
  )
    .all(documentId)
    .map((row) => {
      const all = provedBy(db, row.id)
      const own = all.filter((one) => one.documentId === documentId)
      return { ...row, deliveryIds: own.map((one) => one.id), others: all.length - own.length }
    })
}

/** One proof with every delivery it proves. */
export function proofById(db: ReadableDb, id: string): Proof | undefined {
  const row = prepared<[string], Row>(db, `SELECT ${PROOF} FROM delivery_proof p WHERE p.id = ?`).get(id)
  return row && { ...row, deliveryIds: provedBy(db, id).map((one) => one.id), others: 0 }
}

/** The file of a proof of one of a document's deliveries, by its hash. */
export function proofFile(
  db: ReadableDb,
  documentId: string,
  sha256: string
): Readonly<{ name: string; mediaType: string; bytes: number }> | undefined {
  return prepared<[string, string], { name: string; mediaType: string; bytes: number }>(
    db,
    `SELECT p.name AS name, p.media_type AS mediaType, p.bytes AS bytes FROM delivery_proof p
     JOIN delivery_proof_of o ON o.proof_id = p.id JOIN delivery v ON v.id = o.delivery_id
     WHERE p.sha256 = ? AND v.document_id = ? LIMIT 1`
  ).get(sha256, documentId)
}

type Proved = Readonly<{ id: Proof['deliveryIds'][number]; documentId: string }>

function provedBy(db: ReadableDb, proofId: string): readonly Proved[] {
  return prepared<[string], Proved>(
    db,
    `SELECT v.id AS id, v.document_id AS documentId FROM delivery_proof_of o JOIN delivery v ON v.id = o.delivery_id
     WHERE o.proof_id = ? AND v.cancelled_on IS NULL ORDER BY v.n`
  ).all(proofId)
}
