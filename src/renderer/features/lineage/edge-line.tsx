import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { relationFamily } from '../../components/relation-badge.tsx'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { LineageEdge } from './lineage-columns.ts'
import type { RoutedEdge } from './route-edges.ts'

type EdgeLineProps = Readonly<{
  routed: RoutedEdge
  /** What is said when it is pointed at. */
  title: string
  heavy: boolean
  dim: boolean
  onPoint(edge: LineageEdge | null): void
}>

/** A line, with a wider one over it that is not seen and takes the pointer. */
export function EdgeLine(props: EdgeLineProps) {
  const { edge, points } = props.routed
  const family = isOpen(edge) ? 'open' : relationFamily(edge.relation)
  const d = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join(' ')
  return (
    <g className={props.dim ? 'dim' : undefined}>
      <path
        className={`edge ${edgeClass(edge)}${props.heavy ? ' path' : ''}`}
        d={d}
        markerEnd={`url(#arrow-${family})`}
        strokeLinejoin="round"
      />
      {/* Pointing shows the name; keys see it by the current box, readers in the list. */}
      <path
        className="edge-reach"
        d={d}
        onPointerEnter={() => props.onPoint(edge)}
        onPointerLeave={() => props.onPoint(null)}
      >
        <title>{props.title}</title>
      </path>
    </g>
  )
}

export function edgeName(edge: LineageEdge): string {
  return isOpen(edge) ? words.status[edge.status as 'ambiguous' | 'date-mismatch'] : RELATIONS[edge.relation].name
}

export function isOpen(edge: LineageEdge): boolean {
  return edge.status === 'ambiguous' || edge.status === 'date-mismatch'
}

export function edgeClass(edge: LineageEdge): string {
  if (isOpen(edge)) return 'open'
  return `${relationFamily(edge.relation)}${edge.status === 'missing' ? ' missing' : ''}`
}
