import type { LineageView } from '#contract/operations/lineage.ts'

/** Ids beside each node of the view, whichever way the citation goes. */
export function besideInView(view: Pick<LineageView, 'edges'>): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>()
  const add = (id: string, other: string) => {
    const others = beside.get(id)
    if (others) others.add(other)
    else beside.set(id, new Set([other]))
  }
  for (const { from, to } of view.edges) {
    if (from === to) continue
    add(from, to)
    add(to, from)
  }
  return beside
}

/**
 * The view without what is reached from the root only through a folded box. `kept` are never folded away. What a box lost
 * beside it is added to what it hides.
 */
export function foldBranches(
  view: LineageView,
  folded: ReadonlySet<string>,
  kept: ReadonlySet<string> = new Set()
): LineageView {
  if (folded.size === 0) return view
  const beside = besideInView(view)
  const shown = new Set([view.root, ...kept])
  const queue = [...shown]
  for (const id of queue) {
    if (folded.has(id)) continue
    for (const other of beside.get(id) ?? []) {
      if (shown.has(other)) continue
      shown.add(other)
      queue.push(other)
    }
  }
  if (shown.size === view.nodes.length) return view
  return {
    ...view,
    nodes: view.nodes
      .filter((node) => shown.has(node.id))
      .map((node) => {
        const lost = [...(beside.get(node.id) ?? [])].filter((id) => !shown.has(id)).length
        return lost === 0 ? node : { ...node, hidden: node.hidden + lost }
      }),
    edges: view.edges.filter((edge) => shown.has(edge.from) && shown.has(edge.to))
  }
}

/** Whether folding a box would take anything away. */
export function hasBranch(view: LineageView, id: string): boolean {
  return id !== view.root && foldBranches(view, new Set([id])).nodes.length < view.nodes.length
}
