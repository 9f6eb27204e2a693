import { lstatSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { damaged } from '../care/backup-manifest.ts'

/** The file below `root`, no link on the way: a folder from a stick must not be able to name files of this machine. */
export function plainFile(root: string, path: string): string {
  let at = root
  const parts = path.split('/')
  for (const [index, part] of parts.entries()) {
    at = join(at, part)
    const found = lstatSync(at, { throwIfNoEntry: false })
    if (!found) throw damaged('export-file-missing', path)
    if (found.isSymbolicLink()) throw damaged('export-link', path)
    if (index === parts.length - 1 ? !found.isFile() : !found.isDirectory()) throw damaged('export-file-missing', path)
  }
  return at
}

/** The first bytes of a file, as text. */
export async function firstBytes(path: string, most: number): Promise<string> {
  const file = await open(path, 'r')
  try {
    const size = Math.min(most, (await file.stat()).size)
    const bytes = Buffer.alloc(size)
    let at = 0
    while (at < size) {
      const { bytesRead } = await file.read(bytes, at, size - at, at)
      if (bytesRead === 0) break
      at += bytesRead
    }
    return bytes.toString('utf8', 0, at)
  } finally {
    await file.close()
  }
}
