import { hash } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { throwIfDiskFailed } from '../../files/disk-failed.ts'
import {
  cleanName,
  HEADER_FILE,
  staged,
  stagedFile,
  stagedSource,
  stageFile,
  stagingFolder,
  writeStagedName
} from '../../intake/staging.ts'
import { UnreadableFile } from '../../read/read-result.ts'
import { sniff } from '../../read/sniff.ts'
import { readSmall, sealedFor } from '../../vault/small-seal.ts'
import { readStored, type StoredFile, streamStored } from '../../vault/stored-file.ts'
import { vaultOf } from '../../vault/vaults.ts'
import { type EdxmlAttachment, type EdxmlHeader, looksLikeEdxml, MOST_PACKAGE_BYTES, readEdxml } from './read-edxml.ts'

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
    return JSON.parse(readSmall(folder, HEADER_FILE, join(stagingFolder(folder), id, HEADER_FILE))) as EdxmlHeader
  } catch (error) {
    throwIfDiskFailed(error)
    return null
  }
}

async function openPackage(folder: string, id: string, newId: (letter: string) => string): Promise<readonly string[]> {
  const source = stagedSource(folder, id)
  if (!(await isPackage(source))) return []
  const { name, bytes } = staged(folder, id)
  if (bytes > MOST_PACKAGE_BYTES) return []
  const found = await read(source)
  if (found === null) return []
  const { header, attachments } = found
  const at = Math.max(0, attachments.findIndex(isReadable))
  const main = attachments[at]
  await writeFile(join(stagingFolder(folder), id, HEADER_FILE), sealedFor(folder, HEADER_FILE, JSON.stringify(header)))
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

async function isPackage(source: StoredFile): Promise<boolean> {
  const begin: Buffer[] = []
  try {
    for await (const piece of streamStored(source, { end: BEGIN })) begin.push(piece)
  } catch (error) {
    throwIfDiskFailed(error)
    return false
  }
  return looksLikeEdxml(Buffer.concat(begin))
}

async function read(source: StoredFile): Promise<ReturnType<typeof readEdxml> | null> {
  try {
    return readEdxml(await readStored(source))
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
  const sealer = vaultOf(folder).sealer()
  const content = Buffer.concat([sealer.update(bytes), sealer.end()])
  await writeFile(`${path}.new`, content, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  await writeStagedName(folder, id, { name, sha256: hash('sha256', bytes), bytes: bytes.length })
}
