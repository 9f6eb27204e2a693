/** A check that keeps something out or whole, and the smallest change that takes it away. */
export type Guard = Readonly<{
  name: string
  file: string
  /** Stands exactly once in the file. */
  find: string
  put: string
  /** The test files of which one must fail without it. */
  tests: readonly string[]
}>
