import { describe, expect, test } from 'vitest'
import type { LineageView } from '#contract/operations/lineage.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { foldBranches, hasBranch } from '#renderer/features/lineage/branches.ts'
import { type Drawn, drawnView, edgeKey, type Wanted } from '#renderer/features/lineage/drawn-view.ts'
import { timeColumns } from '#renderer/features/lineage/lineage-columns.ts'
import { layoutLineage } from '#renderer/features/lineage/lineage-layout.ts'
import { placeNames } from '#renderer/features/lineage/place-names.ts'
import { MOST_BOXES, OPENED_AT_ONCE } from '#renderer/features/lineage/summarise.ts'

type Node = LineageView['nodes'][number]

function node(id: string, level: Node['level'], issuedOn: string | null, hidden = 0): Node {
  const plain = { documentType: null, issuer: null, subject: null, unansweredDays: null } as const
  return { id, level, issuedOn, held: true, reference: id, validity: 'in-force', hidden, ...plain }
}

function edge(from: string, to: string, relation: Relation = 'implements') {
  return { from, to, relation, status: 'linked' as const, quote: `${from} thực hiện ${to}` }
}

const ALL: Wanted = {
  stubs: true,
  relations: [],
  terms: [],
  folded: new Set(),
  opened: new Map(),
  expanded: [],
  path: null,
  termStarts: ['2015-08-01', '2020-08-01']
}
const ids = (view: Pick<LineageView, 'nodes'>) => view.nodes.map((one) => one.id).sort()

/** TW over TU over HU; so many communes under HU in two years. */
function tree(communes: number): LineageView {
  const below = Array.from({ length: communes }, (_, n) =>
    node(
      `xa${String(n).padStart(4, '0')}`,
      'XA',
      `${n % 3 === 0 ? 2021 : 2022}-03-${String((n % 28) + 1).padStart(2, '0')}`
    )
  )
  return {
    root: 'hu',
    nodes: [
      node('hu', 'HU', '2021-02-01'),
      node('tu', 'TU', '2021-01-10', 2),
      node('tw', 'TW', '2019-05-05'),
      ...below
    ],
    edges: [edge('hu', 'tu'), edge('tu', 'tw', 'in-spirit-of'), ...below.map((one) => edge(one.id, 'hu'))],
    truncated: false
  }
}

/** Documents in boxes and in groups. */
function told(view: Drawn): number {
  return view.nodes.reduce((sum, one) => sum + (view.groups.get(one.id)?.members.length ?? 1), 0)
}

describe('branches', () => {
  test('a folded box hides what hangs on it alone, and says how much', () => {
    const view = tree(2)
    const folded = foldBranches(view, new Set(['tu']))
    expect(ids(folded)).toEqual(['hu', 'tu', 'xa0000', 'xa0001'])
    expect(folded.nodes.find((one) => one.id === 'tu')?.hidden).toBe(3)
    expect(folded.edges.some((one) => one.to === 'tw')).toBe(false)
    expect(hasBranch(view, 'tu')).toBe(true)
    expect(hasBranch(view, 'tw')).toBe(false)
  })

  test('what another way leads to stays', () => {
    const view = tree(1)
    const joined = { ...view, edges: [...view.edges, edge('xa0000', 'tw', 'based-on')] }
    expect(ids(foldBranches(joined, new Set(['tu'])))).toEqual(ids(joined))
  })
})

