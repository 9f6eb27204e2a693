/** Half a year: a day without a year that would lie further ahead is not sure to be meant. */
const NEAR_DAYS = 183
const DAY = 86_400_000

/** The ISO day, or null where no calendar has it. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1930 || year > 2100 || month < 1 || month > 12 || day < 1 || day > lastOf(year, month)) return null
  return `${year}-${two(month)}-${two(day)}`
}

export function lastDayOf(year: number, month: number): string {
  return `${year}-${two(month)}-${two(lastOf(year, month))}`
}

/** The day before the first of a month: what "trước tháng 10/2021" leaves. */
export function dayBeforeMonth(year: number, month: number): string {
  return month === 1 ? lastDayOf(year - 1, 12) : lastDayOf(year, month - 1)
}

/**
 * A day whose year is not written: the next one after the paper was issued, where that is near. null: not sure, as where
 * the paper has no day itself.
 */
export function nextAfter(issuedOn: string | null, inYear: (year: number) => string | null): string | null {
  if (issuedOn === null) return null
  const year = Number(issuedOn.slice(0, 4))
  for (const day of [inYear(year), inYear(year + 1)]) {
    if (day !== null && day >= issuedOn) return Date.parse(day) - Date.parse(issuedOn) <= NEAR_DAYS * DAY ? day : null
  }
  return null
}

/** Whole months later; the 31st of a month goes to the last day of a shorter one. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return `${toYear}-${two(toMonth)}-${two(Math.min(date, lastOf(toYear, toMonth)))}`
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
