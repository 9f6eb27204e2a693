import type { WritableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'

/** On a scan the letters of a signing service's stamp are no text: a page that was read has more bytes than this. */
const BYTES_A_PAGE = 150

/**
 * Nothing was read of its files: none can be, or they are pictures nobody has read letters off yet. Asked when a document
 * is indexed, so that a list of them reads no text.
 */
const MISSING = `d.withdrawn_at IS NULL AND (
  (d.text_kind = 'none' AND EXISTS (SELECT 1 FROM document_file one WHERE one.document_id = d.id))
  OR (d.text_kind = 'scan' AND EXISTS (SELECT 1 FROM search_text t WHERE t.n = d.n
    AND octet_length(t.body) < ${BYTES_A_PAGE} * max(1, json_array_length(t.pages)))))`

/** Notes whether a document just indexed is one of which nothing was read. */
export function noteMissing(db: WritableDb, n: number): void {
  prepared<[number]>(db, `INSERT INTO text_missing(n) SELECT d.n FROM document d WHERE d.n = ? AND ${MISSING}`).run(n)
}

export function forgetMissing(db: WritableDb, n: number): void {
  prepared<[number]>(db, 'DELETE FROM text_missing WHERE n = ?').run(n)
}
