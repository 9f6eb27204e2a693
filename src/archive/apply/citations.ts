import type { WritableDb } from '../archive-context.ts'
import type { CitationDecision } from '../ledger/events.ts'
import { prepared } from '../store/db/prepared.ts'
import type { Appliers } from './appliers.ts'

export const applyCitations: Appliers<'citation-decided' | 'citation-added' | 'citation-removed'> = {
  'citation-decided': (db, { data }) => {
    decide(db, data.documentId, data.key, data.decision)
  },
  'citation-added': (db, { data }) => {
    prepared<unknown[]>(
      db,
      `INSERT INTO citation_added(document_id, key, reference, document_type, issued_on, issuer, relation, quote, target_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ).run(
      data.documentId,
      data.key,
      JSON.stringify(data.reference),
      data.documentType,
      data.issuedOn,
      data.issuer,
      data.relation,
      data.quote,
      data.target
    )
  },
  'citation-removed': (db, { data }) => {
    prepared<[string, string]>(db, 'DELETE FROM citation_added WHERE document_id = ? AND key = ?').run(
      data.documentId,
      data.key
    )
  }
}

/** What a citation points to and how it stands to it are decided apart: choosing the one keeps the other. */
function decide(db: WritableDb, documentId: string, key: string, decision: CitationDecision): void {
  const slot = decision.kind === 'relation' ? 'relation' : 'target'
  prepared<[string, string, string]>(
    db,
    'DELETE FROM citation_decision WHERE document_id = ? AND key = ? AND slot = ?'
  ).run(documentId, key, slot)
  if (decision.kind === 'undecided' || (decision.kind === 'relation' && decision.relation === null)) return
  const newest = prepared<[], { n: number | null }>(db, 'SELECT max(n) AS n FROM document').get()?.n ?? 0
  prepared<unknown[]>(
    db,
    `INSERT INTO citation_decision(document_id, key, slot, kind, target_id, relation, seen_n)
     VALUES (?, ?, ?, ?, ?, ?, ?)`
  ).run(
    documentId,
    key,
    slot,
    decision.kind,
    decision.kind === 'link' ? decision.documentId : null,
    decision.kind === 'relation' ? decision.relation : null,
    newest
  )
}
