import type { LineageView } from '#contract/operations/lineage.ts'
import { LEVELS } from '#domain/vocabulary/levels.ts'
import { BOX, type PlacedNode } from './lineage-box.ts'
import type { LineageEdge, LineageNode } from './lineage-columns.ts'
import { levelOf } from './lineage-layout.ts'

type Narrowing = Readonly<{
  stubs: boolean
  keepsEdge(edge: LineageEdge): boolean
  keepsNode(node: LineageNode): boolean
  /** Stay whatever is switched off. */
  kept?: ReadonlySet<string>
}>

/** The view without what the clerk has switched off; nodes that no line reaches any more go too, the root stays. */
export function narrow(view: LineageView, options: Narrowing): LineageView {
  const always = new Set([view.root, ...(options.kept ?? [])])
  const held = new Set(
    view.nodes
      .filter((node) => always.has(node.id) || ((node.held || options.stubs) && options.keepsNode(node)))
      .map((node) => node.id)
  )
  const edges = view.edges.filter(
    (edge) =>
      held.has(edge.from) &&
      held.has(edge.to) &&
      (options.keepsEdge(edge) || (options.kept?.has(edge.from) && options.kept.has(edge.to)))
  )
  const reached = new Set([...always, ...edges.flatMap((edge) => [edge.from, edge.to])])
  return { ...view, edges, nodes: view.nodes.filter((node) => held.has(node.id) && reached.has(node.id)) }
}

const adjacent = new WeakMap<readonly LineageEdge[], ReadonlyMap<string, readonly LineageEdge[]>>()

/** Lines at each node, either end; made once for a view. */
export function edgesAt(view: LineageView): ReadonlyMap<string, readonly LineageEdge[]> {
  const made = adjacent.get(view.edges)
  if (made) return made
  const at = new Map<string, LineageEdge[]>()
  for (const edge of view.edges) {
    for (const id of new Set([edge.from, edge.to])) {
      const some = at.get(id)
      if (some) some.push(edge)
      else at.set(id, [edge])
    }
  }
  adjacent.set(view.edges, at)
  return at
}

/** Edges of a shortest chain between two nodes, whatever their direction; none where they are not joined. */
export function pathBetween(view: LineageView, from: string, to: string): readonly LineageEdge[] {
  const at = edgesAt(view)
  const came = new Map<string, LineageEdge | null>([[from, null]])
  const queue = [from]
  for (const here of queue) {
    if (here === to) break
    for (const edge of at.get(here) ?? []) {
      const other = edge.from === here ? edge.to : edge.from
      if (came.has(other)) continue
      came.set(other, edge)
      queue.push(other)
    }
  }
  const path: LineageEdge[] = []
  let here = to
  for (let edge = came.get(here); edge; edge = came.get(here)) {
    path.push(edge)
    here = edge.from === here ? edge.to : edge.from
  }
  return path.reverse()
}

export type ListPart = Readonly<{ part: 'above' | 'same' | 'below'; nodes: readonly LineageNode[] }>

/** The list beside the drawing: by level seen from the root, the nearest to it in time first. */
export function listParts(view: LineageView): readonly ListPart[] {
  const root = view.nodes.find((node) => node.id === view.root)
  if (!root) return []
  const height = (node: LineageNode) => LEVELS.indexOf(levelOf(node))
  const own = height(root)
  const others = [...view.nodes]
    .filter((node) => node.id !== view.root)
    .sort((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? ''))
  const parts: ListPart[] = [
    { part: 'above', nodes: others.filter((node) => height(node) < own) },
    { part: 'same', nodes: others.filter((node) => height(node) === own) },
    { part: 'below', nodes: others.filter((node) => height(node) > own) }
  ]
  return parts.filter((part) => part.nodes.length > 0)
}

/** The node an arrow key goes to: the nearest box straight on that side, else the nearest at all there. */
export function neighbour(nodes: readonly PlacedNode[], current: string, key: string): string | null {
  const here = nodes.find((one) => one.node.id === current)
  if (!here) return nodes[0]?.node.id ?? null
  const along = (one: PlacedNode) => {
    if (key === 'ArrowLeft') return here.x - one.x
    if (key === 'ArrowRight') return one.x - here.x
    return key === 'ArrowUp' ? here.y - one.y : one.y - here.y
  }
  const across = (one: PlacedNode) =>
    Math.abs(key === 'ArrowLeft' || key === 'ArrowRight' ? one.y - here.y : one.x - here.x)
  const ahead = nodes
    .filter((one) => along(one) > 1)
    .sort((a, b) => along(a) + 2 * across(a) - along(b) - 2 * across(b))
  const beside = ahead.find((one) => across(one) < BOX.height)
  return (beside ?? ahead[0])?.node.id ?? null
}
