import { fork } from 'node:child_process'
import { join } from 'node:path'
import { YOUNG_MB } from '#archive/host.ts'
import type { Contender } from './contenders.ts'
import type { Memory } from './memory.ts'
import type { Answered, FromContender, ToContender } from './messages.ts'

const SCRIPT = join(import.meta.dirname, 'contender-process.ts')

export type Running = Readonly<{
  ask(queries: readonly string[], limit: number): Promise<Answered>
  /** Ends it and says what it held. */
  end(): Promise<Memory | null>
}>

/** A contender in a process of its own, its index opened. Ours has the room for young objects that its thread has in the program. */
export async function startContender({ name, build }: Contender, folder: string): Promise<Running> {
  const young = build === 'ours' ? [`--max-semi-space-size=${Math.floor(YOUNG_MB / 3)}`] : []
  const execArgv = ['--max-old-space-size=6000', ...young]
  const child = fork(SCRIPT, [name, folder], { serialization: 'advanced', execArgv })
  const waiting: { done(message: FromContender): void; failed(error: Error): void }[] = []
  child.on('message', (message) => waiting.shift()?.done(message as FromContender))
  child.on('exit', (code, signal) => {
    for (const one of waiting.splice(0)) one.failed(new Error(`${name} ended (${signal ?? code})`))
  })
  const next = () => new Promise<FromContender>((done, failed) => waiting.push({ done, failed }))
  const say = (message: ToContender) => {
    const answer = next()
    child.send(message)
    return answer
  }
  await next()
  return {
    async ask(queries, limit) {
      const answer = await say({ type: 'ask', queries, limit })
      if (answer.type !== 'answered') throw new Error(`${name} answered ${answer.type}`)
      return answer
    },
    async end() {
      const answer = await say({ type: 'end' })
      return answer.type === 'memory' ? answer.memory : null
    }
  }
}
