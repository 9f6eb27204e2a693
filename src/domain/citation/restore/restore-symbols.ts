import { parseReference } from '../../reference/parse-reference.ts'
import type { FlatText } from '../../text/flatten.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  documentTypeOfName,
  documentTypesOfCode,
  FOLDED_TYPE_NAMES,
  typeCodeOf
} from '../../vocabulary/document-types.ts'
import { readIssuerAt } from '../read-issuer.ts'
import { codeDistance } from './edit-distance.ts'
import type { Edit } from './edits.ts'
import { codesOfBody, isKnownBody, isKnownSymbol, KNOWN_SYMBOLS, type KnownSymbol } from './known-symbols.ts'

/** Where a number must begin: behind "số", or right behind the name of a type. */
const HEAD = new RegExp(
  `(?<![a-z])(?:(${FOLDED_TYPE_NAMES.join('|')}) (?:so ?:? ?)?|so ?:? ?)(?=[oølsb]{0,2}\\d|[^\\sa-z\\d]\\d)`,
  'g'
)
const LONGEST = 44
/** A symbol ends before a word, a bracket or a comma. */
const ENDS = /[,;]\s|;$|[()“”"\n]|\s(?=\p{Ll}{2,}|\p{Lu}\p{Ll}{1,2}(?:\s|$)|\p{Lu}\p{Ll}{3})|$/u
/** A symbol that is whole, whatever sign follows it. */
const WHOLE =
  /^\d{1,6}[ab]?[-/](?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*){0,3}(?:\/nb)?(?![\p{L}\d/_-]| ?[-/])/u
const DIGIT = '[\\dØøOolISsB]'
const NUMBER = new RegExp(`^${DIGIT}{1,6}`)
const SIGN = /^(?:\/{1,2}|[-/.,:;~`'!|_\\]?)/
const YEAR = /^(\S{3,5}?)(?:[/.,:;|\\-]{1,2}|(?=\p{Lu}{2}))/u
const LIMIT = 1

export type SymbolEdits = Readonly<{ repaired: readonly Edit[]; doubtful: readonly Edit[] }>

type Place = Readonly<{
  start: number
  text: string
  type: DocumentType | null
  bodies: readonly string[]
  year: string | null
}>
type Reading = Readonly<{ number: string; separator: '-' | '/'; symbol: string; cost: number; body: string }>

/**
 * Numbers and symbols with a letter misread, lost, doubled or a space put in, read again as the one known symbol they are
 * near to; the type word before and the issuer behind them must not speak against it. What is near to several, or to none
 * though a letter in it cannot stand in a symbol, is doubtful: a wrong number is worse than none. A symbol that is well
 * written but unknown is left as it is, save in a text that is misread elsewhere too.
 */
export function restoreSymbols(flat: FlatText, noisy: boolean, citingYear: number | null): SymbolEdits {
  const repaired: Edit[] = []
  const doubtful: Edit[] = []
  const found = segments(flat)
  const local = new Set(
    found.filter(({ compact }) => judged(compact) === 'known').map(({ compact }) => symbolOf(compact))
  )
  for (const { start, text, compact, typeName } of found) {
    const state = judged(compact, typeName)
    const edit = { start, end: start + text.length, text }
    const place = placeOf(flat, start, text, typeName)
    if (state === 'known') {
      const year = noisy ? yearAgainstDay(compact, place.year, citingYear) : null
      if (year === 'doubtful') doubtful.push(edit)
      else if (year !== null) repaired.push({ ...edit, text: year })
      else if (isTornApart(flat, edit, noisy) || /\/\d{4}\/\//.test(text)) repaired.push({ ...edit, text: compact })
      continue
    }
    if (state === 'unknown' && !noisy) continue
    const readings = readingsOf(compact, place)
    const best = onlyBest(readings, local)
    if (best) {
      const whole = `${best.number}${best.separator}${best.symbol}`
      if (whole !== compact) repaired.push({ ...edit, text: whole })
    } else if (noisy && (state === 'broken' || readings.length > 0 || !isOfKnownType(compact))) doubtful.push(edit)
  }
  return { repaired, doubtful }
}

function isOfKnownType(compact: string): boolean {
  const first = typeCodeOf(parseReference(compact)?.symbol ?? '')
  return documentTypesOfCode(first).length > 0 || isKnownBody(first)
}

/** The nearest reading; of several as near the one whose symbol this paper writes elsewhere. */
function onlyBest(readings: readonly Reading[], local: ReadonlySet<string>): Reading | null {
  const [best] = readings
  if (!best) return null
  const equal = readings.filter((one) => one.cost === best.cost)
  // Codes of committees are a letter apart (TW, TU, HU): what else this paper cites says nothing of them.
  const known = equal.filter((one) => one.separator === '/' && local.has(one.symbol.replace(/^\d{4}\//, '')))
  if (equal.length === 1) return best
  return known.length === 1 ? (known[0] ?? null) : null
}

type Segment = Readonly<{ start: number; text: string; compact: string; typeName: string }>

function segments(flat: FlatText): readonly Segment[] {
  const found: Segment[] = []
  let readTo = 0
  for (const match of flat.folded.matchAll(HEAD)) {
    const start = match.index + match[0].length
    if (start < readTo) continue
    const text = segment(flat, start)
    if (!/\p{L}/u.test(text)) continue
    readTo = start + text.length
    found.push({ start, text, compact: tidy(text), typeName: match[1] ?? '' })
  }
  return found
}

/** Without spaces, each separator once. */
function tidy(text: string): string {
  return text
    .replace(/\s/g, '')
    .replaceAll('_', '-')
    .replace(/([-/])\1/g, '$1')
}

function symbolOf(compact: string): string {
  return parseReference(compact)?.symbol.replace(/^\d{4}\//, '') ?? ''
}

/** A space within a code ("VPT U"), or within a number on a misread page; a line's end there may hide a page number. */
function isTornApart(flat: FlatText, edit: Edit, noisy: boolean): boolean {
  const torn = /[\p{L}\d] (?=[\p{L}\d])/u.exec(edit.text)
  if (!torn) return false
  if (!/^\d \d/.test(torn[0] + edit.text.charAt(torn.index + 2))) return !/\d /.test(torn[0])
  const at = flat.origin[edit.start + torn.index + 1] ?? 0
  return noisy && flat.source.charAt(at) === ' '
}

/**
 * "26/2028/NĐ-CP ngày 31 tháng 5 năm 2023": a State number is of the year of its day. One that lies ahead of the citing
 * paper is the misread one; where neither does it cannot be told which is.
 */
function yearAgainstDay(compact: string, dated: string | null, citingYear: number | null): string | 'doubtful' | null {
  const year = /^[^/]*\/(\d{4})\//.exec(compact)?.[1]
  if (year === undefined || dated === null || year === dated) return null
  if (
    citingYear !== null &&
    Number(year) > citingYear &&
    Number(dated) <= citingYear &&
    codeDistance(year, dated, 1) <= 1
  ) {
    return compact.replace(`/${year}/`, `/${dated}/`)
  }
  if (citingYear !== null && Number(dated) > citingYear && Number(year) <= citingYear) return null
  return 'doubtful'
}

function segment(flat: FlatText, start: number): string {
  const rest = flat.text.slice(start, start + LONGEST)
  const whole = WHOLE.exec(rest)?.[0]
  if (whole && judged(whole.replace(/\s/g, '')) === 'known') return whole
  const end = ENDS.exec(rest)?.index ?? rest.length
  return rest.slice(0, end).replace(/[\s.,:;]+$/, '')
}

/** Whether a symbol is written as one, and whether its parts are known. */
function judged(compact: string, typeName = ''): 'known' | 'unknown' | 'broken' {
  const read = parseReference(compact)
  if (!read || (read.suffix !== null && !'ab'.includes(read.suffix)) || /^0\d\d/.test(read.number)) return 'broken'
  const symbol = read.separator === '/' ? read.symbol.replace(/^\d{4}\//, '') : read.symbol
  if (isKnownSymbol(read.separator, symbol)) return 'known'
  const parts = symbol.split(/[-/]/)
  const sound = parts.every((part) => /^(?:\p{Lu}[\p{Lu}\d]*\p{Ll}{0,2}[\p{Lu}\d]*|nb)$/u.test(part))
  if (!sound || (typeName !== '' && isOddType(parts, typeName))) return 'broken'
  return 'unknown'
}

/** "Kế hoạch số 128-K/HU", "Kế hoạch số 4512/KHUBND": no type's letters before a known body, or two codes run together. */
function isOddType([first = '', ...rest]: readonly string[], typeName: string): boolean {
  if (documentTypesOfCode(first).length > 0 || isKnownBody(first)) return false
  if (rest.length > 0) return rest.every(isKnownBody)
  const type = documentTypeOfName(typeName)
  return (
    type !== null &&
    DOCUMENT_TYPES[type].symbols.some((code) => first.startsWith(code) && isKnownBody(first.slice(code.length)))
  )
}

function placeOf(flat: FlatText, start: number, text: string, typeName: string): Place {
  const end = start + text.length
  const behind = flat.folded.slice(end, end + 70)
  const of = /^[^;()\n]{0,44}?(?<![a-z])cua /.exec(behind)
  const issuer = of ? readIssuerAt(flat, end + of[0].length) : issuerBefore(flat, start)
  const year = /^,? ?(?:cung )?ngay [^;\n]{4,18}?((?:19|20)\d\d)(?!\d)/.exec(behind)
  return {
    start,
    text,
    type: typeName === '' ? null : documentTypeOfName(typeName),
    bodies: issuer ? codesOfBody(issuer.name) : [],
    year: year?.[1] ?? null
  }
}

/** "… của Ban Tổ chức Tỉnh ủy tại Công văn số …". */
function issuerBefore(flat: FlatText, start: number): ReturnType<typeof readIssuerAt> {
  const left = flat.folded.slice(Math.max(0, start - 90), start)
  const of = /(?<![a-z])cua (?=[^;.()\n]{3,60} tai (?:cac )?[a-z]+(?: [a-z]+){1,3} ?$)/.exec(left)
  return of ? readIssuerAt(flat, start - left.length + of.index + of[0].length) : null
}

/** The readings of a symbol, the nearest first; those that type and issuer speak for alone, where there are such. */
function readingsOf(compact: string, place: Place): readonly Reading[] {
  const run = NUMBER.exec(compact)?.[0].length ?? 0
  const found = new Map<string, Reading>()
  for (let length = 1; length <= run; length++) {
    const number = digitsOf(compact.slice(0, length))
    if (number === null) continue
    const suffix = /^[ab](?=[-/])/.exec(compact.slice(length))?.[0] ?? ''
    const rest = compact.slice(length + suffix.length)
    const sign = SIGN.exec(rest)?.[0] ?? ''
    const symbol = rest.slice(sign.length)
    for (const one of symbolsNear(symbol, sign, place)) {
      const reading = { ...one, number: number + suffix }
      const key = `${reading.number}${one.separator}${one.symbol}`
      if ((found.get(key)?.cost ?? LIMIT + 1) > one.cost) found.set(key, reading)
    }
  }
  const all = [...found.values()].toSorted((a, b) => a.cost - b.cost)
  const told = all.filter((one) => place.bodies.includes(one.body.replace(/\d+$/, '')))
  return told.length > 0 ? told : all
}

function symbolsNear(read: string, sign: string, place: Place): readonly Omit<Reading, 'number'>[] {
  const year = YEAR.exec(read)
  const told = year ? yearOf(year[1] ?? '', place.year, read.slice(year[0].length)) : null
  const rest = year && told ? read.slice(year[0].length) : read
  const inner = rest.endsWith('/nb') ? rest.slice(0, -3) : rest
  const near: Omit<Reading, 'number'>[] = []
  for (const known of KNOWN_SYMBOLS) {
    if (place.type !== null && known.type !== place.type) continue
    if (told && known.separator === '-') continue
    const cost = signCost(sign, known.separator) + (told?.cost ?? 0)
    if (cost > LIMIT) continue
    const distance = codeDistance(inner, known.symbol, LIMIT - cost) + cost
    if (distance > LIMIT) continue
    near.push({
      separator: known.separator,
      symbol: `${told ? `${told.year}/` : ''}${known.symbol}${inner === rest ? '' : '/nb'}`,
      cost: distance,
      body: known.body
    })
  }
  return near
}

function signCost(sign: string, separator: KnownSymbol['separator']): number {
  if (sign === separator) return 0
  return sign === '-' || sign === '/' ? 1 : 0.5
}

/**
 * The year in a symbol. One that is misread is that of the day behind it where one letter parts them, else the one year
 * it can be; the number of an assembly bounds it ("t014/QH13" is of 2014).
 */
function yearOf(read: string, dated: string | null, rest: string): Readonly<{ year: string; cost: number }> | null {
  if ((read.match(/\d/g)?.length ?? 0) < 2) return null
  const year = digitsOf(read) ?? ''
  const [from, to] = yearsOfTerm(rest)
  const fits = (one: number): boolean => one >= from && one <= to
  if (/^\d{4}$/.test(year) && fits(Number(year)) && (dated === null || dated === year)) {
    return { year, cost: year === read ? 0 : 0.25 }
  }
  if (dated !== null) return codeDistance(year, dated, 1) <= 1 ? { year: dated, cost: 0.5 } : null
  const possible: number[] = []
  for (let one = from; one <= to; one++)
    if (codeDistance(year, String(one), 1) <= 0.5 || isMasked(year, String(one))) possible.push(one)
  const [only] = possible
  return possible.length === 1 && only !== undefined ? { year: String(only), cost: 0.5 } : null
}

/** One sign in it is no digit, the others are those of `year`. */
function isMasked(read: string, year: string): boolean {
  const at = read.search(/\D/)
  return (
    at >= 0 && read.length === 4 && read.slice(0, at) + read.slice(at + 1) === year.slice(0, at) + year.slice(at + 1)
  )
}

/** The National Assembly of the 11th term sat from 2002; each sits five years. */
function yearsOfTerm(rest: string): readonly [number, number] {
  const term = Number(/QH(\d\d)$/.exec(rest)?.[1] ?? 0)
  if (term >= 12) return [2007 + (term - 12) * 5 - (term > 12 ? 1 : 0), 2011 + (term - 12) * 5]
  return [1946, 2035]
}

/** Letters misread for digits; null where no digit is among them. */
export function digitsOf(text: string): string | null {
  if (!/\d/.test(text)) return null
  return text
    .replace(/[ØøOo]/g, '0')
    .replace(/[lI]/g, '1')
    .replace(/[Ss]/g, '5')
    .replaceAll('B', '8')
}
