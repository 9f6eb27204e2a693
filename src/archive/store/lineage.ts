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
import { statusesOn } from './validity.ts'

const STUB = 'stub:'
/** More edges than a drawing can use: a hub cited by thousands is read no further (performance.md §7). */
const MOST_EDGES = 5000
/** Nodes a search for a path looks at before it gives up. */
const MOST_SEARCHED = 20_000
/** Pairs read in one step of it: more nodes than are looked at. */
const MOST_BESIDE = 50_000
/** Few enough that what is beside them seldom comes near it. */
const NODES_AT_ONCE = 250
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
  const ids = made.nodes.map((node) => node.id)
  const hidden = hiddenBeside(db, ids)
  const statusOf = statusesOn(db, ids, on)
  const waits = unansweredDays(db, today)
  return {
    root: made.root,
    truncated: made.truncated,
    edges: [...made.edges],
    nodes: made.nodes.map((node) => ({
      ...node,
      documentType: node.documentType as LineageView['nodes'][number]['documentType'],
      hidden: hidden.get(node.id)?.size ?? 0,
      validity: node.held ? statusOf(node.id) : ('in-force' as const),
      unansweredDays: node.held && node.level !== null && node.level !== 'XA' ? waits(node.id) : null
    }))
  }
}

/** What stands beside each of the nodes that are shown and is not shown itself. */
function hiddenBeside(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const shown = new Set(ids)
  const beside = besideOf(db)
  const hidden = new Map<string, Set<string>>()
  for (let from = 0; from < ids.length; from += NODES_AT_ONCE) {
    const some = ids.slice(from, from + NODES_AT_ONCE)
    for (const [id, other] of [...beside(some, 'up'), ...beside(some, 'down')]) {
      if (!shown.has(other)) hidden.set(id, (hidden.get(id) ?? new Set()).add(other))
    }
  }
  return hidden
}

/** What stands beside nodes, without a word of what is between them: one question for all of them, read from the indexes. */
function besideOf(db: ReadableDb): Beside {
  const documents = (sql: string) => prepared<[string, number]>(db, sql).raw()
  const up = documents(
    `SELECT DISTINCT j.value, coalesce(c.target_id, '${STUB}' || c.identity) FROM json_each(?) j
     CROSS JOIN citation c ON c.document_id = j.value WHERE c.status <> 'rejected' LIMIT ?`
  )
  const down = documents(
    `SELECT DISTINCT j.value, c.document_id FROM json_each(?) j
     CROSS JOIN citation c ON c.target_id = j.value LIMIT ?`
  )
  const stub = documents(
    `SELECT DISTINCT '${STUB}' || j.value, c.document_id FROM json_each(?) j CROSS JOIN citation c ON c.identity = j.value
     WHERE c.target_id IS NULL AND c.status <> 'rejected' LIMIT ?`
  )
  type Pairs = (readonly [string, string])[]
  return (ids, way) => {
    const held = JSON.stringify(ids.filter((id) => !id.startsWith(STUB)))
    if (way === 'up') return up.all(held, MOST_BESIDE) as Pairs
    const stubs = ids.filter((id) => id.startsWith(STUB)).map((id) => id.slice(STUB.length))
    const citing = down.all(held, MOST_BESIDE) as Pairs
    return stubs.length === 0 ? citing : [...citing, ...(stub.all(JSON.stringify(stubs), MOST_BESIDE) as Pairs)]
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
