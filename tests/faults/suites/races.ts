import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeArchive, newFolder } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { fillArchive } from '../harness/paper.ts'
import { drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const CHILD = new URL('../children/race-child.ts', import.meta.url).pathname
const SHELLS = ['electron', 'loopback', 'cli', 'direct'] as const

type Racer = Readonly<{ child: ChildProcess; ask(line: string): Promise<string>; gone: Promise<void> }>

/**
 * Programs of any two shells open one archive at the same instant: exactly one gets it, the others are told who has it, and
 * the lock goes with its holder, closed or killed.
 */
export const races: Suite = {
  name: 'races',
  rule: 'R7',
  what: 'two or three processes open one archive at one instant; the holder closes or is killed',
  small: 100,
  full: 1000,
  async open() {
    const folder = join(newFolder(), 'archive')
    const archive = await makeArchive(folder)
    await fillArchive(archive, 2)
    await archive.close()
    const racers: Racer[] = [await racer(folder), await racer(folder), await racer(folder)]
    return {
      async run(key) {
        const draw = drawOf(key)
        const some = racers.slice(0, 2 + draw.below(2))
        const at = Date.now() + 4 + draw.below(5)
        const said = await Promise.all(some.map((one) => one.ask(`open ${draw.one(SHELLS)} ${at + draw.below(3)}`)))
        const winner = said.findIndex((line) => line.startsWith('open ready'))
        const holder = some[winner]
        must(holder !== undefined, `nobody got it: ${said.join('; ')}`)
        for (const [index, line] of said.entries()) {
          if (index === winner) continue
          must(line.startsWith('refused archive-locked'), `two of them, or no refusal: ${said.join('; ')}`)
        }
        // Asked later, when the holder has written who it is, the other says so.
        const other = some[winner === 0 ? 1 : 0]
        same(await other?.ask('open direct 0'), `refused archive-locked ${holder?.child.pid}`, 'who holds it')
        const killed = draw.chance(0.15)
        if (killed && holder) {
          holder.child.kill('SIGKILL')
          await holder.gone
          racers[racers.indexOf(holder)] = await racer(folder)
        } else same(await holder?.ask('close'), 'closed', 'the holder')
        return { killed: killed ? 1 : 0, 'of three': some.length === 3 ? 1 : 0 }
      },
      close: () => {
        for (const one of racers) one.child.kill('SIGKILL')
      }
    }
  }
}

async function racer(folder: string): Promise<Racer> {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  let hear: (() => void) | null = null
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + String(chunk)).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    hear?.()
  })
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const next = async (): Promise<string> => {
    while (lines.length === 0) {
      await Promise.race([
        new Promise<void>((resolve) => {
          hear = resolve
        }),
        gone.then(() => must(false, 'a racer broke down')),
        wait(60_000, undefined, { ref: false })
      ])
    }
    return lines.shift() ?? ''
  }
  same(await next(), 'warm', 'a racer begins')
  return {
    child,
    gone,
    ask: (line) => {
      child.stdin.write(`${line}\n`)
      return next()
    }
  }
}
