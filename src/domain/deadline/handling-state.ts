/** Where papers at work stand, the most pressing first. */
export const BOARD_STATES = ['overdue', 'soon', 'open', 'done'] as const

/** A deadline this near is shown apart: the working week that comes. */
export const SOON_DAYS = 7
const DAY = 86_400_000

/** Where a paper at work stands on a day; `due` null: no day was set. */
export function handlingState(
  at: Readonly<{ due: string | null; doneOn: string | null }>,
  today: string
): 'overdue' | 'soon' | 'open' | 'done' {
  if (at.doneOn !== null) return 'done'
  if (at.due === null) return 'open'
  if (at.due < today) return 'overdue'
  return daysFrom(today, at.due) <= SOON_DAYS ? 'soon' : 'open'
}

/** Days past the deadline, negative while it is still to come; of a done paper, on the day it was done. */
export function daysPast(at: Readonly<{ due: string | null; doneOn: string | null }>, today: string): number | null {
  return at.due === null ? null : daysFrom(at.due, at.doneOn ?? today)
}

/** Whole days from one ISO day to another, negative where the other is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The ISO day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}
