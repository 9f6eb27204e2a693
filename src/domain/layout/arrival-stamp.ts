import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import type { Reading } from './draft.ts'
import { isoDate } from './place-and-date.ts'
import { type Certainty, reading } from './reading.ts'

const ARRIVED = /^(?:(?:cong van|van ban) )?den\b/
const NUMBER = /\bso\s*[:.]?\s*(\d{1,6})\b/
const IN_WORDS = /\bngay\s*[:.]?\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*((?:19|20)\d\d)\b/
const DATE = /\bngay\s*[:.]?\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)?\d\d)\b/
const STAMP_LINE = /^(?:so|ngay|chuyen|so va ky hieu hs|luu ho so|gio)\s*[:.]?/
const MAX_LINES = 8

export type ArrivalStamp = Readonly<{
  number: Reading<string> | null
  date: Reading<string> | null
  /** All its lines, the receiver's name too: they are no part of the head. */
  cells: readonly Cell[]
}>

/**
 * Dấu "ĐẾN" (NĐ 30/2020/NĐ-CP Phụ lục IV): receiver, ĐẾN, Số, Ngày, Chuyển, on lines of their own or on one. Its number is
 * not the document's.
 */
export function readArrivalStamp(cells: readonly Cell[], certainty: Certainty): ArrivalStamp | null {
  const at = cells.findIndex(
    (cell) => ARRIVED.test(cell.folded) && isCapitals(cell.text.slice(0, 3)) && isStampHead(cell)
  )
  const head = cells[at]
  if (!head) return null
  const parts = [head]
  for (const cell of cells.slice(at + 1)) {
    if (cell.column > 0 && head.column === 0) continue
    if (cell.line - head.line > MAX_LINES || !STAMP_LINE.test(cell.folded) || /[/-]\s?\p{Lu}/u.test(cell.text)) break
    parts.push(cell)
  }
  const number = find(parts, NUMBER)
  const date = find(parts, DATE) ?? find(parts, IN_WORDS)
  const iso = date && isoDate(fullYear(date.match[3] ?? ''), date.match[2] ?? '', date.match[1] ?? '')
  if (!number && !date) return null
  const receiver = cells[at - 1]
  const named =
    receiver && head.line - receiver.line <= 1 && isCapitals(receiver.text) && !receiver.folded.includes('viet nam')
  return {
    number: number && reading(number.match[1] ?? '', certainty, number.cell, 'arrival-stamp'),
    date: date && iso ? reading(iso, certainty, date.cell, 'arrival-stamp') : null,
    cells: named ? [receiver, ...parts] : parts
  }
}

function isStampHead(cell: Cell): boolean {
  return (
    cell.text.length < 12 ||
    NUMBER.test(cell.folded) ||
    DATE.test(cell.folded) ||
    /^(?:cong van|van ban) den$/.test(cell.folded)
  )
}

function find(cells: readonly Cell[], pattern: RegExp): { cell: Cell; match: RegExpExecArray } | null {
  for (const cell of cells) {
    const match = pattern.exec(cell.folded)
    if (match) return { cell, match }
  }
  return null
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}
