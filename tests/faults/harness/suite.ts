/** What a case counted, by name; summed over all cases. `cases`: how many it was, where it was not one. */
export type Counts = Readonly<Record<string, number>>

/** What a suite made ready to try its cases on. */
export type Bench = Readonly<{
  /** All cases there are, where they can be listed; absent: as many as wished, each made of a seed. */
  keys?: readonly string[]
  /** Tries one case; throws where the archive did not stand it. */
  run(key: string): Promise<Counts>
  /** What all cases together must show, so that a harness that does nothing cannot pass. Null: shown. */
  verdict?(counts: Counts): string | null
  close?(): void | Promise<void>
}>

/** One kind of fault, in two sizes (reliability.md §2a). */
export type Suite = Readonly<{
  name: string
  /** R1 … R18. */
  rule: string
  what: string
  /** Cases in the suite and in the full run; 'all': every case there is. */
  small: number
  full: number | 'all'
  /** Whether its process is started with the library that makes calls fail. */
  failingCalls?: true
  /** Why it cannot run on this machine; null: it can. */
  cannot?(): string | null
  open(seed: number): Promise<Bench>
}>

export type Failed = Readonly<{ key: string; why: string }>

export type Result = Readonly<{
  name: string
  rule: string
  what: string
  seed: number
  cases: number
  /** Cases kept from failures of earlier runs and tried first. */
  kept: number
  failed: readonly Failed[]
  counts: Counts
  seconds: number
  skipped: string | null
  /** Of how many it ended early, where it did. */
  outOf: number
}>
