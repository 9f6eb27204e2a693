import type { NumberFlag } from '#contract/operations/books.ts'
import type { BookPeriod } from '#domain/numbering/book-period.ts'
import type { ReadableDb } from '../archive-context.ts'
import { bookRow, highestNumber, latestDayBelow } from '../store/books.ts'

/** A paper not older than this goes through the book; an older one is catalogued, in whatever order it turns up. */
const RUNNING_DAYS = 60

export type Standing = Readonly<{
  bookId: string
  period: BookPeriod
  number: number
  day: string
  today: string
  /** It had been kept back: higher numbers were given with good reason. */
  numberId: string | null
  /** The document itself, when it is being corrected. */
  except?: string
}>

/**
 * Late (vào sổ muộn): higher numbers were there, or the period was over, in a book that is kept with this program or for
 * a paper of these weeks. Back-dated (lùi ngày): a lower number bears a later date. Both are said, neither forbidden.
 */
export function orderFlags(db: ReadableDb, at: Standing): readonly NumberFlag[] {
  const except = at.except ?? null
  const flags: NumberFlag[] = []
  const kept = bookRow(db, at.bookId)?.openedAt != null
  const highest = highestNumber(db, at.bookId, except)
  const passed = highest !== null && at.number < highest && at.numberId === null
  const over = at.period.to !== null && at.period.to < at.today
  if ((passed && (kept || at.day >= daysBefore(at.today, RUNNING_DAYS))) || (kept && over)) flags.push('late')
  const latest = latestDayBelow(db, at.bookId, at.number, except)
  if (latest !== null && at.day < latest) flags.push('back-dated')
  return flags
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}
