import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { scaleOf, useAppearance } from '../../app/appearance.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { type Drawn, edgeKey } from './drawn-view.ts'
import { EdgeLine, edgeClass, edgeName } from './edge-line.tsx'
import type { LineageEdge } from './lineage-columns.ts'
import { neighbour, pathBetween } from './lineage-graph.ts'
import { type LineageLayout, layoutLineage } from './lineage-layout.ts'
import { NodeBox, shortName } from './node-box.tsx'
import { Grid, Heads, Markers } from './picture-grid.tsx'
import { placeNames } from './place-names.ts'

/** Above so many lines only those of the current document and of the path are named, or the names hide each other. */
const MOST_NAMES = 22

type PictureProps = Readonly<{
  view: Drawn
  zoom: number
  current: string
  onCurrent(id: string): void
  onOpen(id: string): void
  onExpand(id: string): void
}>

/** Level × time; arrows go from box to box, Enter opens. The list beside says the same in words. */
export function LineagePicture(props: PictureProps) {
  const { view, current } = props
  const [pointed, setPointed] = useState<LineageEdge | null>(null)
  const layout = useMemo(() => layoutLineage(view), [view])
  const toRoot = useMemo(
    () => new Set((current === view.root ? [] : pathBetween(view, view.root, current)).map(edgeKey)),
    [view, current]
  )
  const heavy = view.path ?? toRoot
  const names = useMemo(() => namesOf(layout, view, current, pointed), [layout, view, current, pointed])
  const scale = scaleOf(useAppearance()) * props.zoom
  const svg = useRef<SVGSVGElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    const box = svg.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(current)}"]`)
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (moved.current) box?.focus({ preventScroll: true })
    moved.current = false
  }, [current])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter') {
      if (view.groups.has(current)) props.onExpand(current)
      else props.onOpen(current)
    } else if (event.key.startsWith('Arrow')) {
      const to = neighbour(layout.nodes, current, event.key)
      if (to === null) return
      moved.current = true
      props.onCurrent(to)
    } else return
    event.preventDefault()
  }
  const nodes = new Map(view.nodes.map((node) => [node.id, node]))
  const nameOf = (id: string) => {
    const node = nodes.get(id)
    return node ? shortName(node) : words.noReference
  }
  return (
    <section className="scroll grow lineage-picture" aria-label={words.pictureScroll}>
      <Heads layout={layout} scale={scale} />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element of its own for a group */}
      <svg
        ref={svg}
        className="lin"
        role="group"
        aria-label={words.picture(nameOf(view.root))}
        width={layout.width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        onKeyDown={press}
      >
        <Markers />
        <Grid layout={layout} />
        {layout.edges.map((routed) => (
          <EdgeLine
            key={edgeKey(routed.edge)}
            routed={routed}
            title={words.edge(nameOf(routed.edge.from), edgeName(routed.edge), nameOf(routed.edge.to))}
            heavy={heavy.has(edgeKey(routed.edge)) || pointed === routed.edge}
            dim={view.path !== null && !view.path.has(edgeKey(routed.edge))}
            onPoint={setPointed}
          />
        ))}
        {names.map(({ routed: { edge }, text, x, y, anchor }) => (
          <text key={edgeKey(edge)} x={x} y={y} textAnchor={anchor} className={`edge-name ${edgeClass(edge)}`}>
            {text}
          </text>
        ))}
        {layout.nodes.map((placed) => (
          <NodeBox
            key={placed.node.id}
            placed={placed}
            group={view.groups.get(placed.node.id) ?? null}
            isRoot={placed.node.id === view.root}
            isCurrent={placed.node.id === current}
            dim={view.path !== null && !view.pathNodes.has(placed.node.id)}
            onCurrent={props.onCurrent}
            onOpen={props.onOpen}
            onExpand={props.onExpand}
          />
        ))}
      </svg>
    </section>
  )
}

/** Names that stand whatever they cover: more of them at one box would only hide each other. */
const MOST_CROWDED = 10

/**
 * Names of all lines where there are few; else of the lines at the current box, on the path, and of the one pointed at.
 * A line at a hub shows its name at its other end.
 */
function namesOf(layout: LineageLayout, view: Drawn, current: string, pointed: LineageEdge | null) {
  const wanted = (edge: LineageEdge) =>
    view.path ? view.path.has(edgeKey(edge)) : edge.from === current || edge.to === current
  const named = layout.edges.filter(
    ({ edge }) => wanted(edge) || edge === pointed || (layout.edges.length <= MOST_NAMES && view.path === null)
  )
  const crowded = layout.edges.filter(({ edge }) => wanted(edge)).length > MOST_CROWDED
  return placeNames(
    named,
    layout.nodes,
    ({ edge }) => edgeName(edge),
    ({ edge }) => edge === pointed || (wanted(edge) && !crowded)
  )
}
