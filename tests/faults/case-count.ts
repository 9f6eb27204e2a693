/** How many cases a fault test ran, said where a reader of the run sees it. */
export function report(what: string, cases: number, facts: Readonly<Record<string, number | string>> = {}): void {
  const more = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  process.stdout.write(`[faults] ${what}: ${cases} cases${more.length > 0 ? `; ${more.join(', ')}` : ''}\n`)
}

/** Said instead of run: a test that was skipped is no test that passed. */
export function skipped(what: string, why: string): void {
  process.stdout.write(`[faults] ${what}: SKIPPED (${why})\n`)
}

/** A small generator with a seed (mulberry32), so that a failed case can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