describe('what is drawn', () => {
  test('relation and term are filtered; what no line reaches goes, the root stays', () => {
    expect(ids(drawnView(tree(3), { ...ALL, relations: ['in-spirit-of'] }))).toEqual(['hu', 'tu', 'tw'])
    expect(ids(drawnView(tree(3), { ...ALL, relations: ['replaces', 'repeals'] }))).toEqual(['hu'])
    expect(ids(drawnView(tree(1), { ...ALL, terms: [{ from: '2020-08-01', to: null }] }))).toEqual([
      'hu',
      'tu',
      'xa0000'
    ])
  })

  test('several relations and several terms at once', () => {
    const all = ids(drawnView(tree(1), ALL))
    expect(ids(drawnView(tree(1), { ...ALL, relations: ['in-spirit-of', 'implements'] }))).toEqual(all)
    const terms = [
      { from: null, to: '2020-08-01' },
      { from: '2020-08-01', to: null }
    ]
    expect(ids(drawnView(tree(1), { ...ALL, terms }))).toEqual(all)
    expect(ids(drawnView(tree(1), { ...ALL, terms: terms.slice(0, 1) }))).toEqual(['hu'])
  })

  test('a path stays whatever is filtered or folded, and its lines are known', () => {
    const path = { ...tree(0), root: 'tw', nodes: tree(0).nodes.slice(0, 3) }
    const drawn = drawnView(tree(3), { ...ALL, relations: ['replaces'], folded: new Set(['tu']), path })
    expect(ids(drawn)).toEqual(['hu', 'tu', 'tw'])
    expect(drawn.path).toEqual(new Set(path.edges.map(edgeKey)))
  })
})

describe('a large neighbourhood', () => {
  test('sixty boxes are drawn one by one', () => {
    const drawn = drawnView(tree(MOST_BOXES - 3), ALL)
    expect(drawn.nodes).toHaveLength(MOST_BOXES)
    expect(drawn.groups.size).toBe(0)
  })

  test.each([61, 200, 1000, 5000])('of %i documents is told in few boxes, and none is lost', (communes) => {
    const drawn = drawnView(tree(communes), ALL)
    expect(drawn.nodes.length).toBeLessThanOrEqual(MOST_BOXES)
    expect(told(drawn)).toBe(communes + 3)
    for (const id of ['hu', 'tu', 'tw']) expect(ids(drawn)).toContain(id)
    for (const group of drawn.groups.values()) {
      expect(group).toMatchObject({ level: 'XA', relation: 'implements' })
      expect(drawn.edges.filter((one) => one.from === group.key)).toEqual([{ ...edge(group.key, 'hu'), quote: '' }])
    }
  })

  test('a group gives up the oldest of its documents each time it is opened, until it is no more', () => {
    const whole = tree(100)
    const [key = ''] = drawnView(whole, ALL).groups.keys()
    const before = drawnView(whole, ALL).groups.get(key)?.members ?? []
    const once = drawnView(whole, { ...ALL, opened: new Map([[key, 1]]) })
    expect(once.groups.get(key)?.members).toHaveLength(before.length - OPENED_AT_ONCE)
    expect(ids(once)).toEqual(expect.arrayContaining(before.slice(0, OPENED_AT_ONCE).map((one) => one.id)))
    const all = drawnView(whole, { ...ALL, opened: new Map([[key, 9]]) })
    expect(all.groups.has(key)).toBe(false)
    expect(told(all)).toBe(103)
  })

  test('one a person opened stands by itself', () => {
    expect(ids(drawnView(tree(300), { ...ALL, expanded: ['xa0007'] }))).toContain('xa0007')
  })

  test('no column has more than five boxes of a level over each other, and no box covers another', () => {
    const view = drawnView(tree(57), ALL)
    for (const column of timeColumns(view)) {
      expect(column.nodes.filter((one) => one.level === 'XA').length).toBeLessThanOrEqual(5)
    }
    const layout = layoutLineage(view)
    const places = layout.nodes.map((one) => `${one.x} ${one.y}`)
    expect(new Set(places).size).toBe(places.length)
  })
})

test('the names of lines that must be seen all stand, however crowded', () => {
  const view = drawnView(tree(50), ALL)
  const layout = layoutLineage(view)
  const wanted = (routed: (typeof layout.edges)[number]) => routed.edge.to === 'hu'
  const names = placeNames(layout.edges, layout.nodes, () => 'thực hiện', wanted)
  for (const routed of layout.edges.filter(wanted)) {
    expect(names.some((name) => name.routed === routed)).toBe(true)
  }
})
