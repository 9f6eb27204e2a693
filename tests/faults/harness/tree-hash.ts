import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** One hash of every name and every byte below a folder: equal before and after means nothing was touched. */
export function treeHash(folder: string, except: (path: string) => boolean = () => false): string {
  const hash = createHash('sha256')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { entry, path } of entries) {
    const below = path.slice(folder.length + 1)
    if (except(below)) continue
    hash.update(`${below}\n`)
    if (entry.isFile()) hash.update(readFileSync(path))
    else if (entry.isSymbolicLink()) hash.update(readlinkSync(path))
  }
  return hash.digest('hex')
}
