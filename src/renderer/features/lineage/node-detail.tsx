import { Button } from '../../components/button.tsx'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { Drawn } from './drawn-view.ts'
import type { LineageNode } from './lineage-columns.ts'
import { pathBetween } from './lineage-graph.ts'
import { EdgeBadge } from './lineage-list.tsx'
import { groupDetail, shortName } from './node-box.tsx'

type NodeDetailProps = Readonly<{
  view: Drawn
  node: LineageNode
  canFold: boolean
  onOpen(): void
  onRoot(): void
  onExpand(): void
  onFold(): void
  onPath(): void
}>

/** The current box: what it is, and the sentence that ties it into the chain to the root. */
export function NodeDetail(props: NodeDetailProps) {
  const { view, node } = props
  const isRoot = node.id === view.root
  const group = view.groups.get(node.id)
  const edge = isRoot ? undefined : pathBetween(view, view.root, node.id).at(-1)
  const name = group ? words.group(group.members.length, words.groupLevels[group.level]) : shortName(node)
  return (
    <section className="lineage-now" aria-label={name}>
      <p>
        <b className="ref">{name}</b> <span className="num muted">{showDay(group ? null : node.issuedOn)}</span>
      </p>
      {group && <p className="muted">{groupDetail(group)}</p>}
      {node.issuer && <p className="muted">{node.issuer}</p>}
      {node.subject && <p>{node.subject}</p>}
      {node.validity !== 'in-force' && <p className="danger-text">{words.validity[node.validity]}</p>}
      {node.unansweredDays !== null && <p className="warn-text">{words.unansweredFor(node.unansweredDays)}</p>}
      {edge && (
        <>
          <EdgeBadge edge={edge} />
          {edge.quote && <p className="quote">{edge.quote}</p>}
        </>
      )}
      <div className="row">
        {node.held && !group && (
          <Button small onPress={props.onOpen}>
            {words.open}
          </Button>
        )}
        {node.held && !group && !isRoot && (
          <Button small onPress={props.onRoot}>
            {words.makeRoot}
          </Button>
        )}
        {(group || node.hidden > 0) && (
          <Button small onPress={props.onExpand}>
            {group ? words.openGroup : words.expand(node.hidden)}
          </Button>
        )}
        {props.canFold && (
          <Button small onPress={props.onFold}>
            {words.fold}
          </Button>
        )}
        {node.held && !group && !isRoot && (
          <Button small onPress={props.onPath}>
            {words.path.here}
          </Button>
        )}
      </div>
    </section>
  )
}
