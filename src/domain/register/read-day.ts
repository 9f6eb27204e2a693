import type { Cell } from './cell.ts'
import { cellText } from './cell.ts'

/** Days of Excel count from 30/12/1899 (its false 29/02/1900 lies before any paper here). */
const EXCEL_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
/** Serial numbers taken for days: 1930 to 2050. Smaller ones are years and numbers of papers. */
const LEAST_SERIAL = 10_959
const MOST_SERIAL = 55_152

const NUMERIC =
  /^(?:ngày\s*)?(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}|\d{2}))?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/iu
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/
const WORDS = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*năm\s*(\d{4}))?$/iu

/**
 * The day a cell says, ISO: a date of the sheet, Excel's serial number, "12/8/2021", "12.8.21", "2021-08-12", "ngày 12
 * tháng 8 năm 2021"; day first, as written here. Without a year ("12/8") it is the book's year, where that is told.
 * null: no day of the calendar; nothing is turned round to make it one.
 */
export function readDay(cell: Cell | undefined, year: number | null): string | null {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return null
  if (typeof cell === 'object') return cell.day
  if (typeof cell === 'number') return ofSerial(cell)
  const text = cellText(cell)
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return ofSerial(Number(text))
  const iso = ISO.exec(text)
  if (iso) return dayOf(Number(iso[3]), Number(iso[2]), Number(iso[1]))
  const found = NUMERIC.exec(text) ?? WORDS.exec(text)
  if (!found) return null
  return dayOf(Number(found[1]), Number(found[2]), found[3] ? fullYear(found[3]) : year)
}

function ofSerial(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < LEAST_SERIAL || serial > MOST_SERIAL) return null
  return new Date(EXCEL_ZERO + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
}

/** "21" is 2021 and "98" is 1998. */
function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year
}

function dayOf(day: number, month: number, year: number | null): string | null {
  if (year === null || year < 1930 || year > 2100) return null
  const made = new Date(Date.UTC(year, month - 1, day))
  const same = made.getUTCDate() === day && made.getUTCMonth() === month - 1
  return same ? made.toISOString().slice(0, 10) : null
}
