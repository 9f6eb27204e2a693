import type { Memory } from './memory.ts'

/** Milliseconds and shown papers of every query that was reached. */
export type Answered = Readonly<{
  type: 'answered'
  wall: readonly number[]
  cpu: readonly number[]
  shown: readonly number[]
}>
export type ToContender =
  | Readonly<{ type: 'ask'; queries: readonly string[]; limit: number }>
  | Readonly<{ type: 'end' }>
export type FromContender = Answered | Readonly<{ type: 'ready' }> | Readonly<{ type: 'memory'; memory: Memory | null }>
