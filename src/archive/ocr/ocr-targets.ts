import type { ArchiveContext, ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { NO_TEXT } from '../store/worklists.ts'
import type { StoredFile } from '../vault/stored-file.ts'
import { pagesWithoutText } from './needs-ocr.ts'
import { loadWork } from './ocr-work.ts'

/** A file whose pages are to be read. `intakeId`: it waits in the queue; `documentId`: it is filed. */
export type OcrTarget = Readonly<{
  sha256: string
  name: string
  file: StoredFile
  mediaType: string
  pages: readonly number[]
  intakeId: string | null
  documentId: string | null
}>

type FileRow = Readonly<{ id: string; sha256: string; name: string; mediaType: string; reference: string | null }>

const FILES = `SELECT d.id AS id, f.sha256 AS sha256, f.name AS name, f.media_type AS mediaType, d.reference AS reference
  FROM document d JOIN document_file f ON f.document_id = d.id
  WHERE d.withdrawn_at IS NULL AND f.text_kind IN ('scan', 'mixed', 'none')`

/** Standing documents' files whose pages, or some of them, have no letters yet; each file once. */
export async function documentTargets(
  archive: ArchiveContext,
  documentIds: readonly string[] | null
): Promise<readonly OcrTarget[]> {
  const { db } = archive
  const rows = documentIds
    ? documentIds.flatMap((id) => prepared<[string], FileRow>(db, `${FILES} AND d.id = ? ORDER BY f.position`).all(id))
    : prepared<[], FileRow>(
        db,
        `${FILES} AND (${NO_TEXT} OR f.text_kind = 'mixed') ORDER BY d.n DESC, f.position`
      ).all()
  const seen = new Set<string>()
  const targets: OcrTarget[] = []
  for (const [index, { id, sha256, name, mediaType, reference }] of rows.entries()) {
    // Texts are read from the disk: others get their turn in between.
    if (index % 50 === 49) await new Promise<void>((resolve) => setImmediate(resolve))
    const text = seen.has(sha256) ? null : archive.texts.get(sha256)
    seen.add(sha256)
    if (!text || !archive.originals.has(sha256)) continue
    const read = new Set(loadWork(archive.folder, sha256).pages.map((page) => page.page))
    const pages = pagesWithoutText(mediaType, text).filter((page) => !read.has(page))
    if (pages.length === 0 && read.size === 0) continue
    const file = archive.originals.file(sha256)
    targets.push({ sha256, name: reference ?? name, file, mediaType, pages, intakeId: null, documentId: id })
  }
  return targets
}

/** How many documents OCR may help. */
export function waitingForOcr(db: ReadableDb): number {
  return (
    prepared<[], { count: number }>(
      db,
      `SELECT count(DISTINCT id) AS count FROM (${FILES} AND (${NO_TEXT}) AND f.media_type IN
       ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff'))`
    ).get()?.count ?? 0
  )
}
