import type { LineageView } from '#contract/operations/lineage.ts'
import { LEVELS, type Level } from '#domain/vocabulary/levels.ts'
import { BOX, type PlacedNode } from './lineage-box.ts'
import { type LineageEdge, type LineageNode, type TimeColumn, timeColumns } from './lineage-columns.ts'
import { type RoutedEdge, routeEdges } from './route-edges.ts'

/** Height of the names of columns, and width of those of rows. */
export const HEAD = 34
export const ROW_LABEL = 102
/** Width that a drawing of few columns is spread over, and the narrowest and widest space between its columns. */
const SPREAD = 1000
const GUTTER = { least: 52, most: 150 } as const
const STACK_GAP = 26
const ROW_PAD = 26

export type LevelRow = Readonly<{ level: Level; y: number; height: number }>
export type LineageLayout = Readonly<{
  width: number
  height: number
  columns: readonly Readonly<TimeColumn & { x: number; width: number }>[]
  rows: readonly LevelRow[]
  nodes: readonly PlacedNode[]
  edges: readonly RoutedEdge[]
}>

/** Level × time (design §9): a row for each level that has a node, a column for each stretch of time. */
export function layoutLineage(view: LineageView): LineageLayout {
  const columns = timeColumns(view)
  const spread = (SPREAD - ROW_LABEL) / Math.max(1, columns.length) - BOX.width
  const gutter = Math.round(Math.max(GUTTER.least, Math.min(GUTTER.most, spread)))
  const width = BOX.width + gutter
  const stacks = new Map<string, LineageNode[]>()
  columns.forEach((column, index) => {
    for (const node of column.nodes) {
      const key = `${levelOf(node)} ${index}`
      stacks.set(key, [...(stacks.get(key) ?? []), node])
    }
  })
  const rows: LevelRow[] = []
  let y = HEAD
  for (const level of LEVELS) {
    const most = Math.max(0, ...columns.map((_, index) => stacks.get(`${level} ${index}`)?.length ?? 0))
    if (most === 0) continue
    const height = most * BOX.height + (most - 1) * STACK_GAP + 2 * ROW_PAD
    rows.push({ level, y, height })
    y += height
  }
  const nodes: PlacedNode[] = []
  for (const row of rows) {
    columns.forEach((_, index) => {
      const stack = stacks.get(`${row.level} ${index}`) ?? []
      // By whole places, so that the gaps between boxes are at one height in all columns: lines run there.
      const top = row.y + ROW_PAD + Math.floor((places(row) - stack.length) / 2) * (BOX.height + STACK_GAP)
      stack.forEach((node, place) => {
        nodes.push({
          node,
          column: index,
          x: ROW_LABEL + index * width + gutter / 2,
          y: top + place * (BOX.height + STACK_GAP)
        })
      })
    })
  }
  return {
    width: ROW_LABEL + columns.length * width,
    height: y,
    columns: columns.map((column, index) => ({ ...column, x: ROW_LABEL + index * width, width })),
    rows,
    nodes,
    edges: routeEdges(uniqueEdges(view.edges), nodes, { gutter, left: ROW_LABEL, step: width })
  }
}

function places(row: LevelRow): number {
  return Math.round((row.height - 2 * ROW_PAD + STACK_GAP) / (BOX.height + STACK_GAP))
}

/** A document whose level nobody knows stands lowest, beside the bodies that are no committee. */
export function levelOf(node: LineageNode): Level {
  return node.level ?? 'XA'
}

/** One line a pair and relation, whatever the number of sentences that say so. */
function uniqueEdges(edges: readonly LineageEdge[]): readonly LineageEdge[] {
  const seen = new Map(edges.map((edge) => [`${edge.from} ${edge.to} ${edge.relation}`, edge]))
  return [...seen.values()].filter((edge) => edge.from !== edge.to)
}
