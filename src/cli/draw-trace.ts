import type { LineageView } from '#contract/operations/lineage.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { LINK_WORDS, showDay, words } from './words.ts'

type Node = LineageView['nodes'][number]
type Edge = LineageView['edges'][number]

/** The lineage as two trees from its root: what it rests on, and what rests on it. A node met again is only named. */
export function drawTrace(lineage: LineageView, direction: 'up' | 'down' | 'both'): readonly string[] {
  const root = lineage.nodes.find((node) => node.id === lineage.root)
  const lines = root ? [describe(root)] : []
  if (direction !== 'down') lines.push('', `${words.up}:`, ...branches(lineage, 'up'))
  if (direction !== 'up') lines.push('', `${words.down}:`, ...branches(lineage, 'down'))
  if (lineage.truncated) lines.push('', words.truncated)
  return lines
}

function branches(lineage: LineageView, way: 'up' | 'down'): readonly string[] {
  const nodes = new Map(lineage.nodes.map((node) => [node.id, node]))
  const seen = new Set([lineage.root])
  const lines: string[] = []
  function walk(from: string, indent: string): void {
    const edges = lineage.edges.filter((edge) => (way === 'up' ? edge.from : edge.to) === from)
    for (const [index, edge] of edges.entries()) {
      const last = index === edges.length - 1
      const other = way === 'up' ? edge.to : edge.from
      const node = nodes.get(other)
      if (!node) continue
      const again = seen.has(other)
      lines.push(
        `${indent}${last ? '└─' : '├─'} ${relation(edge, way)} ${describe(node)}${again ? ` ${words.again}` : ''}`
      )
      if (again) continue
      seen.add(other)
      walk(other, `${indent}${last ? '   ' : '│  '}`)
    }
  }
  walk(lineage.root, '  ')
  return lines.length ? lines : [`  ${words.nothing}`]
}

function relation(edge: Edge, way: 'up' | 'down'): string {
  const { name } = RELATIONS[edge.relation]
  const doubt = edge.status === 'linked' || edge.status === 'missing' ? '' : `, ${LINK_WORDS[edge.status]}`
  return way === 'up' ? `${name}${doubt} →` : `← ${name}${doubt}:`
}

function describe(node: Node): string {
  const parts = [node.reference ?? words.noReference, node.issuedOn ? showDay(node.issuedOn) : null, node.issuer]
  const subject = node.held ? (node.subject ?? words.noSubject) : words.stub
  return `${parts.filter(Boolean).join(', ')} (${subject})`
}
