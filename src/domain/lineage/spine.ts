import { LEVELS } from '../vocabulary/levels.ts'
import type { Relation } from '../vocabulary/relations.ts'
import type { LineageEdge, LineageNode } from './graph.ts'

/** How plainly a relation says "this is what we carry out"; the others carry nothing down. */
const RANK: readonly Relation[] = [
  'implements',
  'continues-implementing',
  'in-spirit-of',
  'based-on',
  'on-opinion-of',
  'replies-to',
  'follows',
  'forwards'
]

/** Whether a relation says that an order is carried out or handed on. */
export function carriesOut(relation: Relation): boolean {
  return RANK.includes(relation)
}

/** One step of a chain: the citing document's sentence on the one above it. */
export type SpineStep = Readonly<{ node: LineageNode; edge: LineageEdge }>

/**
 * The one chain of orders above a document (phiếu truy vết): at each step what it carries out most plainly, of those the
 * lowest superior, the newest first. A paper of a lower level directs nobody.
 */
export function spineAbove(
  root: string,
  nodes: ReadonlyMap<string, LineageNode>,
  edges: readonly LineageEdge[]
): readonly SpineStep[] {
  const steps: SpineStep[] = []
  const seen = new Set([root])
  let here = root
  for (;;) {
    const own = height(nodes.get(here))
    const [next] = edges
      .filter((edge) => edge.from === here && !seen.has(edge.to) && carriesOut(edge.relation))
      .flatMap((edge) => {
        const node = nodes.get(edge.to)
        return node && height(node) <= own ? [{ node, edge }] : []
      })
      .sort(better)
    if (!next) return steps
    steps.push(next)
    seen.add(next.node.id)
    here = next.node.id
  }
}

function better(a: SpineStep, b: SpineStep): number {
  return (
    RANK.indexOf(a.edge.relation) - RANK.indexOf(b.edge.relation) ||
    Number(b.node.held) - Number(a.node.held) ||
    height(b.node) - height(a.node) ||
    (b.node.issuedOn ?? '').localeCompare(a.node.issuedOn ?? '')
  )
}

function height(node: LineageNode | undefined): number {
  return node?.level ? LEVELS.indexOf(node.level) : LEVELS.length
}
