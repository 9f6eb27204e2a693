import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Figures, figures } from '../figures.ts'
import type { Contender } from './contenders.ts'

const SCRIPT = join(import.meta.dirname, 'contender-process.ts')
const QUERY = 'mang xa hoi'

/**
 * Milliseconds of whole new processes, from start to end with the first result in between. All have a compile cache filled
 * by a start before: the program as shipped has no types to strip either.
 */
export function firstResult(contender: Contender, folder: string, runs: number): Figures {
  const [command, ...args] = contender.first?.(folder, QUERY) ?? [
    process.execPath,
    '--max-old-space-size=6000',
    SCRIPT,
    contender.name,
    folder,
    QUERY
  ]
  return measured(command, args, folder, runs)
}

/** A process that does nothing, to hold the others against. */
export function bareProcess(folder: string, runs: number): Figures {
  return measured(process.execPath, ['-e', ''], folder, runs)
}

function measured(command: string, args: readonly string[], folder: string, runs: number): Figures {
  const start = () => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
    if (status !== 0) throw new Error(`a measured process failed: ${stderr}`)
  }
  start()
  return figures(
    Array.from({ length: runs }, () => {
      const from = performance.now()
      start()
      return performance.now() - from
    })
  )
}
