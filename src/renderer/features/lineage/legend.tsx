import { lineageWords as words } from '../../strings/lineage.ts'
import type { Drawn } from './drawn-view.ts'

/** How much is drawn and listed. */
export function Counts(props: Readonly<{ view: Drawn }>) {
  const { view } = props
  const documents = view.nodes.reduce((sum, node) => sum + (view.groups.get(node.id)?.members.length ?? 1), 0)
  const grouped = [...view.groups.values()].reduce((sum, group) => sum + group.members.length, 0)
  const missing = view.nodes.filter((node) => !node.held).length
  const unclear = view.edges.filter((edge) => edge.status === 'ambiguous' || edge.status === 'date-mismatch').length
  return (
    <p className="lineage-counts num" role="status">
      {words.counts(documents, grouped, view.edges.length, missing, unclear)}
      {view.truncated && ` · ${words.truncated}`}
    </p>
  )
}

/** What the lines mean. */
export function Legend() {
  return (
    <div className="lineage-legend">
      <span>
        <i className="directs" /> {words.legend.directs}
      </span>
      <span>
        <i /> {words.legend.talks}
      </span>
      <span>
        <i className="validity" /> {words.legend.validity}
      </span>
      <span>
        <i className="stub" /> {words.legend.stub}
      </span>
      <span title={words.legend.arrow}>
        <b className="more">+3</b> {words.legend.hidden}
      </span>
    </div>
  )
}
