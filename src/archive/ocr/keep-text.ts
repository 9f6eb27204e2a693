import type { DocumentText } from '#domain/text/page-text.ts'
import type { ArchiveContext, ReadableDb } from '../archive-context.ts'
import { EXTRACTOR } from '../read/read-result.ts'
import { prepared } from '../store/db/prepared.ts'
import { hasOcr } from './needs-ocr.ts'
import { OCR_EXTRACTOR } from './ocr-result.ts'

/**
 * Stores a file's text, unless a better one is there: OCR is never overwritten by the empty pages of the same file
 * filed once more. Documents that hold the file already are derived again, so that index and store say the same.
 */
export function keepText(archive: ArchiveContext, sha256: string, text: DocumentText): void {
  const known = archive.texts.get(sha256)
  if (known && (!hasOcr(text) || JSON.stringify(known) === JSON.stringify(text))) return
  archive.texts.put(sha256, text, extractorOf(text))
  if (known) archive.rederive(documentsHolding(archive.db, sha256))
}

/** By what a text was read, as it is written beside it. */
export function extractorOf(text: DocumentText): string {
  return hasOcr(text) ? `${EXTRACTOR} ${OCR_EXTRACTOR}` : EXTRACTOR
}

export function documentsHolding(db: ReadableDb, sha256: string): readonly string[] {
  return prepared<[string], { id: string }>(
    db,
    `SELECT f.document_id AS id FROM document_file f JOIN document d ON d.id = f.document_id
     WHERE f.sha256 = ? AND d.withdrawn_at IS NULL ORDER BY d.n`
  )
    .all(sha256)
    .map((row) => row.id)
}
