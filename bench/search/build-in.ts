import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { BUILDS, type BuildId } from './contenders.ts'
import { type BuildFigures, type KeptBuild, keptBuild } from './kept-build.ts'

const HERE = import.meta.dirname
/** What one building process may hold: more than that no office's machine spares. */
export const HEAP_MEGABYTES = 6000

/** The build of `id` under `keep`, made in a process of its own where it is not there yet. */
export function buildIn(keep: string, id: BuildId, documents: number, seed: number): KeptBuild {
  const modules = [join(HERE, BUILDS[id].module), join(HERE, '../generator.ts'), join(HERE, 'search-engine.ts')]
  return keptBuild(keep, { id, documents, seed, modules }, (folder) => built(folder, id, documents, seed))
}

function built(folder: string, id: BuildId, documents: number, seed: number): BuildFigures | string {
  const script = [join(HERE, 'build-process.ts'), id, folder, String(documents), String(seed)]
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, ...script],
    { encoding: 'utf8' }
  )
  if (status === 0) return JSON.parse(stdout) as BuildFigures
  if (stderr.includes('heap out of memory')) return `did not fit in ${HEAP_MEGABYTES} MB`
  const [said] = /^\w*Error: .*$/m.exec(stderr) ?? [stderr.trim().slice(-200)]
  return `its build failed (${signal ?? status}): ${said}`
}
