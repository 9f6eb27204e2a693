import { damaged } from '../care/backup-manifest.ts'

export type Sum = Readonly<{ sha256: string; path: string }>

/** As `sha256sum` writes and checks it: hash, two blanks, the path. */
export function printSums(sums: readonly Sum[]): string {
  return sums
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('')
}

/** The sums of a folder that came from outside: a line that is none, or a path that leaves the folder, is refused. */
export function readSums(text: string): readonly Sum[] {
  const sums: Sum[] = []
  const seen = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const found = /^([0-9a-f]{64}) {1,2}\*?(\S.*)$/.exec(line)
    const [, sha256 = '', path = ''] = found ?? []
    if (!isInside(path) || seen.has(path)) throw damaged('export-sums', line.slice(0, 80))
    seen.add(path)
    sums.push({ sha256, path })
  }
  return sums
}

/** A path below the folder it counts from, on every system. */
export function isInside(path: string): boolean {
  if (path === '' || path.length > 1000 || /^[/\\]|^[a-z]:|\\|\0/i.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
