import { BOX, type PlacedNode } from './lineage-box.ts'
import type { Point, RoutedEdge } from './route-edges.ts'

export type PlacedName = Readonly<{
  routed: RoutedEdge
  text: string
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}>
type Area = Readonly<{ left: number; right: number; top: number; bottom: number }>

/** Mean width of a letter of a line's name, and its height, in points. */
const LETTER = 6.4
const HEIGHT = 14

/**
 * Where the name of each line stands: over a level stretch or beside an upright one, the longest first, at the first
 * place where it covers neither a box nor another name. A line with no free place has none: its name is seen when it is
 * pointed at. `always`: names that stand whatever they cover, boxes excepted where there is any way.
 */
export function placeNames(
  edges: readonly RoutedEdge[],
  nodes: readonly PlacedNode[],
  nameOf: (routed: RoutedEdge) => string,
  always: (routed: RoutedEdge) => boolean = () => false
): readonly PlacedName[] {
  const taken: Area[] = nodes.map(({ x, y }) => ({
    left: x - 1,
    right: x + BOX.width + 1,
    top: y - 1,
    bottom: y + BOX.height + 1
  }))
  const boxes = [...taken]
  const ordered = edges.toSorted((a, b) => Number(always(b)) - Number(always(a)))
  return ordered.flatMap((routed) => {
    const text = nameOf(routed)
    const width = text.length * LETTER
    for (const place of candidates(routed.points, width)) {
      const area = areaOf(place, width)
      if (taken.some((other) => overlaps(area, other))) continue
      taken.push(area)
      return [{ routed, text, ...place }]
    }
    if (!always(routed)) return []
    const places = everyPlace(routed.points, width)
    const place = places.find((one) => !boxes.some((other) => overlaps(areaOf(one, width), other))) ?? places[0]
    return place ? [{ routed, text, ...place }] : []
  })
}

/** Also over stretches shorter than the name. */
function everyPlace(points: readonly Point[], width: number): readonly Place[] {
  const middles = points.slice(1).map((point, index): Place => {
    const before = points[index] ?? point
    return { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2 - 4, anchor: 'middle' }
  })
  return [...candidates(points, width), ...middles]
}

type Place = Pick<PlacedName, 'x' | 'y' | 'anchor'>

function candidates(points: readonly Point[], width: number): readonly Place[] {
  const stretches = points.slice(1).flatMap((point, index) => {
    const before = points[index]
    return before ? [{ a: before, b: point, length: Math.abs(point.x - before.x) + Math.abs(point.y - before.y) }] : []
  })
  stretches.sort((one, other) => other.length - one.length)
  return stretches.flatMap(({ a, b, length }): Place[] => {
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
    if (a.y === b.y) {
      if (length < width) return []
      return [0.5, 0.25, 0.75].map((share) => ({ x: a.x + (b.x - a.x) * share, y: y - 4, anchor: 'middle' }))
    }
    return [y, y - 18, y + 18].flatMap((at): Place[] => [
      { x: x + 5, y: at + 4, anchor: 'start' },
      { x: x - 5, y: at + 4, anchor: 'end' }
    ])
  })
}

function areaOf(place: Place, width: number): Area {
  const left = place.anchor === 'start' ? place.x : place.anchor === 'end' ? place.x - width : place.x - width / 2
  return { left, right: left + width, top: place.y - HEIGHT + 3, bottom: place.y + 3 }
}

function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
