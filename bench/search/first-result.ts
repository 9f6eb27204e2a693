import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Figures, figures } from '../figures.ts'
import type { Contender } from './contenders.ts'

const QUERY = 'mang xa hoi'

/**
 * Milliseconds of whole new processes, from start to end with the first result in between. All run `program`, the contenders
 * put together as a program is shipped, with a compile cache filled by a start before.
 */
export function firstResult(program: string, contender: Contender, folder: string, runs: number): Figures {
  const [command, ...args] = contender.first?.(folder, QUERY) ?? [
    process.execPath,
    '--max-old-space-size=6000',
    program,
    contender.name,
    folder,
    QUERY
  ]
  return measured(command, args, folder, runs)
}

/** A process that does nothing, to hold the others against. */
export function bareProcess(folder: string, runs: number): Figures {
  return measured(process.execPath, ['-p', 'JSON.stringify(process.cpuUsage())'], folder, runs)
}

function measured(command: string, args: readonly string[], folder: string, runs: number): Figures {
  /** Milliseconds of processor time, where the process says it. */
  const start = (): number => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
    const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
    if (status !== 0) throw new Error(`a measured process failed: ${stderr}`)
    const said = /\{"user":(\d+),"system":(\d+)\}/.exec(stdout)
    return said ? (Number(said[1]) + Number(said[2])) / 1000 : Number.NaN
  }
  start()
  const wall: number[] = []
  const cpu: number[] = []
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    cpu.push(start())
    wall.push(performance.now() - from)
  }
  const { p50 } = figures(cpu)
  return { ...figures(wall), ...(Number.isNaN(p50) ? {} : { cpu: p50 }) }
}
