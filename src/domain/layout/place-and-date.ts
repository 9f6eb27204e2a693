import type { Cell } from './cells.ts'

const IN_WORDS = /^(.{2,40}?)?[,.;]?\s*\bng[aàà]?y\s*(\d{1,2})\s*th[aá]ng\s*(\d{1,2})\s*n[aă]m\s*(\d{4,5})\b/
const IN_FIGURES = /^(.{2,40}?)[,.;]?\s*\bngay\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4,5})\s*$/
const LOOSE = /\bng.{0,3}y?.{0,8}th.{0,2}ng.{0,6}n.m\s*(?:19|20)\d\d/

const PLACE = /^[^\p{L}\d]{0,3}\p{Lu}[\p{L}' .-]{1,34}$/u

export type PlaceAndDate = Readonly<{
  cell: Cell
  place: string | null
  date: string | null
  /** false: the year is misprinted ("20264"), the date what a reader makes of it. */
  exact: boolean
  start: number
  end: number
}>

/** True for a line of place and date, legible or not: a name, a comma, a day; or the day alone. */
export function isPlaceAndDate(cell: Cell): boolean {
  if (cell.text.length > 75) return false
  if (!IN_WORDS.test(cell.folded) && !IN_FIGURES.test(cell.folded) && !LOOSE.test(cell.folded)) return false
  const before = cell.text.slice(0, cell.folded.search(/,\s*ng|\bngay/) >>> 0)
  return before === '' ? /^ngay/.test(cell.folded) : PLACE.test(before.trim())
}

/** Reads "Đức Lâm, ngày 12 tháng 8 năm 2021" (M02). */
export function readPlaceAndDate(cells: readonly Cell[]): PlaceAndDate | null {
  const found = cells.filter(isPlaceAndDate)
  const cell = found.find((candidate) => /,\s*ng/.test(candidate.folded)) ?? found[0]
  if (!cell) return null
  const match = IN_WORDS.exec(cell.folded) ?? IN_FIGURES.exec(cell.folded)
  const comma = cell.text.search(/,\s*ng/i)
  const place = comma > 0 ? cell.text.slice(0, comma).trim() : null
  const year = match?.[4] ?? ''
  const date = match ? isoDate(year.slice(0, 4), match[3] ?? '', match[2] ?? '') : null
  return {
    cell,
    place: place && /^\p{Lu}[\p{L}' .-]*$/u.test(place) ? place : null,
    date,
    exact: year.length === 4,
    start: match && comma > 0 ? cell.start + cell.folded.indexOf('ng', comma) : cell.start,
    end: match ? cell.start + match[0].length : cell.end
  }
}

/** ISO day of a calendar that has it; null for 31 February and the like. */
export function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso
}
