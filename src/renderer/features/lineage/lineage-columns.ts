import type { LineageView } from '#contract/operations/lineage.ts'

export type LineageNode = LineageView['nodes'][number]
export type LineageEdge = LineageView['edges'][number]

/** A stretch of time that the nodes of one column fall in; no days where nothing in it is dated. */
export type TimeColumn = Readonly<{ nodes: readonly LineageNode[]; from: string | null; to: string | null }>

const MOST_COLUMNS = 8
/** Boxes of one level that stand over each other in a column before it is parted in two. */
const MOST_STACKED = 5

/**
 * Parts the nodes into columns of time, oldest first: cuts are made at the longest silences, and always around the root,
 * so that what came before it and what came of it stand on their own sides. A node without a date stands just before
 * the oldest document that cites it.
 */
export function timeColumns(view: LineageView): readonly TimeColumn[] {
  const dated = view.nodes.map((node) => ({ node, day: node.issuedOn ?? borrowedDay(view, node) }))
  dated.sort((a, b) => a.day.localeCompare(b.day) || Number(b.node.id === view.root) - Number(a.node.id === view.root))
  const days = [...new Set(dated.map((one) => one.day))]
  const cuts = cutsBetween(days, dated.find((one) => one.node.id === view.root)?.day ?? '')
  const columns: (typeof dated)[] = []
  let at = -1
  for (const one of dated) {
    const column = cuts.filter((cut) => cut <= one.day).length
    if (column !== at) {
      columns.push([])
      at = column
    }
    columns.at(-1)?.push(one)
  }
  return columns.flatMap(lowered).map((column) => {
    const own = column.flatMap((one) => one.node.issuedOn ?? [])
    return { nodes: column.map((one) => one.node), from: own[0] ?? null, to: own.at(-1) ?? null }
  })
}

/** A column in parts of which none has too many boxes of one level, in the order of days. */
function lowered<T extends Readonly<{ node: LineageNode }>>(column: readonly T[]): readonly (readonly T[])[] {
  const most = Math.max(0, ...levelCounts(column))
  if (most <= MOST_STACKED) return [column]
  const even = Math.ceil(most / Math.ceil(most / MOST_STACKED))
  const parts: T[][] = [[]]
  for (const one of column) {
    const part = parts.at(-1) ?? []
    if (Math.max(...levelCounts([...part, one])) > even) parts.push([one])
    else part.push(one)
  }
  return parts
}

function levelCounts(column: readonly Readonly<{ node: LineageNode }>[]): readonly number[] {
  const counts = new Map<string, number>()
  for (const { node } of column) counts.set(node.level ?? 'XA', (counts.get(node.level ?? 'XA') ?? 0) + 1)
  return [...counts.values()]
}

/** Days at which a new column begins. */
function cutsBetween(days: readonly string[], root: string): readonly string[] {
  const gaps = days.slice(1).map((day, index) => ({ day, gap: Date.parse(day) - Date.parse(days[index] ?? day) }))
  const around = gaps.filter((one, index) => one.day === root || days[index] === root).map((one) => one.day)
  const others = gaps
    .filter((one) => !around.includes(one.day))
    .sort((a, b) => b.gap - a.gap)
    .slice(0, Math.max(0, MOST_COLUMNS - 1 - around.length))
    .map((one) => one.day)
  return [...around, ...others].sort()
}

function borrowedDay(view: LineageView, node: LineageNode): string {
  const citing = view.edges
    .filter((edge) => edge.to === node.id)
    .flatMap((edge) => view.nodes.find((one) => one.id === edge.from)?.issuedOn ?? [])
    .sort()
  const first = citing[0]
  return first ? new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10) : '1930-01-01'
}
