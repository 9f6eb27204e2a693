import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { LineageView } from '#contract/operations/lineage.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { scaleOf, useAppearance } from '../../app/appearance.ts'
import { relationFamily } from '../../components/relation-badge.tsx'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { BOX, type PlacedNode } from './lineage-box.ts'
import type { LineageEdge, LineageNode } from './lineage-columns.ts'
import { neighbour, pathBetween } from './lineage-graph.ts'
import { type LineageLayout, layoutLineage } from './lineage-layout.ts'
import { placeNames } from './place-names.ts'
import type { RoutedEdge } from './route-edges.ts'

/** Above so many lines only those of the current document are named, or the names hide each other. */
const MOST_NAMES = 22

type PictureProps = Readonly<{
  view: LineageView
  zoom: number
  current: string
  onCurrent(id: string): void
  onOpen(id: string): void
}>

/** Level × time; arrows go from box to box, Enter opens. The list beside says the same in words. */
export function LineagePicture(props: PictureProps) {
  const { view, current } = props
  const layout = useMemo(() => layoutLineage(view), [view])
  const names = useMemo(() => namesOf(layout, current), [layout, current])
  const path = useMemo(
    () => new Set(current === view.root ? [] : pathBetween(view, view.root, current)),
    [view, current]
  )
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
    if (event.key === 'Enter') props.onOpen(current)
    else if (event.key.startsWith('Arrow')) {
      const to = neighbour(layout.nodes, current, event.key)
      if (to === null) return
      moved.current = true
      props.onCurrent(to)
    } else return
    event.preventDefault()
  }
  const root = view.nodes.find((node) => node.id === view.root)
  return (
    <section className="scroll grow lineage-picture" aria-label={words.pictureScroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element of its own for a group */}
      <svg
        ref={svg}
        className="lin"
        role="group"
        aria-label={words.picture(root?.reference ?? words.noReference)}
        width={layout.width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        onKeyDown={press}
      >
        <Markers />
        <Grid layout={layout} />
        {layout.edges.map((routed) => (
          <EdgeLine
            key={`${routed.edge.from} ${routed.edge.to} ${routed.edge.relation}`}
            routed={routed}
            onPath={path.has(routed.edge)}
          />
        ))}
        {names.map(({ routed: { edge }, text, x, y, anchor }) => (
          <text
            key={`${edge.from} ${edge.to} ${edge.relation}`}
            x={x}
            y={y}
            textAnchor={anchor}
            className={`edge-name ${edgeClass(edge)}`}
          >
            {text}
          </text>
        ))}
        {layout.nodes.map((placed) => (
          <NodeBox
            key={placed.node.id}
            placed={placed}
            isRoot={placed.node.id === view.root}
            isCurrent={placed.node.id === current}
            {...props}
          />
        ))}
      </svg>
    </section>
  )
}

function namesOf(layout: LineageLayout, current: string) {
  const named = layout.edges.filter(
    ({ edge }) => layout.edges.length <= MOST_NAMES || edge.from === current || edge.to === current
  )
  return placeNames(named, layout.nodes, ({ edge }) =>
    edge.status === 'ambiguous' || edge.status === 'date-mismatch'
      ? words.status[edge.status]
      : RELATIONS[edge.relation].name
  )
}

const FAMILIES = ['directs', 'talks', 'validity', 'open'] as const

function Markers() {
  return (
    <defs>
      {FAMILIES.map((family) => (
        <marker
          key={family}
          id={`arrow-${family}`}
          className={family}
          viewBox="0 0 8 8"
          refX="7.5"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      ))}
    </defs>
  )
}

function Grid(props: Readonly<{ layout: LineageLayout }>) {
  const { layout } = props
  return (
    <g>
      {layout.rows.map((row, index) => (
        <g key={row.level}>
          <rect
            className={index % 2 === 0 ? 'band alt' : 'band'}
            x="0"
            y={row.y}
            width={layout.width}
            height={row.height}
          />
          <line className="rule" x1="0" x2={layout.width} y1={row.y} y2={row.y} />
          <text className="level" x="16" y={row.y + row.height / 2 - 1}>
            {words.rows[row.level][0]}
          </text>
          <text className="level-name" x="16" y={row.y + row.height / 2 + 15}>
            {words.rows[row.level][1]}
          </text>
        </g>
      ))}
      {layout.columns.map((column, index) => (
        <g key={column.x}>
          <line className={index === 0 ? 'rule' : 'rule weak'} x1={column.x} x2={column.x} y1="0" y2={layout.height} />
          <text className="time" x={column.x + column.width / 2} y="22" textAnchor="middle">
            {timeTitle(column.from, column.to)}
          </text>
        </g>
      ))}
    </g>
  )
}

function timeTitle(from: string | null, to: string | null): string {
  if (!from || !to) return words.noDate
  if (from === to) return showDay(from)
  const [start, end] = [showDay(from).slice(3), showDay(to).slice(3)]
  return start === end ? start : `${start} – ${end}`
}

function EdgeLine(props: Readonly<{ routed: RoutedEdge; onPath: boolean }>) {
  const { edge, points } = props.routed
  const family = isOpen(edge) ? 'open' : relationFamily(edge.relation)
  const d = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(' ')
  return (
    <path
      className={`edge ${edgeClass(edge)}${props.onPath ? ' path' : ''}`}
      d={d}
      markerEnd={`url(#arrow-${family})`}
      strokeLinejoin="round"
    />
  )
}

function isOpen(edge: LineageEdge): boolean {
  return edge.status === 'ambiguous' || edge.status === 'date-mismatch'
}

function edgeClass(edge: LineageEdge): string {
  if (isOpen(edge)) return 'open'
  return `${relationFamily(edge.relation)}${edge.status === 'missing' ? ' missing' : ''}`
}

function NodeBox(props: PictureProps & Readonly<{ placed: PlacedNode; isRoot: boolean; isCurrent: boolean }>) {
  const { node, x, y } = props.placed
  const classes = `node${props.isRoot ? ' root' : ''}${node.held ? '' : ' stub'}${props.isCurrent ? ' current' : ''}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box of the drawing
    <g
      role="button"
      tabIndex={props.isCurrent ? 0 : -1}
      className={classes}
      data-node={node.id}
      aria-current={props.isCurrent || undefined}
      transform={`translate(${x} ${y})`}
      onClick={() => props.onCurrent(node.id)}
      onDoubleClick={() => props.onOpen(node.id)}
      onKeyDown={() => {}}
    >
      <title>{nodeName(node)}</title>
      <rect width={BOX.width} height={BOX.height} rx="4" />
      <text className="r1" x="9" y="20">
        {clip(node.reference ?? node.subject ?? words.noReference, 17)}
      </text>
      <text className="r2" x="9" y="37">
        {node.held
          ? showDay(node.issuedOn) || words.noDate
          : node.issuedOn
            ? showDay(node.issuedOn)
            : words.status.missing}
      </text>
    </g>
  )
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

export function nodeName(node: LineageNode): string {
  return [
    node.reference ?? words.noReference,
    showDay(node.issuedOn),
    node.issuer,
    node.subject,
    node.held ? null : words.notHeld
  ]
    .filter(Boolean)
    .join(', ')
}
