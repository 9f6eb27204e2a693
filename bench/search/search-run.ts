import type { Figures } from '../figures.ts'
import type { BuildFigures } from './kept-build.ts'
import type { Memory } from './memory.ts'

/** How one contender answered one class of queries: of `of` queries `asked` were reached in the time allowed. */
export type ClassFigures = Readonly<{ of: number; asked: number; found: number; wall: Figures; cpu: Figures }>

export type ContenderFigures = Readonly<{
  name: string
  build: BuildFigures
  classes: Readonly<Record<string, ClassFigures>>
  /** All classes together. */
  pooled: ClassFigures
  memory: Memory | null
  /** Whole processes from start to first result. */
  first: Figures
}>
export type NotRun = Readonly<{ name: string; notRun: string }>

export type SearchRun = Readonly<{
  documents: number
  seed: number
  queries: number
  /** Of the machine, before and after. */
  load: readonly [number, number]
  /** A process of Node that does nothing. */
  bare: Figures
  contenders: readonly (ContenderFigures | NotRun)[]
}>

export function ran(one: ContenderFigures | NotRun): one is ContenderFigures {
  return !('notRun' in one)
}
