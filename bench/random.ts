/** A seeded source of chance (mulberry32): the same seed gives the same archive on every machine. */
export type Random = Readonly<{ next(): number; int(below: number): number; pick<T>(from: readonly T[]): T }>

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    int: (below) => Math.floor(next() * below),
    pick: (from) => {
      const one = from[Math.floor(next() * from.length)]
      if (one === undefined) throw new Error('pick from an empty list')
      return one
    }
  }
}
