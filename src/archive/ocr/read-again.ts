import type { ArchiveContext, JobHandle } from '../archive-context.ts'
import { draftOf } from '../intake/read-item.ts'
import { secrecyOfText } from '../intake/refuse-secret.ts'
import { readFile } from '../read/read-file.ts'
import { EXTRACTOR } from '../read/read-result.ts'
import { prepared } from '../store/db/prepared.ts'
import { documentsHolding } from './keep-text.ts'
import { hasLetters } from './needs-ocr.ts'

/** A file that was filed with nothing read of it. */
export type UnreadFile = Readonly<{ sha256: string; name: string; documentId: string }>

/** Somebody asked for it and waits: a file may take more of the machine than when it came in among many (reliability.md R16). */
const PATIENT = { milliseconds: 90_000, millisecondsAPage: 300, megabytes: 1536 } as const

/** Standing documents' files without a text, each once; null: of all documents. */
export function unreadFiles(archive: ArchiveContext, documentIds: readonly string[] | null): readonly UnreadFile[] {
  const wished = documentIds === null ? null : JSON.stringify(documentIds)
  const rows = prepared<[string | null, string | null], UnreadFile>(
    archive.db,
    `SELECT f.sha256 AS sha256, coalesce(d.reference, f.name) AS name, d.id AS documentId
     FROM document d JOIN document_file f ON f.document_id = d.id
     WHERE d.withdrawn_at IS NULL AND f.text_kind = 'none'
     AND (? IS NULL OR d.id IN (SELECT value FROM json_each(?))) ORDER BY d.n DESC, f.position`
  ).all(wished, wished)
  const once = new Map(rows.map((row) => [row.sha256, row]))
  return [...once.values()].filter(({ sha256 }) => archive.texts.get(sha256) === null && archive.originals.has(sha256))
}

/**
 * Reads once more, with more patience, what could not be read when it was filed. A stamp Mật seen only now: the filed bytes are
 * facts, but nothing of the text is kept.
 */
export async function readAgain(archive: ArchiveContext, files: readonly UnreadFile[], job: JobHandle): Promise<void> {
  for (const { sha256, name, documentId } of files) {
    if (job.cancelled) return
    job.step(name)
    const result = await readFile(archive.originals.file(sha256), { signal: job.signal, limits: PATIENT })
    if (!result.ok) {
      if (result.code !== 'cancelled') job.result({ name, code: result.code, id: documentId, detail: {} })
      continue
    }
    const { text } = result
    if (secrecyOfText(text.pages, draftOf(text, archive.today()))) {
      job.result({ name, code: 'secret-refused', id: documentId, detail: {} })
      continue
    }
    archive.texts.put(sha256, text, EXTRACTOR)
    const holding = documentsHolding(archive.db, sha256)
    archive.rederive(holding)
    for (const id of holding) archive.emit({ type: 'changed', what: 'documents', documentId: id })
    if (hasLetters(text)) job.result({ name, code: 'ocr-read', id: documentId, detail: {} })
  }
}
