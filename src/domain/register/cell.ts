import { foldKey } from '../text/fold.ts'

/** A cell of a sheet as its file has it: text stays text ("0713"), a date that the sheet knows as one is a day. */
export type Cell = string | number | boolean | Readonly<{ day: string }> | null

/** What a person sees in the cell, white space folded, NFC. A whole number has no decimals. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/')
  return String(cell).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Ditto marks of handwritten books and of those who typed them over. */
const DITTO = /^(?:["”″〃']{1,2}|-?\s*(?:nt|nhu tren)\s*-?)$/

export function isDitto(cell: Cell | undefined): boolean {
  const text = cellText(cell)
  return text !== '' && text.length <= 12 && DITTO.test(/[\p{L}]/u.test(text) ? foldKey(text) : text)
}
