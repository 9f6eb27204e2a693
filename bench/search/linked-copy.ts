import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Written once under their names and never changed in place: a second name is a copy. */
const NEVER_CHANGED: ReadonlySet<string> = new Set(['originals', 'texts'])

/** A copy of an archive that may be written to, made in seconds however many originals it has. */
export function linkedCopy(from: string, to: string, link = false): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkedCopy(source, target, link || NEVER_CHANGED.has(entry.name))
    else if (link) linkSync(source, target)
    else copyFileSync(source, target)
  }
}
