import { withinOneEdit } from '../../text/edit-distance.ts'
import type { Edit } from '../../text/edits.ts'
import type { FlatText } from '../../text/flatten.ts'
import { isoDay, readDateAt } from '../read-date.ts'

/** A word that may be "ngày", with what a scan put about it. */
const DAY_WORD = /(?<![a-z\d])[a-z.,;:`|~]{3,5}(?![a-z])/g
const BEFORE = /[a-z\d](?:[.,;:|`~]{0,2} ?[.,;:|`~]?)$/
const GAP = /^[ .,;:|`~-]{0,2}/
const SIGN = '[/.,:;|~-]'
const FIGURES = new RegExp(
  `^([^\\s/-]{1,3}) ?${SIGN}{1,2} ?([^\\s/-]{1,3}?) ?${SIGN}{1,2} ?(\\d{2,3} \\d{1,2}(?!\\d)|[^\\s/()]{3,5})`
)
const WORDS =
  /^([^\s/]{1,3}) ?([^\s\d]{3,7}?)[ .,;:|`~-]{1,2}([^\s/]{1,3}?),? ?([^\s\d]{2,5}) ?(\d{2,3} \d{1,2}(?!\d)|[^\s/()]{3,5})/
/** Stands for a day that is there and cannot be read: no calendar has it. */
const UNREADABLE = '00/00/0000'
const SYMBOL_YEAR = /\/((?:19|20)\d\d)\/[a-z\d-]+,? ?$/

/**
 * The days of a misread page: letters read for digits, digits doubled, spaces and signs put in, "ngày" itself misread. A year
 * is put right by that of the symbol before it. A day that leaves two readings, or none, is written as one that cannot be:
 * it is shown, not guessed, and what stands behind it is still read.
 */
export function restoreDates(flat: FlatText, citingYear: number | null): readonly Edit[] {
  const edits: Edit[] = []
  for (const match of flat.folded.matchAll(DAY_WORD)) {
    const word = match[0].replace(/^[.,;:`|~]+/, '')
    const start = match.index + match[0].length - word.length
    if (!withinOneEdit(word.replace(/[.,;:|`~]+$/, ''), 'ngay') && !withinOneEdit(word, 'ngay')) continue
    const end = start + word.length
    const at = end + (GAP.exec(flat.folded.slice(end, end + 2))?.[0].length ?? 0)
    const left = flat.folded.slice(Math.max(0, start - 40), start)
    const date = dateAt(flat.folded, at, SYMBOL_YEAR.exec(left.replace(/[.,;:|`~ ]+$/, ''))?.[1] ?? null, citingYear)
    if (!date) continue
    const strict = readDateAt(flat.folded, at)
    const before = BEFORE.exec(left)?.[0].slice(1) ?? ' '
    const sound = word === 'ngay' && at === end + 1 && flat.folded.charAt(end) === ' ' && /^,? ?$/.test(before)
    if (sound && strict?.iso) continue
    const tidy = /^,? ?$/.test(before)
    edits.push({
      start: tidy ? start : start - before.length,
      end: date.end,
      text: `${tidy ? '' : ', '}ngày ${date.text}`
    })
  }
  return edits
}

function dateAt(
  folded: string,
  at: number,
  symbolYear: string | null,
  citingYear: number | null
): Readonly<{ text: string; end: number }> | null {
  const rest = folded.slice(at, at + 40)
  const words = WORDS.exec(rest)
  const inWords = words !== null && withinOneEdit(words[2] ?? '', 'thang') && withinOneEdit(words[4] ?? '', 'nam')
  const [whole = '', day = '', month = '', year = ''] = inWords
    ? [words[0], words[1], words[3], words[5]]
    : (FIGURES.exec(rest) ?? [])
  if (whole === '' || (year.match(/\d/g)?.length ?? 0) < 2 || !/[\døolsb]/.test(day + month)) return null
  const tail = /[.,;:]+$/.exec(whole)?.[0].length ?? 0
  const [d, m, y] = [part(day), part(month), yearOf(year.slice(0, year.length - tail), symbolYear, citingYear)]
  const iso = d === null || m === null || y === null ? null : isoDay(d, m, y)
  const text = iso === null ? UNREADABLE : `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`
  return { text, end: at + whole.length - tail }
}

/** A day or a month of at most two digits; "115" is "15" with a digit doubled. */
function part(read: string): number | null {
  const digits = asDigits(read.replace(/[.,;:]$/, ''))
  if (digits === null) return null
  if (digits.length <= 2) return Number(digits)
  const single = withoutOneDouble(digits)
  return single.length === 1 && single[0] !== undefined ? Number(single[0]) : null
}

function yearOf(read: string, symbolYear: string | null, citingYear: number | null): number | null {
  const plain = read.replace(/ /g, '')
  const digits = asDigits(plain)
  if (symbolYear !== null) return withinOneEdit(digits ?? plain, symbolYear) ? Number(symbolYear) : null
  const possible = (text: string): boolean =>
    /^(?:19[3-9]|20\d)\d$/.test(text) && (citingYear === null || Number(text) <= citingYear + 1)
  if (digits !== null && possible(digits)) return Number(digits)
  if (/^[^\d]?0\d\d$/.test(plain)) return possible(`2${plain.slice(-3)}`) ? Number(`2${plain.slice(-3)}`) : null
  const years = digits?.length === 5 ? withoutOneDouble(digits).filter(possible) : []
  const [only] = years
  return years.length === 1 && only !== undefined ? Number(only) : null
}

/** Letters that stand for digits in folded text; null where another sign is among them. */
function asDigits(read: string): string | null {
  const digits = read.replace(/[øo]/g, '0').replaceAll('l', '1').replaceAll('s', '5').replaceAll('b', '8')
  return /^\d+$/.test(digits) ? digits : null
}

/** What is left of a run of digits when one of two equal neighbours goes. */
function withoutOneDouble(digits: string): readonly string[] {
  const found = new Set<string>()
  for (let at = 1; at < digits.length; at++) {
    if (digits[at] === digits[at - 1]) found.add(digits.slice(0, at) + digits.slice(at + 1))
  }
  return [...found]
}
