/** Percentiles in milliseconds of a run of timings. */
export type Figures = Readonly<{ p50: number; p95: number; p99: number; n: number }>

export function figures(milliseconds: readonly number[]): Figures {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: sorted.length }
}

/** Runs each case once to warm up and then once timed. */
export function time<T>(cases: readonly T[], run: (one: T) => unknown): Figures {
  for (const one of cases.slice(0, 5)) run(one)
  return figures(
    cases.map((one) => {
      const start = performance.now()
      run(one)
      return performance.now() - start
    })
  )
}

export function show(one: Figures): string {
  return `${one.p50.toFixed(2)} / ${one.p95.toFixed(2)}`
}

/** How many times slower the first median is than the second. */
export function ratio(ours: Figures, theirs: Figures): string {
  return `${(ours.p50 / theirs.p50).toFixed(3)}×`
}
