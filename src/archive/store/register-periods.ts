import type { OutputOf } from '#contract/operations.ts'
import type { Direction } from '#contract/schemas.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'
import { office } from './office.ts'
import { registerDay } from './register-day.ts'

type Period = OutputOf<'register.periods'>['periods'][number]

/** The years and terms a register has lines in, newest first (N02). */
export function registerPeriods(db: ReadableDb, direction: Direction): OutputOf<'register.periods'> {
  const years = prepared<[string], { year: string; count: number }>(
    db,
    `SELECT substr(${registerDay(direction)}, 1, 4) AS year, count(*) AS count FROM document d
     WHERE d.direction = ? AND ${registerDay(direction)} IS NOT NULL GROUP BY 1 ORDER BY 1 DESC`
  ).all(direction)
  const byYear = years.map(
    ({ year, count }): Period => ({ key: year, kind: 'year', from: `${year}-01-01`, to: `${year}-12-31`, count })
  )
  const last = `${years[0]?.year ?? ''}-12-31`
  const starts = office(db).termStarts.toSorted()
  const terms = starts.map((from, index): Period => {
    const next = starts[index + 1]
    const to = next ? dayBefore(next) : later(dayBefore(fiveYearsOn(from)), last)
    const count = countBetween(db, direction, from, to)
    return { key: `term-${from}`, kind: 'term', from, to, count }
  })
  return { periods: [...terms.filter((term) => term.count > 0).toReversed(), ...byYear] }
}

function countBetween(db: ReadableDb, direction: Direction, from: string, to: string): number {
  return (
    prepared<[string, string, string], { count: number }>(
      db,
      `SELECT count(*) AS count FROM document d WHERE d.direction = ? AND ${registerDay(direction)} BETWEEN ? AND ?`
    ).get(direction, from, to)?.count ?? 0
  )
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}

/** A term that has no successor yet lasts five years by rule, longer when its papers do. */
function fiveYearsOn(day: string): string {
  return `${Number(day.slice(0, 4)) + 5}${day.slice(4)}`
}

function later(a: string, b: string): string {
  return a > b ? a : b
}
