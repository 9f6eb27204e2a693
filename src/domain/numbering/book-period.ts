import type { PeriodKind } from './book-rule.ts'

/** `to` null: a term whose end no one knows yet. */
export type BookPeriod = Readonly<{ kind: PeriodKind; from: string; to: string | null }>

/**
 * The period of a book that holds a day (N02): the calendar year, or the committee's term from the close of one congress
 * to the close of the next. Before the first term that is known a year stands for the term.
 */
export function periodHolding(day: string, kind: PeriodKind, termStarts: readonly string[]): BookPeriod {
  if (kind === 'term') {
    const starts = termStarts.toSorted()
    const at = starts.findLastIndex((start) => start <= day)
    const from = starts[at]
    if (from !== undefined) {
      const next = starts[at + 1]
      return { kind: 'term', from, to: next === undefined ? null : dayBefore(next) }
    }
    const year = yearOf(day)
    const first = starts[0]
    return first !== undefined && year.to !== null && first <= year.to ? { ...year, to: dayBefore(first) } : year
  }
  return yearOf(day)
}

export function holdsDay(period: BookPeriod, day: string): boolean {
  return period.from <= day && (period.to === null || day <= period.to)
}

function yearOf(day: string): BookPeriod {
  const year = day.slice(0, 4)
  return { kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
