import type { BookId } from '#contract/ids.ts'
import type { Book } from '#contract/operations/books.ts'
import type { ReadableDb } from '../archive-context.ts'
import { numbering, placedBook } from './book-lines.ts'
import { bookRow, namedAs, placeOfBook } from './books.ts'
import { prepared } from './db/prepared.ts'

/** What a book is named after. */
export type BookNaming = Pick<Book, 'name' | 'direction' | 'body' | 'separator' | 'documentTypes' | 'period'>

type Kept = Readonly<{ stamp: string; names: Map<string, BookNaming> }>
const kept = new WeakMap<ReadableDb, Kept>()

/**
 * What books are named after, without counting what stands in them; books that are none are left out. Asked at every
 * search: the names stay as they are until the office, its rules or a name the clerk gave changes.
 */
export function bookNamings(db: ReadableDb, ids: readonly string[]): readonly (readonly [BookId, BookNaming])[] {
  const { names } = keptNames(db)
  const by = ids.every((id) => names.has(id)) ? null : numbering(db)
  return ids.flatMap((id): readonly (readonly [BookId, BookNaming])[] => {
    const known = names.get(id)
    if (known) return [[id as BookId, known]]
    const place = placeOfBook(db, id)
    const placed = place && by && placedBook(place, by)
    if (!placed) return []
    const naming = namedAs(placed, bookRow(db, id), by.office)
    names.set(id, naming)
    return [[id as BookId, naming]]
  })
}

function keptNames(db: ReadableDb): Kept {
  const stamp = prepared<[]>(
    db,
    `SELECT coalesce((SELECT value FROM meta WHERE key = 'office'), '')
       || (SELECT coalesce(group_concat(data), '') FROM book_rule)
       || (SELECT coalesce(group_concat(id || name), '') FROM book WHERE name IS NOT NULL)`
  )
    .pluck()
    .get() as string
  const before = kept.get(db)
  if (before?.stamp === stamp) return before
  const fresh = { stamp, names: new Map<string, BookNaming>() }
  kept.set(db, fresh)
  return fresh
}
