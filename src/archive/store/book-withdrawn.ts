import type { DocumentLine } from '#contract/schemas.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { documentLine } from './document-lines.ts'

/** Papers of a book that were withdrawn, by their numbers, with the reason. */
export function withdrawnInBook(
  db: ReadableDb,
  bookId: string
): readonly Readonly<{ document: DocumentLine; reason: string | null }>[] {
  return prepared<[string], { id: string; reason: string | null }>(
    db,
    `SELECT l.id AS id, d.withdrawn_reason AS reason FROM book_line l JOIN document d ON d.id = l.id
     WHERE l.book_id = ? AND l.kind = 'document' AND l.withdrawn = 1 ORDER BY l.number, l.suffix`
  )
    .all(bookId)
    .flatMap(({ id, reason }) => {
      const document = documentLine(db, id)
      return document ? [{ document, reason }] : []
    })
}
