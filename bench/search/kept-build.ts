import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceStamp } from './source-stamp.ts'

/** What a build says of itself. */
export type BuildFigures = Readonly<{
  documents: number
  perSecond: number
  /** By processor time of its process, which other work on the machine does not lengthen; null where it works elsewhere. */
  perCpuSecond: number | null
  seconds: number
  megabytesOnDisk: number
  /** Of it the index, without texts and rows. */
  indexMegabytes: number
  peakMegabytes: number | null
}>
/** A string: why it could not be built. */
type Stamp = Readonly<{ of: string; built: BuildFigures | string }>
export type KeptBuild = Readonly<{ folder: string; built: BuildFigures | string; reused: boolean }>

const STAMP = 'stamp.json'

/**
 * A build in `keep`, made anew unless one is there of the same papers by the same sources: whatever decides how it comes
 * out is in its stamp, so that a stale one is never measured.
 */
export function keptBuild(
  keep: string,
  what: Readonly<{ id: string; documents: number; seed: number; modules: readonly string[] }>,
  make: (folder: string) => BuildFigures | string
): KeptBuild {
  const folder = join(keep, `${what.id}-${what.documents}-${what.seed}`)
  const of = `${process.version} ${sourceStamp(what.modules)}`
  const known = stampOf(folder)
  if (known?.of === of) return { folder, built: known.built, reused: true }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const built = make(folder)
  writeFileSync(join(folder, STAMP), JSON.stringify({ of, built } satisfies Stamp))
  return { folder, built, reused: false }
}

/** The stamp is written last: a folder without one was not built to its end. */
function stampOf(folder: string): Stamp | null {
  const path = join(folder, STAMP)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Stamp) : null
}
