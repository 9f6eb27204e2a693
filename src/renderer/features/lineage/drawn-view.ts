import type { LineageView } from '#contract/operations/lineage.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { relationFamily } from '../../components/relation-badge.tsx'
import { foldBranches } from './branches.ts'
import type { LineageEdge } from './lineage-columns.ts'
import { narrow } from './lineage-graph.ts'
import { type Summary, summarise } from './summarise.ts'

export type RelationChoice = 'all' | 'directs' | 'talks' | 'validity' | Relation

export type Wanted = Readonly<{
  stubs: boolean
  relation: RelationChoice
  /** First day of the term and of the one after it; null: open. */
  term: Readonly<{ from: string | null; to: string | null }>
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
  const narrowed = narrow(joined, {
    stubs: wanted.stubs,
    keepsEdge: (edge) => fits(edge, wanted.relation),
    keepsNode: (node) => inTerm(node.issuedOn, wanted.term),
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

function fits(edge: LineageEdge, choice: RelationChoice): boolean {
  switch (choice) {
    case 'all':
      return true
    case 'directs':
    case 'talks':
    case 'validity':
      return relationFamily(edge.relation) === choice
    default:
      return edge.relation === choice
  }
}

/** A document without a day may be of any term. */
function inTerm(issuedOn: string | null, { from, to }: Wanted['term']): boolean {
  return issuedOn === null || ((from === null || issuedOn >= from) && (to === null || issuedOn < to))
}
