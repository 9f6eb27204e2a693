import type { LineageView } from '#contract/operations/citations.ts'
import type { InputOf } from '#contract/operations.ts'
import type { LineageEdge, LineageNode } from '#domain/lineage/graph.ts'
import { trace } from '#domain/lineage/trace.ts'
import { documentLevel } from '#domain/vocabulary/issuer-codes.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { StoredCitation } from './citations.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'

const STUB = 'stub:'
/** More edges than a trace may have nodes: a hub cited by thousands is read no further (performance.md §7). */
const MOST_EDGES = 1500
const EDGE = 'document_id, target_id, identity, relation, status, quote'
type EdgeRow = Pick<StoredCitation, 'document_id' | 'target_id' | 'identity' | 'relation' | 'status' | 'quote'>

/** Citing and cited documents around one, walked step by step with prepared statements, never as one recursive query. */
export function traceLineage(db: ReadableDb, input: InputOf<'lineage.trace'>): LineageView {
  const { documentId: root, direction, depth } = input
  const made = trace(
    { root, direction, depth, limit: input.limit ?? 200 },
    (id, way) => (way === 'up' ? citedEdges(db, id) : citingEdges(db, id)),
    (id) => nodeOf(db, id)
  )
  return {
    root: made.root,
    truncated: made.truncated,
    edges: [...made.edges],
    nodes: made.nodes.map((node) => ({
      ...node,
      documentType: node.documentType as LineageView['nodes'][number]['documentType']
    }))
  }
}

/** What a document cites: documents, and stubs for what is not held or not yet decided. A stub cites nothing we know. */
function citedEdges(db: ReadableDb, id: string): LineageEdge[] {
  if (id.startsWith(STUB)) return []
  return prepared<[string], EdgeRow>(
    db,
    `SELECT ${EDGE} FROM citation WHERE document_id = ? AND status <> 'rejected' ORDER BY position, key`
  )
    .all(id)
    .map(edgeOf)
}

function citingEdges(db: ReadableDb, id: string): LineageEdge[] {
  const rows = id.startsWith(STUB)
    ? prepared<[string, number], EdgeRow>(
        db,
        `SELECT ${EDGE} FROM citation WHERE identity = ? AND target_id IS NULL AND status <> 'rejected' LIMIT ?`
      ).all(id.slice(STUB.length), MOST_EDGES)
    : prepared<[string, number], EdgeRow>(db, `SELECT ${EDGE} FROM citation WHERE target_id = ? LIMIT ?`).all(
        id,
        MOST_EDGES
      )
  return rows.map(edgeOf)
}

function edgeOf(row: EdgeRow): LineageEdge {
  return {
    from: row.document_id,
    to: row.target_id ?? STUB + row.identity,
    relation: row.relation,
    status: row.status === 'rejected' ? 'missing' : row.status,
    quote: row.quote
  }
}

function nodeOf(db: ReadableDb, id: string): LineageNode {
  if (id.startsWith(STUB)) return stubNode(db, id)
  const line = documentLine(db, id)
  const {
    reference = null,
    documentType = null,
    issuedOn = null,
    issuer = null,
    level = null,
    subject = null
  } = line ?? {}
  return { id, reference, documentType, issuedOn, issuer, level, subject, held: line !== undefined }
}

function stubNode(db: ReadableDb, id: string): LineageNode {
  const row = prepared<[string], StoredCitation>(
    db,
    `SELECT * FROM citation WHERE identity = ? AND target_id IS NULL AND status <> 'rejected'
     ORDER BY issuer IS NULL, document_type IS NULL, document_id, key LIMIT 1`
  ).get(id.slice(STUB.length))
  const symbol = row?.reference?.replace(/^\d+\p{Ll}?[-/]/u, '') ?? ''
  return {
    id,
    reference: row?.reference ?? row?.raw ?? null,
    documentType: row?.document_type ?? null,
    issuedOn: row?.issued_on ?? null,
    issuer: row?.issuer ?? null,
    level: row ? documentLevel(symbol, row.issuer) : null,
    subject: null,
    held: false
  }
}
