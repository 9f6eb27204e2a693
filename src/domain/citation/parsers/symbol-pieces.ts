import { documentTypesOfCode } from '../../vocabulary/document-types.ts'

/** One part of a symbol: "CV", "TTg", "QĐi", "ThU", "BCĐ138", "UBTVQH15". Never an ordinary capitalised word ("Ủy"). */
export const CODE =
  '(?:\\p{Lu}{2,}\\d{0,3}\\p{Ll}{0,2}[\\p{Lu}\\d]{0,12}|\\p{Lu}\\p{Ll}{1,2}\\p{Lu}[\\p{Lu}\\d]{0,8}|L)(?![\\p{L}\\d])'
/** Further parts, parted by a dash: "TC-NV", "TWĐTN-VP", "TTLT-BKHCN-BNV". */
export const CODES = `${CODE}(?:\\s?[-_]\\s?${CODE}){0,3}`
/** Number with its letter ("44a"); O, l and S stand for 0, 1 and 5 where a misread letter is among digits. */
export const NUMBER =
  '(?:(?<=[sS][ốôó]:?)|(?<![\\p{L}\\d/.-]))(?:(?<=[sS][ốôó]:?\\s?)(\\d{1,2}) (?=\\d{3}\\s?[-/]))?([\\dOolIØS]{1,6})'
export const SUFFIX = '(?:\\s?([a-eđ]))?'

/** "7l3" → 713, "O5" → 05: only with a digit among them; null where nothing sure comes out. */
export function readNumber(text: string): Readonly<{ number: string; repaired: boolean }> | null {
  if (!/\d/.test(text)) return null
  const number = text.replace(/[OoØ]/g, '0').replace(/[lI]/g, '1').replaceAll('S', '5')
  return { number, repaired: number !== text }
}

/** Spaces dropped, underscore as dash; a doubled Đ of bad OCR made single where that makes a known abbreviation. */
export function tidySymbol(symbol: string): string {
  return symbol
    .replace(/\s/g, '')
    .replaceAll('_', '-')
    .replace(/\p{L}ĐĐ(?!\p{L})/u, (code) => (documentTypesOfCode(code).length === 0 ? code.slice(0, 2) : code))
}
