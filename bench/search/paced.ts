import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '../app.ts'
import { type Figures, figures } from '../figures.ts'
import { request } from './engines/ours.ts'
import { SHOWN } from './search-engine.ts'

/** Milliseconds between one answer and the next question: a quick typist. */
const PAUSE = 60

export type Paced = Readonly<{ fast: Figures; full: Figures; most: number }>

/** Asks each query as a screen does, keystroke and then the whole answer, while `on` says so. */
export async function askPaced(app: App, queries: readonly string[], on: () => boolean): Promise<Paced> {
  const fast: number[] = []
  const full: number[] = []
  for (const query of queries) {
    for (const [name, into] of [['search.fast', fast] as const, ['search.full', full] as const]) {
      if (!on()) break
      const from = performance.now()
      await app.call(name, request(query, SHOWN))
      into.push(performance.now() - from)
      await wait(PAUSE)
    }
  }
  return { fast: figures(fast), full: figures(full), most: Math.max(...fast, ...full) }
}
