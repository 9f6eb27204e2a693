import type { LineageView } from '#contract/operations/lineage.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { foldBranches } from './branches.ts'
import type { LineageEdge } from './lineage-columns.ts'
import { narrow } from './lineage-graph.ts'
import { type Summary, summarise } from './summarise.ts'

/** First day of a term and of the one after it; null: open. */
export type Term = Readonly<{ from: string | null; to: string | null }>

export type Wanted = Readonly<{
  stubs: boolean
  /** Empty: every relation. */
  relations: readonly Relation[]
  /** Empty: every term. */
  terms: readonly Term[]
  folded: ReadonlySet<string>
  opened: ReadonlyMap<string, number>
  /** Boxes a person opened: never told as part of many. */
  expanded: readonly string[]
  path: LineageView | null
  termStarts: readonly string[]
}>

/** `path`: keys of the lines on the path asked for; null: none was asked for. */
export type Drawn = Summary & Readonly<{ path: ReadonlySet<string> | null; pathNodes: ReadonlySet<string> }>

export function edgeKey(edge: LineageEdge): string {
  return `${edge.from}\n${edge.to}\n${edge.relation}`
}

/** What is drawn and listed: the trace with the path in it, without what is filtered out or folded away, many told as one. */
export function drawnView(whole: LineageView, wanted: Wanted): Drawn {
  const { path } = wanted
  const pathNodes = new Set(path?.nodes.map((node) => node.id) ?? [])
  const joined = path ? withPath(whole, path) : whole
  const relations = new Set(wanted.relations)
  const narrowed = narrow(joined, {
    stubs: wanted.stubs,
    keepsEdge: (edge) => relations.size === 0 || relations.has(edge.relation),
    keepsNode: (node) => wanted.terms.length === 0 || wanted.terms.some((term) => inTerm(node.issuedOn, term)),
    kept: pathNodes
  })
  const folded = foldBranches(narrowed, wanted.folded, pathNodes)
  const kept = new Set([...pathNodes, ...wanted.expanded])
  const summary = summarise(folded, { kept, opened: wanted.opened, termStarts: wanted.termStarts })
  return { ...summary, path: path ? new Set(path.edges.map(edgeKey)) : null, pathNodes }
}

function withPath(whole: LineageView, path: LineageView): LineageView {
  const nodes = new Map([...path.nodes, ...whole.nodes].map((node) => [node.id, node]))
  const edges = new Map([...path.edges, ...whole.edges].map((edge) => [edgeKey(edge), edge]))
  return { ...whole, nodes: [...nodes.values()], edges: [...edges.values()] }
}

/** A document without a day may be of any term. */
function inTerm(issuedOn: string | null, { from, to }: Term): boolean {
  return issuedOn === null || ((from === null || issuedOn >= from) && (to === null || issuedOn < to))
}
