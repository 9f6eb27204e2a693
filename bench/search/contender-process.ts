/** Started by `startContender`: opens one contender's index and answers what it is asked, timing each answer. */
import { CONTENDERS } from './contenders.ts'
import { memoryOf } from './memory.ts'
import type { Answered, FromContender, ToContender } from './messages.ts'

const [name, folder = '', once] = process.argv.slice(2)
const contender = CONTENDERS.find((one) => one.name === name)
if (!contender) throw new Error(`no contender "${name}"`)
const opened = await (await contender.load())(folder)

if (once !== undefined) {
  if ((await opened.ask(once)) === 0) process.exitCode = 1
  opened.close?.()
  process.stdout.write(JSON.stringify(process.cpuUsage()))
} else {
  const send = (message: FromContender) => process.send?.(message)
  process.on('message', async (message: ToContender) => {
    switch (message.type) {
      case 'ask':
        send(await answers(message.queries, message.limit))
        return
      case 'end':
        send({ type: 'memory', memory: memoryOf(opened.pid ?? 'self') })
        opened.close?.()
        process.disconnect?.()
    }
  })
  send({ type: 'ready' })
}

/** Each query once, in turn, until the time allowed is over. */
async function answers(queries: readonly string[], limit: number): Promise<Answered> {
  const wall: number[] = []
  const cpu: number[] = []
  const shown: number[] = []
  const end = performance.now() + limit
  for (const query of queries) {
    const usage = process.cpuUsage()
    const from = performance.now()
    if (from > end) break
    shown.push(await opened.ask(query))
    wall.push(performance.now() - from)
    const used = process.cpuUsage(usage)
    cpu.push((used.user + used.system) / 1000)
  }
  return { type: 'answered', wall, cpu, shown }
}
