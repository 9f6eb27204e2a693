import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Beside, shortestPaths } from '#domain/lineage/paths.ts'

type Pair = readonly [citing: string, cited: string]

function besideOf(pairs: readonly Pair[]): Beside {
  return (ids, way) =>
    ids.flatMap((id) =>
      pairs.flatMap(([from, to]) => {
        const [own, beside] = way === 'up' ? [from, to] : [to, from]
        return own === id ? [[id, beside] as const] : []
      })
    )
}

describe('paths between two documents', () => {
  const chain: readonly Pair[] = [
    ['xã', 'HU'],
    ['xã', 'HU khác'],
    ['HU', 'TU'],
    ['HU khác', 'TU'],
    ['TU', 'TW'],
    ['khác', 'TW'],
    ['xã', 'Luật'],
    ['khác', 'Luật']
  ]

  test('a chain has both its branches, from the first end to the last', () => {
    const { paths, cut } = shortestPaths('xã', 'TW', besideOf(chain), 100)
    expect(paths).toMatchObject({ way: 'up', length: 3 })
    expect(cut).toBe(false)
    expect([...(paths?.steps ?? [])].map(({ from, to }) => `${from}>${to}`).sort()).toEqual([
      'HU khác>TU',
      'HU>TU',
      'TU>TW',
      'xã>HU',
      'xã>HU khác'
    ])
    expect(shortestPaths('TW', 'xã', besideOf(chain), 100).paths).toMatchObject({ way: 'down', length: 3 })
  })

  test('a longer chain of orders is told before a short way through a law both name', () => {
    const pairs: readonly Pair[] = [...chain, ['TU', 'khác']]
    expect(shortestPaths('xã', 'khác', besideOf(pairs), 100).paths).toMatchObject({ way: 'up', length: 3 })
    expect(shortestPaths('xã', 'khác', besideOf(chain), 100).paths).toMatchObject({ way: 'around', length: 2 })
  })

  test('none, itself, and a search cut off', () => {
    expect(shortestPaths('xã', 'không', besideOf(chain), 100)).toEqual({ paths: null, cut: false })
    expect(shortestPaths('xã', 'xã', besideOf(chain), 100).paths).toEqual({ way: 'up', length: 0, steps: [] })
    expect(shortestPaths('xã', 'TW', besideOf(chain), 2)).toEqual({ paths: null, cut: true })
  })

  test('agrees with every walk tried in turn', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const one = fc.constantFrom(...ids)
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one), { maxLength: 16 }), one, one, (pairs, from, to) => {
        fc.pre(from !== to)
        const { paths } = shortestPaths(from, to, besideOf(pairs), 1000)
        const naive = naivePaths(pairs, from, to)
        expect(paths && { way: paths.way, length: paths.length }).toEqual(
          naive && { way: naive.way, length: naive.length }
        )
        const steps = new Set((paths?.steps ?? []).map((step) => `${step.from}>${step.to}`))
        expect([...steps].sort()).toEqual([...(naive?.steps ?? [])].sort())
      }),
      { numRuns: 400 }
    )
  })
})

/** All walks without a node twice, the shortest kept. */
function naivePaths(pairs: readonly Pair[], from: string, to: string) {
  for (const way of ['up', 'down', 'around'] as const) {
    const walks: string[][] = []
    const go = (walk: string[]) => {
      const here = walk.at(-1) ?? ''
      if (here === to) return void walks.push(walk)
      for (const [citing, cited] of pairs) {
        const next = [
          ...(way !== 'down' && citing === here ? [cited] : []),
          ...(way !== 'up' && cited === here ? [citing] : [])
        ]
        for (const id of next) if (!walk.includes(id)) go([...walk, id])
      }
    }
    go([from])
    if (walks.length === 0) continue
    const length = Math.min(...walks.map((walk) => walk.length)) - 1
    const shortest = walks.filter((walk) => walk.length - 1 === length)
    const steps = new Set(shortest.flatMap((walk) => walk.slice(1).map((id, index) => `${walk[index]}>${id}`)))
    return { way, length, steps }
  }
  return null
}
