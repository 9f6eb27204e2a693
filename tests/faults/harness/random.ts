import { seeded } from '../case-count.ts'

/** Draws of one case, made of its key alone. */
export type Draw = Readonly<{
  /** 0 ≤ n < below. */
  below(below: number): number
  one<T>(of: readonly T[]): T
  chance(of: number): boolean
}>

export function drawOf(key: string): Draw {
  const random = seeded(hashOf(key))
  const below = (most: number): number => Math.floor(random() * most)
  return {
    below,
    one(of) {
      const picked = of[below(of.length)]
      if (picked === undefined) throw new Error('nothing to draw from')
      return picked
    },
    chance: (of) => random() < of
  }
}

/** One of them after the other, as the keys of a run count up. */
export function inTurn<T>(of: readonly T[], key: string): T {
  const picked = of[Number(key.split('.').at(-1)) % of.length]
  if (picked === undefined) throw new Error(`no case ${key}`)
  return picked
}

/** FNV-1a: neighbouring keys give draws that have nothing to do with each other. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** So many of the cases, in an order that the seed decides. */
export function sample(keys: readonly string[], count: number, seed: number): readonly string[] {
  return keys
    .map((key) => ({ key, rank: hashOf(`${seed} ${key}`) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map((one) => one.key)
}
