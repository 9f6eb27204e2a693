import { OperationError } from '#contract/failures.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { listBooks } from '../store/book-list.ts'
import { bookRow, sheetOf } from '../store/books.ts'
import { prepared } from '../store/db/prepared.ts'
import { fondsOf } from '../store/fonds.ts'
import { registerDay } from '../store/register-day.ts'

type Handover = OutputOf<'fonds.handover'>

/** What the hand-over record of a fonds wants (B07): its books with their closing sheets, and what is held of each year. */
export function handover(db: ReadableDb, fondsId: string, today: string): Handover {
  const fonds = fondsOf(db, fondsId)
  if (!fonds) throw new OperationError('not-found', { fonds: fondsId })
  const books = listBooks(db, { direction: null, fondsId: fonds.id, on: null }, today)
    .filter((book) => book.counts.documents + book.counts.withdrawn + book.counts.voided > 0)
    .toReversed()
    .map((book) => ({ book, sheet: sheetOf(bookRow(db, book.id)) }))
  const own = fonds.own ? 1 : 0
  const mine = `d.withdrawn_at IS NULL AND (d.fonds_id = @fondsId OR (@own = 1 AND d.fonds_id IS NULL))`
  const held = `(SELECT count(*) FROM document_file f WHERE f.document_id = d.id)`
  const day = `CASE WHEN d.direction = 'incoming' THEN ${registerDay('incoming')} ELSE d.issued_on END`
  const years = prepared<unknown[], Handover['years'][number]>(
    db,
    `SELECT substr(${day}, 1, 4) AS year, d.direction AS direction, count(*) AS documents,
       coalesce(sum(${held}), 0) AS files, coalesce(sum(d.page_count), 0) AS pages
     FROM document d WHERE ${mine} GROUP BY 1, 2 ORDER BY 1, 2`
  ).all({ fondsId, own })
  const totals = prepared<unknown[], Handover['totals']>(
    db,
    `SELECT count(*) AS documents, coalesce(sum(${held} > 0), 0) AS withFile, coalesce(sum(${held} = 0), 0) AS paperOnly,
       coalesce(sum(${held}), 0) AS files,
       coalesce(sum((SELECT sum(f.bytes) FROM document_file f WHERE f.document_id = d.id)), 0) AS bytes
     FROM document d WHERE ${mine}`
  ).get({ fondsId, own })
  if (!totals) throw new Error('a count without a row')
  return { fonds, books, years, totals }
}
