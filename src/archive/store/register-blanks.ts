import type { RegisterBlank } from '#contract/operations/registers.ts'
import type { ReadableDb } from '../archive-context.ts'
import { blankNumber, placeOfBook } from './books.ts'
import { prepared } from './db/prepared.ts'
import { registerDay } from './register-day.ts'
import { paramsOf, type RegisterQuestion, registerOfBook } from './register-lines.ts'
import { compareRows, groupOf, type RegisterKeys } from './register-order.ts'

/** Lists in which a number without a document has a place: by number or day, none but groups of days. */
const SORTS: ReadonlySet<RegisterQuestion['sort']> = new Set(['number', 'issued', 'arrived'])
const GROUPS: ReadonlySet<RegisterQuestion['group']> = new Set(['none', 'day', 'month'])

/**
 * Numbers kept back or void, at the places where their papers would stand: a number never vanishes (domain.md §13.7).
 * Only those that stand on the page.
 */
export function registerBlanks(
  db: ReadableDb,
  question: RegisterQuestion,
  total: number,
  offset: number,
  limit: number
): RegisterBlank[] {
  if (question.direction === 'internal' && question.bookId === null) return []
  if (question.text.trim() !== '' || !SORTS.has(question.sort) || !GROUPS.has(question.group)) return []
  const blanks = blanksOf(db, question)
  if (blanks.length === 0) return []
  const compare = compareRows(question.direction, question.sort, question.descending, question.group)
  const placed = blanks
    .toSorted(compare)
    .map((keys) => ({ keys, before: standingBefore(db, question, keys) }))
    .filter(
      ({ before }) => before >= offset && (before < offset + limit || (before === total && offset + limit >= total))
    )
  return placed.flatMap(({ keys, before }) => {
    const blank = blankNumber(db, keys.id)
    return blank ? [{ blank, before, group: groupOf(keys, question.direction, question.group) }] : []
  })
}

/** A number as the line its paper would be. */
function blanksOf(db: ReadableDb, question: RegisterQuestion): readonly RegisterKeys[] {
  type Row = Readonly<{ id: string; bookId: string; number: number; suffix: string; day: string }>
  const rows = prepared<[], Row>(
    db,
    "SELECT id, book_id AS bookId, number, suffix, day FROM book_line WHERE kind <> 'document'"
  ).all()
  return rows.flatMap((row) => {
    if (question.bookId !== null && row.bookId !== question.bookId) return []
    if (question.from !== null && row.day < question.from) return []
    if (question.to !== null && row.day > question.to) return []
    const direction = placeOfBook(db, row.bookId)?.direction
    if (question.bookId === null && direction !== question.direction) return []
    const incoming = direction === 'incoming'
    return [
      {
        ...NO_KEYS,
        id: row.id,
        day: row.day,
        issuedOn: incoming ? null : row.day,
        arrivedOn: incoming ? row.day : null,
        number: incoming ? null : String(row.number),
        suffix: row.suffix || null,
        arrivalNumber: incoming ? row.number : null
      }
    ]
  })
}

/** How many listed lines come before it. */
function standingBefore(db: ReadableDb, question: RegisterQuestion, keys: RegisterKeys): number {
  const { from, where } = registerOfBook(question)
  const shown = question.withdrawn ? where : `${where} AND d.withdrawn_at IS NULL`
  const day = `coalesce(${registerDay(question.direction)}, '')`
  const span = question.group === 'month' ? 7 : question.group === 'day' ? 10 : 0
  const earlier = question.descending ? '>' : '<'
  const byDay = question.sort !== 'number'
  const incoming = question.direction === 'incoming'
  const number = incoming ? 'coalesce(d.arrival_number, 0)' : "CAST(coalesce(d.number, '0') AS INTEGER)"
  const dayKey = byDay ? day : incoming ? `substr(${day}, 1, 4)` : "''"
  return (
    prepared<unknown[], { count: number }>(
      db,
      `SELECT count(*) AS count FROM ${from} WHERE ${shown}
       AND (substr(${day}, 1, ${span}), ${dayKey}, ${number}, coalesce(d.suffix, '')) ${earlier} (@group, @day, @number, @suffix)`
    ).get({
      ...paramsOf(question),
      group: keys.day?.slice(0, span) ?? '',
      day: byDay ? (keys.day ?? '') : incoming ? (keys.day?.slice(0, 4) ?? '') : '',
      number: incoming ? (keys.arrivalNumber ?? 0) : Number(keys.number ?? 0),
      suffix: incoming ? '' : (keys.suffix ?? '')
    })?.count ?? 0
  )
}

const NO_KEYS = {
  n: 0,
  reference: null,
  referenceKey: null,
  issuer: null,
  actingBody: null,
  issuerKey: null,
  documentType: null,
  subject: null,
  handler: null,
  signer: null,
  other: null,
  withdrawn: 0
} as const
