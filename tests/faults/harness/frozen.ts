import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { newFolder } from './archive.ts'
import type { DeedName } from './deeds.ts'
import { must } from './must.ts'

const CHILD = new URL('../children/work-child.ts', import.meta.url).pathname

export type Worker = Readonly<{
  pid: number
  ready(): Promise<void>
  /** Stops all its threads where they are, and comes when they stand. */
  freeze(): Promise<void>
  thaw(): void
  /** Ends it as a power cut would, and comes when it is gone. */
  kill(): Promise<void>
  /** Whole lines it has said so far. */
  said(): readonly string[]
  alive(): boolean
}>

/** Starts a process that works in the archive. */
export function startWorker(
  place: Readonly<{
    folder: string
    beside: string
    key: string
    deeds: readonly DeedName[]
    care?: 'full' | 'normal' | 'none'
  }>
): Worker {
  const book = join(newFolder('book-'), 'book')
  const args = [CHILD, place.folder, place.beside, book, place.key, place.deeds.join(','), place.care ?? 'full']
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const { pid } = child
  if (pid === undefined) throw new Error('no process')
  let alive = true
  const gone = new Promise<void>((resolve) =>
    child.on('close', () => {
      alive = false
      resolve()
    })
  )
  const said = (): readonly string[] => (existsSync(book) ? readFileSync(book, 'utf8').split('\n').slice(0, -1) : [])
  return {
    pid,
    said,
    alive: () => alive,
    async ready() {
      for (let waited = 0; said().length === 0; waited += 3) {
        must(alive && waited < 60_000, 'the worker did not begin')
        await wait(3)
      }
    },
    async freeze() {
      child.kill('SIGSTOP')
      for (let waited = 0; !stands(pid); waited++) {
        must(waited < 20_000, 'the worker does not stand still')
        await wait(1)
      }
    },
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL')
      await gone
    }
  }
}

/** Whether every thread of it is stopped: a call to the disk that had begun is over then. */
function stands(pid: number): boolean {
  try {
    return readdirSync(`/proc/${pid}/task`).every((task) => {
      const stat = readFileSync(`/proc/${pid}/task/${task}/stat`, 'latin1')
      return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T')
    })
  } catch {
    return false
  }
}
