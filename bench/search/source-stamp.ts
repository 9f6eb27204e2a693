import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const IMPORTED = /(?:from|import\()\s*'([^']+\.ts)'/g

/** A hash of the sources modules are made of. */
export function sourceStamp(modules: readonly string[]): string {
  const hash = createHash('sha256')
  for (const [path, source] of [...sourcesOf(modules)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path.slice(ROOT.length)}\n${source}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** The modules and all they import of this project, by path. */
export function sourcesOf(modules: readonly string[]): ReadonlyMap<string, string> {
  const seen = new Map<string, string>()
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return
    const source = readFileSync(path, 'utf8')
    seen.set(path, source)
    for (const [, name] of source.matchAll(IMPORTED)) visit(pathOf(name ?? '', path))
  }
  for (const module of modules) visit(module)
  return seen
}

/** "#archive/x.ts" is "src/archive/x.ts", "#tests/x.ts" is "tests/x.ts" (package.json). */
function pathOf(name: string, from: string): string {
  if (!name.startsWith('#')) return resolve(from, '..', name)
  const [first = '', ...rest] = name.slice(1).split('/')
  return join(ROOT, first === 'tests' ? '' : 'src', first, ...rest)
}
