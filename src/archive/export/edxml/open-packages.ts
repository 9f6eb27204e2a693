import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { cleanName, type Staged, staged, stagedFile, stageFile, stagingFolder } from '../../intake/staging.ts'
import { UnreadableFile } from '../../read/read-result.ts'
import { sniff } from '../../read/sniff.ts'
import { type EdxmlAttachment, type EdxmlHeader, looksLikeEdxml, MOST_PACKAGE_BYTES, readEdxml } from './read-edxml.ts'

const HEADER_FILE = 'header.json'
const BEGIN = 4096

/**
 * Puts in the place of each package handed in the file it brings: the first attachment that can be read is the paper, with
 * the header kept beside it; the others follow as files of their own. Whatever is no package, or none that can be read,
 * stays as it is.
 */
export async function openPackages(
  folder: string,
  stagedIds: readonly string[],
  newId: (letter: string) => string
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const id of stagedIds) ids.push(id, ...(await openPackage(folder, id, newId)))
  return ids
}

/** The header that came with a waiting file; null where none did. */
export function headerOf(folder: string, id: string): EdxmlHeader | null {
  try {
    return JSON.parse(readFileSync(join(stagingFolder(folder), id, HEADER_FILE), 'utf8')) as EdxmlHeader
  } catch {
    return null
  }
}

async function openPackage(folder: string, id: string, newId: (letter: string) => string): Promise<readonly string[]> {
  const path = stagedFile(folder, id)
  if (!(await isPackage(path))) return []
  const { name, bytes } = staged(folder, id)
  if (bytes > MOST_PACKAGE_BYTES) return []
  const found = await read(path)
  if (found === null) return []
  const { header, attachments } = found
  const at = Math.max(0, attachments.findIndex(isReadable))
  const main = attachments[at]
  await writeFile(join(stagingFolder(folder), id, HEADER_FILE), JSON.stringify(header))
  if (!main) return []
  const more: string[] = []
  for (const other of attachments) {
    if (other === main || other.bytes.length === 0) continue
    const otherId = newId('s')
    await stageFile(folder, otherId, nameOf(name, other), Readable.from([other.bytes]))
    more.push(otherId)
  }
  await putInPlace(folder, id, nameOf(name, main), main.bytes)
  return more
}

async function isPackage(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return false
  try {
    const begin = Buffer.alloc(BEGIN)
    const { bytesRead } = await file.read(begin, 0, BEGIN, 0)
    return looksLikeEdxml(begin.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

async function read(path: string): Promise<ReturnType<typeof readEdxml> | null> {
  try {
    return readEdxml(await readFile(path))
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}

function isReadable({ bytes }: EdxmlAttachment): boolean {
  return 'mediaType' in sniff(bytes) && !('code' in sniff(bytes))
}

/** Begins with the package's own name: that is what the sender of a job looks for. */
function nameOf(name: string, attachment: EdxmlAttachment): string {
  return cleanName(`${name} - ${cleanName(attachment.name)}`)
}

async function putInPlace(folder: string, id: string, name: string, bytes: Buffer): Promise<void> {
  const path = stagedFile(folder, id)
  await writeFile(`${path}.new`, bytes, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  const known: Staged = { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  await writeFile(join(stagingFolder(folder), id, 'name.json'), JSON.stringify(known))
}
