import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { compareVersions, VERSION_NAME } from '#contract/update-manifest.ts'

/** Names the version the starter runs; the one file an update changes, and the last thing it does. */
export const CURRENT = 'current.txt'

/** Where a portable program lies: `folder` holds `current.txt` and a folder for each version. */
export type ProgramPlace = Readonly<{ folder: string; version: string }>

/** The place of the running program; null where it is none that can take an update (from sources, installed). */
export function programPlace(execPath: string): ProgramPlace | null {
  const own = dirname(execPath)
  const version = basename(own)
  const folder = dirname(own)
  return VERSION_NAME.test(version) && existsSync(join(folder, CURRENT)) ? { folder, version } : null
}

/** The version the next start runs. */
export function chosenVersion(place: ProgramPlace): string {
  const said = readFileSync(join(place.folder, CURRENT), 'utf8').trim()
  return VERSION_NAME.test(said) ? said : place.version
}

/** Versions that lie there whole, oldest first. */
export function versionsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && VERSION_NAME.test(entry.name) && existsSync(join(folder, entry.name, 'app'))
    )
    .map((entry) => entry.name)
    .sort(compareVersions)
}
