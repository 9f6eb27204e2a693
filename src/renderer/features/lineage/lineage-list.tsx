import { Badge } from '../../components/badge.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { Drawn } from './drawn-view.ts'
import { edgeName, isOpen } from './edge-line.tsx'
import type { LineageEdge, LineageNode } from './lineage-columns.ts'
import { edgesAt, type ListPart, listParts, pathBetween } from './lineage-graph.ts'
import { groupDetail, shortName } from './node-box.tsx'

type ListProps = Readonly<{ view: Drawn; current: string; onCurrent(id: string): void; onExpand(id: string): void }>

/** The same as the drawing, as a list: who stands above, beside and below, by which relation, through which document. */
export function LineageList(props: ListProps) {
  const { view } = props
  const nodes = new Map(view.nodes.map((node) => [node.id, node]))
  const nameOf = (id: string) => {
    const node = nodes.get(id)
    const group = view.groups.get(id)
    if (group) return words.group(group.members.length, words.groupLevels[group.level])
    return node ? shortName(node) : words.noReference
  }
  const line = (node: LineageNode) => (
    <li key={node.id} aria-current={node.id === props.current || undefined}>
      <ListLine {...props} node={node} nameOf={nameOf} />
    </li>
  )
  if (view.path) {
    const order = [...view.pathNodes]
    const onPath = order.flatMap((id) => nodes.get(id) ?? [])
    return (
      <div className="scroll grow lineage-list">
        <section aria-label={words.path.list}>
          <h3>{words.path.list}</h3>
          <ul>{onPath.map(line)}</ul>
        </section>
      </div>
    )
  }
  const titles: Readonly<Record<ListPart['part'], (part: ListPart) => string>> = {
    above: () => words.above(nameOf(view.root)),
    same: () => words.same,
    below: (part) => words.below(documents(view, part.nodes))
  }
  return (
    <div className="scroll grow lineage-list">
      {listParts(view).map((part) => (
        <section key={part.part} aria-label={titles[part.part](part)}>
          <h3>{titles[part.part](part)}</h3>
          <ul>{part.nodes.map(line)}</ul>
        </section>
      ))}
    </div>
  )
}

/** A group counts for all it stands for. */
function documents(view: Drawn, nodes: readonly LineageNode[]): number {
  return nodes.reduce((sum, node) => sum + (view.groups.get(node.id)?.members.length ?? 1), 0)
}

function ListLine(props: ListProps & Readonly<{ node: LineageNode; nameOf(id: string): string }>) {
  const { view, node, nameOf } = props
  const group = view.groups.get(node.id)
  const lines = (edgesAt(view).get(node.id) ?? []).filter((edge) => !view.path || view.pathNodes.has(other(edge, node)))
  const direct =
    node.id === view.root ? undefined : lines.find((edge) => edge.from === view.root || edge.to === view.root)
  const cited = lines.filter((edge) => edge.from === node.id && (view.path !== null || edge.to !== view.root))
  const where = group ? [groupDetail(group)] : [node.issuer, showDay(node.issuedOn), node.held ? null : words.notHeld]
  const states = [
    node.validity === 'in-force' ? null : words.validity[node.validity],
    node.unansweredDays === null ? null : words.unansweredFor(node.unansweredDays),
    node.hidden > 0 && !group ? words.hidden(node.hidden) : null
  ].filter(Boolean)
  return (
    <button type="button" onClick={() => (group ? props.onExpand(node.id) : props.onCurrent(node.id))}>
      <span className="ref clip">{nameOf(node.id)}</span>
      <span>
        {node.id === view.root ? (
          <Badge tone="plain">{words.root}</Badge>
        ) : direct ? (
          <EdgeBadge edge={direct} />
        ) : view.path ? null : (
          <Badge tone="plain">{words.through(throughName(view, node, nameOf))}</Badge>
        )}
      </span>
      <span className="d">{where.filter(Boolean).join(' · ')}</span>
      {states.length > 0 && <span className="d state">{states.join(' · ')}</span>}
      {cited.length > 0 && (
        <span className="d">{cited.map((edge) => words.cites(edgeName(edge), nameOf(edge.to))).join('; ')}</span>
      )}
    </button>
  )
}

export function EdgeBadge(props: Readonly<{ edge: LineageEdge }>) {
  const { edge } = props
  if (isOpen(edge)) return <Badge tone="warn">{edgeName(edge)}</Badge>
  if (edge.status === 'missing') return <Badge tone="stub">{words.status.missing}</Badge>
  return <RelationBadge relation={edge.relation} />
}

function other(edge: LineageEdge, node: LineageNode): string {
  return edge.from === node.id ? edge.to : edge.from
}

/** The neighbour on the chain from the root: "qua 46-KH/HU". */
function throughName(view: Drawn, node: LineageNode, nameOf: (id: string) => string): string {
  const last = pathBetween(view, view.root, node.id).at(-1)
  return last ? nameOf(other(last, node)) : ''
}
