import type { LineageView } from '#contract/operations/lineage.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { Badge } from '../../components/badge.tsx'
import { RelationBadge } from '../../components/relation-badge.tsx'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { LineageEdge, LineageNode } from './lineage-columns.ts'
import { type ListPart, listParts, pathBetween } from './lineage-graph.ts'

/** The same as the drawing, as a list: who stands above, beside and below, by which relation, through which document. */
export function LineageList(props: Readonly<{ view: LineageView; current: string; onCurrent(id: string): void }>) {
  const { view } = props
  const root = view.nodes.find((node) => node.id === view.root)
  const titles: Readonly<Record<ListPart['part'], (part: ListPart) => string>> = {
    above: () => words.above(root?.reference ?? words.noReference),
    same: () => words.same,
    below: (part) => words.below(part.nodes.length)
  }
  return (
    <div className="scroll grow lineage-list">
      {listParts(view).map((part) => (
        <section key={part.part} aria-label={titles[part.part](part)}>
          <h3>{titles[part.part](part)}</h3>
          <ul>
            {part.nodes.map((node) => (
              <li key={node.id} aria-current={node.id === props.current || undefined}>
                <ListLine view={view} node={node} onCurrent={props.onCurrent} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function ListLine(props: Readonly<{ view: LineageView; node: LineageNode; onCurrent(id: string): void }>) {
  const { view, node } = props
  const direct = view.edges.find(
    (edge) => (edge.from === view.root && edge.to === node.id) || (edge.from === node.id && edge.to === view.root)
  )
  const others = view.edges.filter((edge) => edge.from === node.id && edge.to !== view.root)
  const where = node.held ? [node.issuer, showDay(node.issuedOn)] : [node.issuer, showDay(node.issuedOn), words.notHeld]
  return (
    <button type="button" onClick={() => props.onCurrent(node.id)}>
      <span className="ref clip">{node.reference ?? node.subject ?? words.noReference}</span>
      <span>
        {direct ? <EdgeBadge edge={direct} /> : <Badge tone="plain">{words.through(throughName(view, node))}</Badge>}
      </span>
      <span className="d">{where.filter(Boolean).join(' · ')}</span>
      {others.length > 0 && (
        <span className="d">
          {others.map((edge) => words.cites(RELATIONS[edge.relation].name, nameOf(view, edge.to))).join('; ')}
        </span>
      )}
    </button>
  )
}

export function EdgeBadge(props: Readonly<{ edge: LineageEdge }>) {
  const { edge } = props
  if (edge.status === 'ambiguous' || edge.status === 'date-mismatch')
    return <Badge tone="warn">{words.status[edge.status]}</Badge>
  if (edge.status === 'missing') return <Badge tone="stub">{words.status.missing}</Badge>
  return <RelationBadge relation={edge.relation} />
}

/** The neighbour on the chain from the root: "qua 46-KH/HU". */
function throughName(view: LineageView, node: LineageNode): string {
  const last = pathBetween(view, view.root, node.id).at(-1)
  return last ? nameOf(view, last.from === node.id ? last.to : last.from) : ''
}

function nameOf(view: LineageView, id: string): string {
  const node = view.nodes.find((one) => one.id === id)
  return node?.reference ?? node?.subject ?? words.noReference
}
