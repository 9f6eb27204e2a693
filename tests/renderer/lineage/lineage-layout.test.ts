import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineageView } from '#contract/operations/lineage.ts'
import { BOX } from '#renderer/features/lineage/lineage-box.ts'
import { timeColumns } from '#renderer/features/lineage/lineage-columns.ts'
import { listParts, narrow, neighbour, pathBetween } from '#renderer/features/lineage/lineage-graph.ts'
import { layoutLineage } from '#renderer/features/lineage/lineage-layout.ts'

type Node = LineageView['nodes'][number]

function node(id: string, level: Node['level'], issuedOn: string | null, held = true): Node {
  const plain = { documentType: null, issuer: null, subject: null, hidden: 0, unansweredDays: null } as const
  return { id, level, issuedOn, held, reference: id, validity: 'in-force', ...plain }
}

function edge(from: string, to: string, relation: LineageView['edges'][number]['relation'] = 'implements') {
  return { from, to, relation, status: 'linked' as const, quote: '' }
}

const view: LineageView = {
  root: '221-CV/HU',
  nodes: [
    node('221-CV/HU', 'HU', '2021-08-12'),
    node('713-CV/TU', 'TU', '2021-08-09'),
    node('35-NQ/TW', 'TW', '2018-10-22'),
    node('145-CV/HU', 'HU', '2021-05-04'),
    node('86-HD/BTGTW', 'TW', null, false),
    node('34-CV/ĐU', 'XA', '2021-08-20'),
    node('12-KH/ĐU', 'XA', '2021-08-20')
  ],
  edges: [
    edge('221-CV/HU', '713-CV/TU'),
    edge('221-CV/HU', '35-NQ/TW', 'in-spirit-of'),
    edge('221-CV/HU', '145-CV/HU', 'continues-implementing'),
    edge('713-CV/TU', '86-HD/BTGTW'),
    edge('34-CV/ĐU', '221-CV/HU'),
    edge('12-KH/ĐU', '221-CV/HU')
  ],
  truncated: false
}

describe('the drawing of a lineage', () => {
  const layout = layoutLineage(view)

  test('levels stand from TW down to xã, time runs to the right', () => {
    expect(layout.rows.map((row) => row.level)).toEqual(['TW', 'TU', 'HU', 'XA'])
    const x = (id: string) => layout.nodes.find((one) => one.node.id === id)?.x ?? Number.NaN
    expect(x('35-NQ/TW')).toBeLessThan(x('145-CV/HU'))
    expect(x('145-CV/HU')).toBeLessThan(x('713-CV/TU'))
    expect(x('713-CV/TU')).toBeLessThan(x('221-CV/HU'))
    expect(x('221-CV/HU')).toBeLessThan(x('34-CV/ĐU'))
  })

  test('a document without a date stands before the one that cites it', () => {
    const columns = timeColumns(view).map((column) => column.nodes.map((one) => one.id))
    const at = (id: string) => columns.findIndex((ids) => ids.includes(id))
    expect(at('86-HD/BTGTW')).toBeLessThanOrEqual(at('713-CV/TU'))
    expect(at('86-HD/BTGTW')).toBeGreaterThan(at('35-NQ/TW'))
  })

  test('every line ends at the side of the cited box', () => {
    for (const { edge: one, points } of layout.edges) {
      const to = layout.nodes.find((placed) => placed.node.id === one.to)
      const end = points.at(-1)
      expect([to?.x, (to?.x ?? 0) + BOX.width]).toContain(end?.x)
    }
  })

  test('no line runs through a box and no two boxes overlap, whatever the graph', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('TW', 'TU', 'HU', 'XA', null), fc.option(fc.integer({ min: 0, max: 4000 }))),
          { minLength: 8, maxLength: 8 }
        ),
        fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }),
        (places, pairs) => {
          const nodes = ids.map((id, index) => {
            const [level, days] = places[index] ?? ['HU', 0]
            const day = days === null ? null : new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10)
            return node(id, level as Node['level'], day)
          })
          const edges = pairs.map(([from, to]) => edge(ids[from] ?? 'a', ids[to] ?? 'a'))
          const drawn = layoutLineage({ root: 'a', nodes, edges, truncated: false })
          expect(drawn.nodes).toHaveLength(8)
          for (const one of drawn.nodes) {
            for (const other of drawn.nodes) {
              if (one !== other && one.column === other.column)
                expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(BOX.height)
            }
            for (const { points } of drawn.edges) {
              points.slice(1).forEach((point, index) => {
                const before = points[index]
                if (before) expect(crosses(before, point, one)).toBe(false)
              })
            }
          }
        }
      ),
      { numRuns: 150 }
    )
  })

  test('the chain between two documents is the shortest', () => {
    expect(pathBetween(view, view.root, '86-HD/BTGTW').map((one) => one.to)).toEqual(['713-CV/TU', '86-HD/BTGTW'])
    expect(pathBetween(view, view.root, 'nowhere')).toEqual([])
  })

  test('stubs and relations that do not touch validity can be left out; the root stays', () => {
    const every = () => true
    const bare = narrow(view, { stubs: false, keepsEdge: (one) => one.relation === 'replaces', keepsNode: every })
    expect(bare.nodes.map((one) => one.id)).toEqual(['221-CV/HU'])
    const held = narrow(view, { stubs: false, keepsEdge: every, keepsNode: every })
    expect(held.nodes.some((one) => one.id === '86-HD/BTGTW')).toBe(false)
    expect(held.nodes).toHaveLength(6)
  })

  test('the list names every document of the drawing once', () => {
    const listed = listParts(view).flatMap((part) => part.nodes.map((one) => one.id))
    expect([...listed, view.root].sort()).toEqual(view.nodes.map((one) => one.id).sort())
    expect(listParts(view).map((part) => part.part)).toEqual(['above', 'same', 'below'])
  })

  test('arrow keys go to the nearest box on that side', () => {
    expect(neighbour(layout.nodes, '221-CV/HU', 'ArrowLeft')).toBe('145-CV/HU')
    expect(neighbour(layout.nodes, '35-NQ/TW', 'ArrowUp')).toBeNull()
  })
})

type Point = Readonly<{ x: number; y: number }>

/** True where a level or upright stretch passes through the inside of a box. */
function crosses(a: Point, b: Point, box: Point): boolean {
  const inside = (low: number, high: number, from: number, to: number) =>
    Math.max(Math.min(from, to), low) < Math.min(Math.max(from, to), high)
  const [left, right, top, bottom] = [box.x + 0.5, box.x + BOX.width - 0.5, box.y + 0.5, box.y + BOX.height - 0.5]
  if (a.y === b.y) return a.y > top && a.y < bottom && inside(left, right, a.x, b.x)
  return a.x > left && a.x < right && inside(top, bottom, a.y, b.y)
}
