import type { LineageView } from '#contract/operations/lineage.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import type { Lineage, LineageEdge, LineageNode } from '#domain/lineage/graph.ts'
import { type Beside, shortestPaths } from '#domain/lineage/paths.ts'
import { trace } from '#domain/lineage/trace.ts'
import { documentLevel } from '#domain/vocabulary/issuer-codes.ts'
import type { ReadableDb } from '../archive-context.ts'
import type { StoredCitation } from './citations.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'
import { unansweredDays } from './unanswered.ts'
import { statusOn } from './validity.ts'

const STUB = 'stub:'
/** More edges than a drawing can use: a hub cited by thousands is read no further (performance.md §7). */
const MOST_EDGES = 5000
/** Nodes a search for a path looks at before it gives up. */
const MOST_SEARCHED = 20_000
const EDGE = 'document_id, target_id, identity, relation, status, quote'
type EdgeRow = Pick<StoredCitation, 'document_id' | 'target_id' | 'identity' | 'relation' | 'status' | 'quote'>
type Asked = Pick<CheckedInputOf<'lineage.trace'>, 'documentId' | 'direction' | 'depth'> &
  Partial<Pick<CheckedInputOf<'lineage.trace'>, 'limit' | 'expanded' | 'on'>>

/** Citing and cited documents around one, walked step by step with prepared statements, never as one recursive query. */
export function traceLineage(db: ReadableDb, asked: Asked, today: string): LineageView {
  const { documentId: root, direction, depth, expanded = [], limit = 200 } = asked
  const made = trace(
    { root, direction, depth, limit, expanded },
    (id, way) => (way === 'up' ? citedEdges(db, id) : citingEdges(db, id)),
    (id) => nodeOf(db, id)
  )
  return viewOf(db, made, asked.on ?? null, today)
}

/** All shortest paths between two documents, with every relation between neighbours on them. */
export function lineagePath(
  db: ReadableDb,
  asked: Readonly<{ from: string; to: string; on?: string | null }>,
  today: string
): OutputOf<'lineage.path'> {
  const { paths, cut } = shortestPaths(asked.from, asked.to, besideOf(db), MOST_SEARCHED)
  const ids = new Set([asked.from])
  // As the path goes: each step begins where an earlier one ended.
  for (const id of ids) for (const step of paths?.steps ?? []) if (step.from === id) ids.add(step.to)
  ids.add(asked.to)
  const steps = new Set((paths?.steps ?? []).flatMap(({ from, to }) => [`${from}\n${to}`, `${to}\n${from}`]))
  const edges = new Map<string, LineageEdge>()
  for (const id of ids) {
    for (const edge of citedEdges(db, id)) {
      if (steps.has(`${edge.from}\n${edge.to}`)) edges.set(`${edge.from}\n${edge.to}\n${edge.relation}`, edge)
    }
  }
  const nodes = [...ids].map((id) => nodeOf(db, id))
  const made = { root: asked.from, nodes, edges: [...edges.values()], truncated: cut }
  return {
    ...viewOf(db, made, asked.on ?? null, today),
    to: asked.to,
    way: paths?.way ?? null,
    length: paths?.length ?? 0
  }
}

function viewOf(db: ReadableDb, made: Lineage, on: string | null, today: string): LineageView {
  const shown = new Set(made.nodes.map((node) => node.id))
  const beside = besideOf(db)
  const waits = unansweredDays(db, today)
  return {
    root: made.root,
    truncated: made.truncated,
    edges: [...made.edges],
    nodes: made.nodes.map((node) => {
      const others = new Set([...beside(node.id, 'up'), ...beside(node.id, 'down')])
      return {
        ...node,
        documentType: node.documentType as LineageView['nodes'][number]['documentType'],
        hidden: others.size === 0 ? 0 : [...others].filter((id) => !shown.has(id)).length,
        validity: node.held ? statusOn(db, node.id, on).status : ('in-force' as const),
        unansweredDays: node.held && node.level !== null && node.level !== 'XA' ? waits(node.id) : null
      }
    })
  }
}

/** Ids beside a node, without a word of what stands between them: read from the indexes alone. */
function besideOf(db: ReadableDb): Beside {
  type Row = Readonly<{ id: string }>
  const up = prepared<[string], Row>(
    db,
    `SELECT DISTINCT coalesce(target_id, '${STUB}' || identity) AS id FROM citation
     WHERE document_id = ? AND status <> 'rejected'`
  )
  const down = prepared<[string, number], Row>(
    db,
    'SELECT DISTINCT document_id AS id FROM citation WHERE target_id = ? LIMIT ?'
  )
  const stub = prepared<[string, number], Row>(
    db,
    `SELECT DISTINCT document_id AS id FROM citation
     WHERE identity = ? AND target_id IS NULL AND status <> 'rejected' LIMIT ?`
  )
  return (id, way) => {
    if (!id.startsWith(STUB)) return (way === 'up' ? up.all(id) : down.all(id, MOST_EDGES)).map((row) => row.id)
    return way === 'up' ? [] : stub.all(id.slice(STUB.length), MOST_EDGES).map((row) => row.id)
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
