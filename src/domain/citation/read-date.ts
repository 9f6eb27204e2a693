/** A date as written: ISO day, or null with `odd` where figures stand that are no possible day. `end`: offset behind it. */
export type ReadDate = Readonly<{ iso: string | null; end: number }>

const FIGURES = /^\s?([\dloøs]{1,2}) ?([/.-]) ?([\dloøs]{1,2}) ?[/.-] ?([\dloøs]{4}|\d{5})(?![\dløs])/
const WORDS = /^\s?([\dloøs]{1,2}) ?thang ([\dloøs]{1,2}),? ?nam ([\dloøs]{4}|\d{5})(?![\dløs])/
/** A slash lost or figures run together: "ngày 3112/2024", "ngày 42/02". Seen as a date, not read as one. */
const SPOILT = /^\s?\d{1,4}(?: ?[/.-] ?\d{1,4}){1,2}(?!\d)/

/**
 * Reads the date that begins at `at` in folded text: "09/8/2021", "09-8-2021", "22.10.2018", "12 tháng 8 năm 2021".
 * A day that cannot be (42/02/2018, 20264) is no date; it is never repaired. null: no date stands there.
 */
export function readDateAt(folded: string, at: number): ReadDate | null {
  const rest = folded.slice(at, at + 40)
  const figures = FIGURES.exec(rest)
  if (figures) return made(figures[1], figures[3], figures[4], at + figures[0].length)
  const words = WORDS.exec(rest)
  if (words) return made(words[1], words[2], words[3], at + words[0].length)
  const spoilt = SPOILT.exec(rest)
  return spoilt ? { iso: null, end: at + spoilt[0].length } : null
}

function made(day = '', month = '', year = '', end: number): ReadDate {
  return { iso: isoDay(figure(day), figure(month), figure(year)), end }
}

function figure(text: string): number {
  return Number(text.replaceAll('l', '1').replace(/[oø]/g, '0').replaceAll('s', '5'))
}

/** null when no calendar has that day. Documents cited in an office of the Party are not older than the Party (1930). */
export function isoDay(day: number, month: number, year: number): string | null {
  if (!(year >= 1930 && year <= 2100) || !(month >= 1 && month <= 12)) return null
  const longest = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (!(day >= 1 && day <= longest)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
