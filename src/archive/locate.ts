import type { FileAddress } from '#contract/client.ts'
import { OperationError } from '#contract/failures.ts'
import type { ArchiveContext } from './archive-context.ts'
import type { LocatedFile } from './door.ts'
import { readRecord } from './intake/intake-items.ts'
import { stagedSource } from './intake/staging.ts'
import { proofFile } from './store/delivery-proofs.ts'
import { documentFiles } from './store/documents.ts'

/**
 * Where the bytes of a filed or a waiting file lie. A hash alone opens nothing: it must be a file of that document or prove a
 * delivery of it.
 */
export function locate(archive: ArchiveContext, address: FileAddress): LocatedFile {
  if ('intakeId' in address) {
    const { id, name, mediaType, bytes } = readRecord(archive.folder, address.intakeId)
    return { ...stagedSource(archive.folder, id), name, mediaType, bytes }
  }
  const { documentId, sha256 } = address
  const file =
    documentFiles(archive.db, documentId).find((one) => one.sha256 === sha256) ??
    proofFile(archive.db, documentId, sha256)
  if (!file || !archive.originals.has(sha256)) throw new OperationError('not-found', { id: documentId })
  return { ...archive.originals.file(sha256), name: file.name, mediaType: file.mediaType, bytes: file.bytes }
}
