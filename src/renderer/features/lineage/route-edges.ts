import { BOX, type PlacedNode } from './lineage-box.ts'
import type { LineageEdge } from './lineage-columns.ts'

export type Point = Readonly<{ x: number; y: number }>
export type RoutedEdge = Readonly<{ edge: LineageEdge; points: readonly Point[] }>
type Grid = Readonly<{ gutter: number; left: number; step: number }>

const SLOT = 6
const LANE = 4
/** Lines in one gap between stacked boxes before they share a place. */
const LANES = 4

/**
 * Lines run from the citing box to the cited one along the gutters between columns and the gaps between stacked boxes,
 * never through a box. Lines that share a gutter or a gap lie beside each other.
 */
export function routeEdges(
  edges: readonly LineageEdge[],
  nodes: readonly PlacedNode[],
  grid: Grid
): readonly RoutedEdge[] {
  const placed = new Map(nodes.map((one) => [one.node.id, one]))
  const gutters = new Map<number, number>()
  const lanes = new Map<number, number>()
  const ports = new Map<string, number>()
  const next = (map: Map<number, number>, key: number) => {
    const slot = map.get(key) ?? 0
    map.set(key, slot + 1)
    return slot
  }
  /** A place on a box's side: the middle first, then above and below it in turn. */
  const port = (one: PlacedNode, side: 'l' | 'r') => {
    const key = `${one.node.id} ${side}`
    const slot = ports.get(key) ?? 0
    ports.set(key, slot + 1)
    const shift = Math.ceil(slot / 2) * (slot % 2 === 1 ? -1 : 1) * 8
    return one.y + BOX.height / 2 + Math.max(-18, Math.min(18, shift))
  }
  /** The x of a free slot in the gutter before column `index`. */
  const gutterX = (index: number) => {
    const slot = next(gutters, index)
    const middle = grid.left + index * grid.step
    const shift = Math.ceil(slot / 2) * (slot % 2 === 1 ? -1 : 1) * SLOT
    return middle + Math.max(-grid.gutter / 2 + 6, Math.min(grid.gutter / 2 - 6, shift))
  }
  const sorted = [...edges].sort((a, b) => span(placed, a) - span(placed, b))
  return sorted.flatMap((edge) => {
    const from = placed.get(edge.from)
    const to = placed.get(edge.to)
    if (!from || !to) return []
    const back = to.column < from.column
    const same = to.column === from.column
    const [out, into] = back ? (['l', 'r'] as const) : same ? (['l', 'l'] as const) : (['r', 'l'] as const)
    const start = { x: sideX(from, out), y: port(from, out) }
    const end = { x: sideX(to, into), y: port(to, into) }
    const near = back ? from.column : same ? from.column : from.column + 1
    if (Math.abs(to.column - from.column) <= 1) {
      if (!same && Math.abs(start.y - end.y) < 1) return [{ edge, points: [start, end] }]
      const x = gutterX(near)
      return [{ edge, points: [start, { x, y: start.y }, { x, y: end.y }, end] }]
    }
    const lane = to.y - 9 - (next(lanes, Math.round(to.y)) % LANES) * LANE
    const first = gutterX(near)
    const last = gutterX(back ? to.column + 1 : to.column)
    const points = [
      start,
      { x: first, y: start.y },
      { x: first, y: lane },
      { x: last, y: lane },
      { x: last, y: end.y },
      end
    ]
    return [{ edge, points }]
  })
}

function sideX(one: PlacedNode, side: 'l' | 'r'): number {
  return side === 'l' ? one.x : one.x + BOX.width
}

function span(placed: ReadonlyMap<string, PlacedNode>, edge: LineageEdge): number {
  return Math.abs((placed.get(edge.from)?.column ?? 0) - (placed.get(edge.to)?.column ?? 0))
}
