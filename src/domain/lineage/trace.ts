import type { Lineage, LineageEdge, LineageNode } from './graph.ts'

/** Edges at a node: what it cites (up), what cites it (down). */
export type Neighbours = (id: string, direction: 'up' | 'down') => readonly LineageEdge[]

export type TraceOptions = Readonly<{
  root: string
  direction: 'up' | 'down' | 'both'
  depth: number
  /** Most nodes, the root among them. */
  limit: number
  /** Nodes a person opened, in that order: whatever stands beside them comes too, in both directions. */
  expanded?: readonly string[]
}>

/**
 * Walks the citations from a document, nearest first, each node once (performance.md §7). Up follows what is cited, down
 * what cites; both is the two walks from the root, never a turn on the way, so that a hub's other children stay out.
 * Stops at depth and number of nodes; `truncated` says that something lay beyond.
 */
export function trace(options: TraceOptions, neighbours: Neighbours, nodeOf: (id: string) => LineageNode): Lineage {
  const seen = new Set([options.root])
  const edges = new Map<string, LineageEdge>()
  let truncated = false
  const directions = options.direction === 'both' ? (['up', 'down'] as const) : [options.direction]
  const walks = directions.map((direction) => ({ direction, reached: new Set([options.root]), edge: [options.root] }))
  for (let depth = 0; depth <= options.depth; depth++) {
    for (const walk of walks) {
      const next: string[] = []
      for (const id of walk.edge) {
        for (const edge of neighbours(id, walk.direction)) {
          const other = walk.direction === 'up' ? edge.to : edge.from
          if (!seen.has(other) && (depth === options.depth || seen.size >= options.limit)) {
            truncated = true
            continue
          }
          seen.add(other)
          edges.set(`${edge.from}\n${edge.to}\n${edge.relation}`, edge)
          if (!walk.reached.has(other)) {
            walk.reached.add(other)
            next.push(other)
          }
        }
      }
      walk.edge = next
    }
  }
  for (const id of options.expanded ?? []) {
    if (!seen.has(id)) continue
    for (const direction of ['up', 'down'] as const) {
      for (const edge of neighbours(id, direction)) {
        const other = direction === 'up' ? edge.to : edge.from
        if (!seen.has(other) && seen.size >= options.limit) {
          truncated = true
          continue
        }
        seen.add(other)
        edges.set(`${edge.from}\n${edge.to}\n${edge.relation}`, edge)
      }
    }
  }
  return { root: options.root, nodes: [...seen].map(nodeOf), edges: [...edges.values()], truncated }
}
