import { statSync } from 'node:fs'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { hashFile, ORIGINALS, storedHashes } from '../originals/original-store.ts'
import { storedText } from '../texts/text-store.ts'
import type { Find } from './finding.ts'
import { filesOf } from './missing-texts.ts'

/** Every original the ledger names, read and hashed; every text there and whole; what nobody names. */
export async function checkFiles(
  archive: OpenedArchive,
  job: JobHandle,
  find: Find
): Promise<{ files: number; bytes: number }> {
  const named = new Map<string, { name: string; documentId: string; readable: boolean }>()
  for (const event of archive.ledger.read()) {
    for (const file of filesOf(event)) {
      named.set(file.sha256, { name: file.name, documentId: file.documentId, readable: file.textKind !== 'none' })
    }
  }
  job.total(named.size)
  let files = 0
  let bytes = 0
  for (const [sha256, { name, documentId, readable }] of named) {
    if (job.cancelled) throw new OperationError('cancelled')
    job.step(name)
    const path = archive.originals.path(sha256)
    if (!archive.originals.has(sha256)) {
      find('file-missing', documentId, name)
      continue
    }
    try {
      const found = await hashFile(path, job.signal)
      files++
      bytes += found.bytes
      if (found.sha256 !== sha256) find('file-changed', documentId, name)
    } catch (error) {
      if (error instanceof OperationError) throw error
      find('file-missing', documentId, `${name}: ${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`)
    }
    if (readable && storedText(archive.folder, sha256) === null) find('text-missing', documentId, name)
  }
  for (const { sha256, path } of storedHashes(archive.folder, ORIGINALS)) {
    if (!named.has(sha256)) find('orphan-file', null, `${sha256.slice(0, 12)} ${statSync(path).size}`)
  }
  return { files, bytes }
}
