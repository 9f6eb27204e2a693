import type { Cell } from './cells.ts'

const IN_WORDS = /^(.{2,40}?)?[,.;]?\s*\bnga?y\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4,5})\b/
const IN_FIGURES = /^(.{2,40}?)[,.;]?\s*\bngay\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4,5})\s*$/
/** The same with a letter or two misread: never more than a hint. */
const MISREAD = /^(.{2,40}?)[,.;]?\s*\bn\S{1,4}\s*(\d{1,2})\s*th?\S{2,4}\s*(\d{1,2})\s*n\S{1,3}\s*(\d{4})\b/
const LOOSE = /\bng.{0,3}y?.{0,8}th.{0,2}ng.{0,6}n.m\s*(?:19|20)\d\d/

const ALONE = /^ngay\s.{3,30}\s*nam\s*\d{4,5}[.,]?$|^ngay\s*[\d/.-]{8,10}$/
/** A name; that of a ward or an urban district may be a number: "Phường 3". */
const PLACE = /^[^\p{L}\d]{0,3}\p{Lu}[\p{L}' .-]{1,34}(?:\s\d{1,2})?$/u
/** Where the comma is lost, only a name may stand before the day: every word with a capital. */
const NAME = /^[^\p{L}\d]{0,3}(?:\p{Lu}[\p{L}'.-]*\s*){1,5}$/u

/** A short line that ends in a whole day, its place misread ("Đạ Nh:r, ngày …"): the day is a hint. */
const MISNAMED = /^\S{1,9}(?: \S{1,9}){0,2}, ?ngay \d{1,2} thang \d{1,2} nam \d{4}$/

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
  if (
    !IN_WORDS.test(cell.folded) &&
    !IN_FIGURES.test(cell.folded) &&
    !LOOSE.test(cell.folded) &&
    !MISREAD.test(cell.folded)
  )
    return false
  const at = cell.folded.search(/,\s*n|\bngay/)
  if (at === 0) return ALONE.test(cell.folded)
  const place = cell.text.slice(0, at).trim()
  return at > 0 && (cell.text[at] === ',' ? PLACE : NAME).test(place)
}

/** Reads "Đức Lâm, ngày 12 tháng 8 năm 2021" (M02). */
export function readPlaceAndDate(cells: readonly Cell[]): PlaceAndDate | null {
  const named = cells.filter(isPlaceAndDate)
  const found = named.length > 0 ? named : cells.filter((cell) => MISNAMED.test(cell.folded))
  const cell = found.find((candidate) => /,\s*n/.test(candidate.folded)) ?? found[0]
  if (!cell) return null
  const clear = IN_WORDS.exec(cell.folded) ?? IN_FIGURES.exec(cell.folded)
  const match = clear ?? MISREAD.exec(cell.folded)
  const comma = cell.text.search(/,\s*n/i)
  const place = comma > 0 ? cell.text.slice(0, comma).trim() : null
  const year = match?.[4] ?? ''
  const date = match ? isoDate(year.slice(0, 4), match[3] ?? '', match[2] ?? '') : null
  return {
    cell,
    place: place && /^\p{Lu}[\p{L}' .-]*(?:\s\d{1,2})?$/u.test(place) ? place : null,
    date,
    exact: clear !== null && year.length === 4 && named.length > 0,
    start: match && comma > 0 ? cell.start + cell.folded.indexOf('n', comma) : cell.start,
    end: match ? cell.start + match[0].length : cell.end
  }
}

/** ISO day of a calendar that has it; null for 31 February and the like. */
export function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso
}
