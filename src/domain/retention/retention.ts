/**
 * How long a dossier is kept (thời hạn bảo quản). null: for ever (vĩnh viễn). Luật Lưu trữ 33/2024/QH15 knows terms of 2 to
 * 70 years.
 */
export type RetentionYears = number | null

export const LEAST_YEARS = 2
export const MOST_YEARS = 70
/** The terms of the usual schedules, the longest first; any other between least and most may be set. */
export const USUAL_YEARS = [70, 50, 20, 15, 10, 5, 2] as const

/**
 * The first day on which a dossier's term is over, "yyyy-mm-dd": terms run in whole years from the end of the year in which
 * the work ended (Luật Lưu trữ). null: kept for ever, or the work has not ended.
 */
export function dueOn(years: RetentionYears, closedOn: string | null): string | null {
  if (years === null || closedOn === null) return null
  return `${Number(closedOn.slice(0, 4)) + years + 1}-01-01`
}

/**
 * The last day by which a dossier is handed in to the office's archive: within a year of the end of its work
 * (NĐ 30/2020/NĐ-CP, Điều 30; Luật Lưu trữ 33/2024/QH15).
 */
export function handInBy(closedOn: string | null): string | null {
  if (closedOn === null) return null
  const year = Number(closedOn.slice(0, 4)) + 1
  const rest = closedOn.slice(4)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return rest === '-02-29' && !leap ? `${year}-02-28` : `${year}${rest}`
}
