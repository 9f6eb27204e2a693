import type { Direction } from '#contract/schemas.ts'
import { foldKey } from '#domain/text/fold.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { registerDay } from './register-day.ts'

export type CountedBy = 'type' | 'sender' | 'signer' | 'handler' | 'month'
/** `key`: code of the type, ISO month, else the name as first written; '' where the document does not say. */
export type DocumentCount = Readonly<{ key: string; counts: Readonly<Record<Direction, number>>; withdrawn: number }>

/** `bookId`: only what stands in this book. */
export type CountedDocuments = Readonly<{
  from: string | null
  to: string | null
  direction: Direction | null
  bookId: string | null
}>

type Row = Readonly<{
  direction: Direction
  day: string | null
  type: string | null
  issuer: string | null
  actingBody: string | null
  signer: string | null
  handler: string | null
  withdrawn: number
}>

/**
 * The documents of a period counted by one of their facts (R02), each in its register's period: an incoming one by its
 * arrival. Spellings of one name ("Uỷ ban", "Ủy ban") count together; withdrawn numbers count apart.
 */
export function documentCounts(db: ReadableDb, by: CountedBy, asked: CountedDocuments): readonly DocumentCount[] {
  const held = new Map<string, { key: string; counts: Record<Direction, number>; withdrawn: number }>()
  for (const row of rowsOf(db, asked)) {
    const key = keyOf(row, by)
    const folded = foldKey(key)
    const known = held.get(folded) ?? { key, counts: { incoming: 0, outgoing: 0, internal: 0 }, withdrawn: 0 }
    if (row.withdrawn) known.withdrawn++
    else known.counts[row.direction]++
    held.set(folded, known)
  }
  return [...held.values()]
}

function rowsOf(db: ReadableDb, asked: CountedDocuments): readonly Row[] {
  const directions = asked.direction === null ? (['incoming', 'outgoing', 'internal'] as const) : [asked.direction]
  return directions.flatMap((direction) => {
    const day = registerDay(direction)
    const from = asked.from === null ? '' : `AND ${day} >= @from`
    const to = asked.to === null ? '' : `AND ${day} <= @to`
    const book =
      asked.bookId === null
        ? ''
        : "AND d.id IN (SELECT id FROM book_line WHERE book_id = @bookId AND kind = 'document')"
    return prepared<unknown[], Row>(
      db,
      `SELECT d.direction AS direction, ${day} AS day, d.document_type AS type, d.issuer AS issuer,
         d.acting_body AS actingBody, d.signer AS signer, d.handler AS handler, d.withdrawn_at IS NOT NULL AS withdrawn
       FROM document d WHERE d.direction = @direction ${from} ${to} ${book} ORDER BY d.n`
    ).all({ direction, from: asked.from, to: asked.to, bookId: asked.bookId })
  })
}

function keyOf(row: Row, by: CountedBy): string {
  switch (by) {
    case 'type':
      return row.type ?? ''
    case 'sender':
      return authorOf(row.issuer, row.actingBody) ?? ''
    case 'signer':
      return row.signer?.trim() ?? ''
    case 'handler':
      return row.handler?.trim() ?? ''
    case 'month':
      return row.day?.slice(0, 7) ?? ''
  }
}
