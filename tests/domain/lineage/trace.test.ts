import { describe, expect, test } from 'vitest'
import type { LineageEdge, LineageNode } from '#domain/lineage/graph.ts'
import { trace } from '#domain/lineage/trace.ts'

function edge(from: string, to: string): LineageEdge {
  return { from, to, relation: 'implements', status: 'linked', quote: '' }
}
function node(id: string): LineageNode {
  return { id, reference: id, documentType: null, issuedOn: null, issuer: null, level: null, subject: null, held: true }
}
function walk(edges: readonly LineageEdge[], direction: 'up' | 'down' | 'both', depth: number, limit = 100) {
  let asked = 0
  const made = trace(
    { root: 'root', direction, depth, limit },
    (id, way) => {
      asked++
      return edges.filter((one) => (way === 'up' ? one.from : one.to) === id)
    },
    node
  )
  return { ids: made.nodes.map((one) => one.id), edges: made.edges.length, truncated: made.truncated, asked }
}

const CHAIN = [edge('xa', 'root'), edge('root', 'hu'), edge('hu', 'tu'), edge('tu', 'tw'), edge('sibling', 'hu')]

describe('trace', () => {
  test('up follows what is cited, nearest first; down what cites', () => {
    expect(walk(CHAIN, 'up', 6).ids).toEqual(['root', 'hu', 'tu', 'tw'])
    expect(walk(CHAIN, 'down', 6).ids).toEqual(['root', 'xa'])
  })

  test('both never turns on the way: what else cites a superior paper stays out', () => {
    expect(walk(CHAIN, 'both', 6).ids.toSorted()).toEqual(['hu', 'root', 'tu', 'tw', 'xa'])
  })

  test('the depth cuts and says so', () => {
    expect(walk(CHAIN, 'up', 2)).toMatchObject({ ids: ['root', 'hu', 'tu'], truncated: true })
    expect(walk(CHAIN, 'up', 3).truncated).toBe(false)
  })

  test('a hub is cut at the number of nodes, without walking beyond', () => {
    const hub = Array.from({ length: 5000 }, (_, n) => edge(`d${n}`, 'root'))
    const got = walk(hub, 'down', 6, 50)
    expect(got.ids).toHaveLength(50)
    expect(got.truncated).toBe(true)
    expect(got.asked).toBeLessThanOrEqual(51)
  })

  test('a circle ends', () => {
    const circle = [edge('root', 'a'), edge('a', 'b'), edge('b', 'root')]
    expect(walk(circle, 'up', 12)).toMatchObject({ ids: ['root', 'a', 'b'], edges: 3, truncated: false })
  })
})
