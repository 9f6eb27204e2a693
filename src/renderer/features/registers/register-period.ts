import type { OutputOf } from '#contract/operations.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'

export type Period = OutputOf<'register.periods'>['periods'][number]
/** Which part of the register is looked at: a book (year or term), all of it, or from a day to a day. */
export type Chosen =
  | Readonly<{ kind: 'newest' }>
  | Readonly<{ kind: 'book'; key: string }>
  | Readonly<{ kind: 'all' }>
  | Readonly<{ kind: 'days'; from: string | null; to: string | null }>
export type Bounds = Readonly<{ from: string | null; to: string | null; name: string; value: string }>

/** "Năm 2021", "Nhiệm kỳ 2020–2025". */
export function periodName(period: Pick<Period, 'kind' | 'from' | 'to'>): string {
  const from = period.from.slice(0, 4)
  return period.kind === 'year' ? words.yearBook(from) : words.termBook(from, period.to.slice(0, 4))
}

/** Số đến begins anew each year, the numbers of outgoing papers each term (NĐ 30/2020; practice of the Party): so the books differ. */
export const BOOK_KIND = { incoming: 'year', outgoing: 'term' } as const

/** The days of what is chosen; a book that is no longer there, and "newest", mean the newest book of its kind. */
export function boundsOf(chosen: Chosen, periods: readonly Period[], kind: Period['kind']): Bounds {
  if (chosen.kind === 'all') return { from: null, to: null, name: words.allBook, value: 'all' }
  if (chosen.kind === 'days') {
    return {
      from: chosen.from,
      to: chosen.to,
      name: words.daysBook(showDay(chosen.from), showDay(chosen.to)),
      value: 'days'
    }
  }
  const wanted = chosen.kind === 'book' ? periods.find((one) => one.key === chosen.key) : undefined
  const book = wanted ?? periods.find((one) => one.kind === kind) ?? periods[0]
  if (!book) return { from: null, to: null, name: words.allBook, value: 'all' }
  return { from: book.from, to: book.to, name: periodName(book), value: book.key }
}

/** What the chooser offers: years, terms, everything, and days of one's own. */
export function periodChoices(
  periods: readonly Period[],
  chosen: Chosen
): readonly Readonly<{ value: string; text: string }>[] {
  const books = periods.map((one) => ({ value: one.key, text: words.withCount(periodName(one), showCount(one.count)) }))
  const days = chosen.kind === 'days' ? words.daysBook(showDay(chosen.from), showDay(chosen.to)) : words.chooseDays
  return [...books, { value: 'all', text: words.allBook }, { value: 'days', text: days }]
}
