import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm'
}

/** A path of plain names: letters, digits and a few signs, no name that begins with a dot, nothing encoded. */
const PLAIN = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

export type StaticFile = Readonly<{ file: string; size: number; mediaType: string }>

/**
 * The file of the screens behind an address, or null. The address is never decoded: the build gives its files plain
 * names, so an address with "%", a backslash, ".." or a drive letter is no file of ours whatever it would decode to.
 */
export async function findStatic(folder: string, path: string): Promise<StaticFile | null> {
  const name = path === '/' ? '/index.html' : path
  if (!PLAIN.test(name)) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, name))
    if (!file.startsWith(root + sep)) return null
    const found = await stat(file)
    if (!found.isFile()) return null
    return { file, size: found.size, mediaType: TYPES[extname(file)] ?? 'application/octet-stream' }
  } catch {
    return null
  }
}
