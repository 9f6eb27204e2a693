import type { LineageView } from '#contract/operations/lineage.ts'
import { LEVELS, type Level } from '#domain/vocabulary/levels.ts'
import { RELATION_CODES, type Relation } from '#domain/vocabulary/relations.ts'
import { besideInView } from './branches.ts'
import type { LineageEdge, LineageNode } from './lineage-columns.ts'

/** Boxes a drawing holds before it tells many of a kind as one: as many as can be read on a laptop. */
export const MOST_BOXES = 60
/** Fewer than these are not worth a box of their own. */
const LEAST_GROUPED = 4
/** Documents that come out of a group each time it is opened. */
export const OPENED_AT_ONCE = 30
const GROUP = 'group:'

/** Many documents told as one box: "34 văn bản xã". */
export type Group = Readonly<{
  key: string
  level: Level
  relation: Relation | null
  /** Years of the oldest and the newest; null: no day is known. */
  from: string | null
  to: string | null
  members: readonly LineageNode[]
}>

export type Summary = LineageView & Readonly<{ groups: ReadonlyMap<string, Group> }>

type Period = (issuedOn: string | null) => string

/** From fine to coarse: the first that leaves few enough boxes is taken. */
function periods(termStarts: readonly string[]): readonly Period[] {
  return [
    (day) => day?.slice(0, 4) ?? '',
    (day) => (day === null ? '' : (termStarts.findLast((start) => start <= day) ?? '0')),
    () => ''
  ]
}

/**
 * A neighbourhood too large to be read is not shrunk: documents of one level, period and relation become one box, the
 * largest groups first, until few enough boxes are left. `kept` stay boxes of their own; `opened` says how often a group
 * was opened.
 */
export function summarise(
  view: LineageView,
  options: Readonly<{ kept: ReadonlySet<string>; opened: ReadonlyMap<string, number>; termStarts: readonly string[] }>
): Summary {
  if (view.nodes.length <= MOST_BOXES) return { ...view, groups: new Map() }
  const relations = towardRoot(view)
  const free = view.nodes.filter((node) => node.id !== view.root && !options.kept.has(node.id))
  let chosen: readonly Group[] = []
  for (const period of periods(options.termStarts)) {
    chosen = largest(groupsOf(free, relations, period), view.nodes.length)
    if (boxesLeft(view, chosen) <= MOST_BOXES) break
  }
  return fold(
    view,
    chosen.flatMap((group) => closedPart(group, options.opened.get(group.key) ?? 0))
  )
}

function groupsOf(
  nodes: readonly LineageNode[],
  relations: ReadonlyMap<string, Relation>,
  period: Period
): readonly Group[] {
  const found = new Map<string, LineageNode[]>()
  for (const node of nodes) {
    const key = `${GROUP}${node.level ?? 'XA'} ${period(node.issuedOn)} ${relations.get(node.id) ?? ''}`
    const some = found.get(key)
    if (some) some.push(node)
    else found.set(key, [node])
  }
  return [...found]
    .filter(([, members]) => members.length >= LEAST_GROUPED)
    .map(([key, members]) => groupOf(key, members))
    .sort((a, b) => b.members.length - a.members.length || a.key.localeCompare(b.key))
}

function groupOf(key: string, members: readonly LineageNode[]): Group {
  const [level = '', , relation = ''] = key.slice(GROUP.length).split(' ')
  const sorted = members.toSorted(
    (a, b) => (a.issuedOn ?? '').localeCompare(b.issuedOn ?? '') || (a.reference ?? '').localeCompare(b.reference ?? '')
  )
  const days = sorted.flatMap((node) => node.issuedOn ?? [])
  return {
    key,
    level: LEVELS.find((one) => one === level) ?? 'XA',
    relation: RELATION_CODES.find((one) => one === relation) ?? null,
    from: days[0]?.slice(0, 4) ?? null,
    to: days.at(-1)?.slice(0, 4) ?? null,
    members: sorted
  }
}

/** As many groups, the largest first, as are needed. */
function largest(groups: readonly Group[], nodes: number): readonly Group[] {
  const chosen: Group[] = []
  let left = nodes
  for (const group of groups) {
    if (left <= MOST_BOXES) break
    chosen.push(group)
    left -= group.members.length - 1
  }
  return chosen
}

function boxesLeft(view: LineageView, groups: readonly Group[]): number {
  return view.nodes.length - groups.reduce((sum, group) => sum + group.members.length - 1, 0)
}

/** What of a group is still told as one; opened to the end, nothing is. */
function closedPart(group: Group, times: number): readonly Group[] {
  const rest = group.members.slice(times * OPENED_AT_ONCE)
  return rest.length < (times === 0 ? LEAST_GROUPED : 2) ? [] : [groupOf(group.key, rest)]
}

function fold(view: LineageView, groups: readonly Group[]): Summary {
  const into = new Map(groups.flatMap((group) => group.members.map((node) => [node.id, group.key] as const)))
  const edges = new Map<string, LineageEdge>()
  for (const edge of view.edges) {
    const from = into.get(edge.from) ?? edge.from
    const to = into.get(edge.to) ?? edge.to
    if (from === to) continue
    const grouped = from !== edge.from || to !== edge.to
    const key = `${from}\n${to}\n${edge.relation}\n${grouped ? '' : edge.quote}`
    if (!edges.has(key)) edges.set(key, grouped ? { ...edge, from, to, quote: '' } : edge)
  }
  return {
    ...view,
    nodes: [...view.nodes.filter((node) => !into.has(node.id)), ...groups.map(boxOf)],
    edges: [...edges.values()],
    groups: new Map(groups.map((group) => [group.key, group]))
  }
}

/** Stands where the newest half of its documents begins. */
function boxOf(group: Group): LineageNode {
  const dated = group.members.filter((node) => node.issuedOn !== null)
  return {
    id: group.key,
    reference: null,
    documentType: null,
    issuedOn: dated[Math.floor(dated.length / 2)]?.issuedOn ?? null,
    issuer: null,
    level: group.level,
    subject: null,
    held: group.members.some((node) => node.held),
    hidden: 0,
    validity: 'in-force',
    unansweredDays: null
  }
}

/** The relation by which each node hangs on the one before it on the way to the root. */
function towardRoot(view: LineageView): ReadonlyMap<string, Relation> {
  const byPair = new Map<string, Relation>()
  for (const { from, to, relation } of view.edges) {
    if (!byPair.has(`${from}\n${to}`)) byPair.set(`${from}\n${to}`, relation)
  }
  const beside = besideInView(view)
  const found = new Map<string, Relation>()
  const seen = new Set([view.root])
  for (const id of seen) {
    for (const other of beside.get(id) ?? []) {
      if (seen.has(other)) continue
      seen.add(other)
      const relation = byPair.get(`${other}\n${id}`) ?? byPair.get(`${id}\n${other}`)
      if (relation) found.set(other, relation)
    }
  }
  return found
}
