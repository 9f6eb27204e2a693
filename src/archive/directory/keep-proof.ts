import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { secrecyOfName, secrecyOfText } from '../intake/refuse-secret.ts'
import { stagedName, stagedSource, stagingFolder, wipe } from '../intake/staging.ts'
import type { ProofFile } from '../ledger/events.ts'
import { readFile } from '../read/read-file.ts'
import { sniff } from '../read/sniff.ts'
import { readStored, type StoredFile } from '../vault/stored-file.ts'

/** What a signed sheet can be: a scan or a photo. */
const TAKEN: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'])

/**
 * Stores a staged scan of a signed sheet among the originals. Its letters are not read, but for a PDF's own, looked
 * through for a stamp of secrecy. A crash after this leaves an orphan, never a proof without its file.
 */
export async function keepProof(archive: ArchiveContext, staged: string): Promise<Omit<ProofFile, 'documentId'>> {
  const name = stagedName(archive.folder, staged)
  const source = stagedSource(archive.folder, staged)
  const found = sniff(await readStored(source))
  if ('code' in found) throw new OperationError(found.code, { name, problem: found.problem })
  const { mediaType } = found
  if (!TAKEN.has(mediaType)) throw new OperationError('file-unsupported', { name, problem: 'no-picture' })
  if (secrecyOfName(name) || (await isStamped(source, mediaType))) {
    await wipe(source.path)
    clear(archive, staged)
    throw new OperationError('secret-refused', { name })
  }
  const { sha256, bytes } = await archive.originals.put(source)
  clear(archive, staged)
  return { sha256, name, mediaType, bytes }
}

async function isStamped(source: StoredFile, mediaType: string): Promise<boolean> {
  if (mediaType !== 'application/pdf') return false
  const read = await readFile(source)
  return read.ok && secrecyOfText(read.text.pages, null) !== null
}

function clear(archive: ArchiveContext, staged: string): void {
  rmSync(join(stagingFolder(archive.folder), staged), { recursive: true, force: true })
}
