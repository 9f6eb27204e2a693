/** Pairs of a document and one beside it: what it cites (up), what cites it (down). Asked for many at once. */
export type Beside = (ids: readonly string[], direction: 'up' | 'down') => readonly Pair[]
type Pair = readonly [id: string, beside: string]

/** up: the first rests on the last; down: the last rests on the first; around: joined through others, no chain. */
export type PathWay = 'up' | 'down' | 'around'

export type Paths = Readonly<{
  way: PathWay
  /** Steps of each of the shortest paths. */
  length: number
  /** Pairs that lie on a shortest path, as steps are taken from the first end to the last. */
  steps: readonly Readonly<{ from: string; to: string }>[]
}>

export type PathsFound = Readonly<{ paths: Paths | null; cut: boolean }>

/**
 * All shortest paths between two documents. A chain of citations in one direction is what "who ordered, who carried out"
 * asks for, so it is looked for first, up and then down; only where there is none, any way through citations counts.
 * `most`: nodes to be looked at in each search; `cut` says that it ended there.
 */
export function shortestPaths(from: string, to: string, beside: Beside, most: number): PathsFound {
  let cut = false
  for (const way of ['up', 'down', 'around'] as const) {
    const ahead: Next = (ids) => (way === 'around' ? [...beside(ids, 'up'), ...beside(ids, 'down')] : beside(ids, way))
    const behind: Next = (ids) => (way === 'around' ? ahead(ids) : beside(ids, way === 'up' ? 'down' : 'up'))
    const found = search(from, to, ahead, behind, most)
    cut ||= found.cut
    if (found.steps) return { paths: { way, length: found.length, steps: found.steps }, cut: false }
  }
  return { paths: null, cut }
}

type Next = (ids: readonly string[]) => readonly Pair[]
type Found = Readonly<{ length: number; steps: Paths['steps'] | null; cut: boolean }>
type Side = { readonly depth: Map<string, number>; edge: readonly string[]; at: number; readonly next: Next }

/** Breadth first from both ends, always the side with the smaller edge. */
function search(from: string, to: string, ahead: Next, behind: Next, most: number): Found {
  if (from === to) return { length: 0, steps: [], cut: false }
  const first: Side = { depth: new Map([[from, 0]]), edge: [from], at: 0, next: ahead }
  const last: Side = { depth: new Map([[to, 0]]), edge: [to], at: 0, next: behind }
  for (;;) {
    const [side, other] = first.edge.length <= last.edge.length ? [first, last] : [last, first]
    if (side.edge.length === 0) return { length: 0, steps: null, cut: false }
    if (first.depth.size + last.depth.size > most) return { length: 0, steps: null, cut: true }
    const met = grow(side, other)
    if (met) {
      const length = first.at + last.at
      return { length, steps: [...onPath(first, last, length)], cut: false }
    }
  }
}

/** One more step of a side; whether it has met the other. */
function grow(side: Side, other: Side): boolean {
  const next: string[] = []
  let met = false
  side.at += 1
  for (const [, beside] of side.next(side.edge)) {
    if (side.depth.has(beside)) continue
    side.depth.set(beside, side.at)
    next.push(beside)
    met ||= other.depth.has(beside)
  }
  side.edge = next
  return met
}

/** From the nodes where the sides met, back to either end along falling depths. */
function onPath(first: Side, last: Side, length: number): readonly Readonly<{ from: string; to: string }>[] {
  const meeting = [...first.depth].flatMap(([id, depth]) =>
    depth === first.at && depth + (last.depth.get(id) ?? Number.POSITIVE_INFINITY) === length ? [id] : []
  )
  const back = walkBack(meeting, first, last.next)
  const on = walkBack(meeting, last, first.next)
  return [
    ...back.map(({ near, far }) => ({ from: near, to: far })),
    ...on.map(({ near, far }) => ({ from: far, to: near }))
  ]
}

function walkBack(
  meeting: readonly string[],
  side: Side,
  toward: Next
): readonly Readonly<{ near: string; far: string }>[] {
  const pairs: Readonly<{ near: string; far: string }>[] = []
  let far: readonly string[] = [...new Set(meeting)]
  for (let depth = side.at; depth > 0 && far.length > 0; depth--) {
    const found = new Set<string>()
    const nearer = new Set<string>()
    for (const [one, near] of toward(far)) {
      const pair = `${near}\n${one}`
      if (side.depth.get(near) !== depth - 1 || found.has(pair)) continue
      found.add(pair)
      nearer.add(near)
      pairs.push({ near, far: one })
    }
    far = [...nearer]
  }
  return pairs
}
