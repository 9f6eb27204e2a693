/** Percentiles in milliseconds of a run of timings. `cpu`: processor time of one, which other work does not lengthen. */
export type Figures = Readonly<{ p50: number; p95: number; p99: number; n: number; cpu?: number }>

export function figures(milliseconds: readonly number[]): Figures {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: sorted.length }
}

/** Runs each case once to warm up and then once timed. */
export function time<T>(cases: readonly T[], run: (one: T) => unknown): Figures {
  for (const one of cases.slice(0, 5)) run(one)
  const took: number[] = []
  const usage = process.cpuUsage()
  for (const one of cases) {
    const start = performance.now()
    run(one)
    took.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(usage)
  return { ...figures(took), cpu: (user + system) / 1000 / cases.length }
}

export function show(one: Figures): string {
  const cpu = one.cpu === undefined ? '' : ` (processor ${one.cpu.toFixed(2)})`
  return `${one.p50.toFixed(2)} / ${one.p95.toFixed(2)}${cpu}`
}

/** How many times slower the first median is than the second. */
export function ratio(ours: Figures, theirs: Figures): string {
  return `${(ours.p50 / theirs.p50).toFixed(3)}×`
}
