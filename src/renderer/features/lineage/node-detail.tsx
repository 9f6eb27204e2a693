import type { LineageView } from '#contract/operations/lineage.ts'
import { Button } from '../../components/button.tsx'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { LineageNode } from './lineage-columns.ts'
import { pathBetween } from './lineage-graph.ts'
import { EdgeBadge } from './lineage-list.tsx'

/** The current box: what it is, and the sentence that ties it into the chain to the root. */
export function NodeDetail(props: Readonly<{ view: LineageView; node: LineageNode; onOpen(): void; onRoot(): void }>) {
  const { view, node } = props
  const isRoot = node.id === view.root
  const edge = isRoot ? undefined : pathBetween(view, view.root, node.id).at(-1)
  return (
    <section className="lineage-now" aria-label={node.reference ?? words.noReference}>
      <p>
        <b className="ref">{node.reference ?? words.noReference}</b>{' '}
        <span className="num muted">{showDay(node.issuedOn)}</span>
      </p>
      {node.issuer && <p className="muted">{node.issuer}</p>}
      {node.subject && <p>{node.subject}</p>}
      {edge && (
        <>
          <EdgeBadge edge={edge} />
          {edge.quote && <p className="quote">{edge.quote}</p>}
        </>
      )}
      {node.held && (
        <div className="row">
          <Button small onPress={props.onOpen}>
            {words.open}
          </Button>
          {!isRoot && (
            <Button small onPress={props.onRoot}>
              {words.makeRoot}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
