import { parseReference } from '../../reference/parse-reference.ts'
import type { Reference } from '../../reference/reference.ts'
import type { FlatText } from '../../text/flatten.ts'
import {
  DOCUMENT_TYPES,
  type DocumentType,
  documentTypeOfName,
  documentTypesOfCode,
  FOLDED_TYPE_NAMES
} from '../../vocabulary/document-types.ts'
import { codeDistance } from './code-distance.ts'
import { isKnownBody, isKnownSymbol } from './known-symbols.ts'

/** Where a number stands: `text` as read, `compact` without spaces, `type` by the type word before it. */
export type Segment = Readonly<{ start: number; text: string; compact: string; type: DocumentType | null }>

/** known: written as a symbol, all parts known. unknown: written so, a part is none we know. broken: not so written. */
export type SymbolState = 'known' | 'unknown' | 'broken'

const TYPES = FOLDED_TYPE_NAMES.join('|')
/** Where a number must begin: behind "số", or right behind the name of a type. "Báo cáo thẩm tra số", "Quy chế làm việc số". */
const HEAD = new RegExp(
  `(?<![a-z])(?:(${TYPES}) (?:(?:(?:hanh dong|giai trinh|tham tra|tham dinh|lam viec|ket luan|phoi hop|thanh tra|chi dao|khan) ){0,2}so ?:? ?)?|so ?:? ?)(?=[oølsb]{0,2}\\d|[^\\sa-z\\d]\\d)`,
  'g'
)
const LONGEST = 44
/** A symbol ends before a word, a bracket or a comma. */
const ENDS = /[,;]\s|;$|[()“”"\n]|\s(?=\p{Ll}{2,}|\p{Lu}\p{Ll}{1,2}(?:\s|$)|\p{Lu}\p{Ll}{3})|$/u
/** A symbol that is whole, whatever sign follows it. */
const WHOLE =
  /^\d{1,6}[ab]?[-/](?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:[-/]\p{Lu}[\p{L}\d]*){0,3}(?:\/nb)?(?![\p{L}\d/_-]| ?[-/])/u
/** Parts of symbols that hold small letters. */
const PART = /^(?:\p{Lu}[\p{Lu}\d]*|nb|TTr|CTr|TTrr|QĐi|QyĐ|QTr|TTg|ThU|SNgV|TrS|TBố)$/u

export function symbolSegments(flat: FlatText): readonly Segment[] {
  const found: Segment[] = []
  let readTo = 0
  for (const match of flat.folded.matchAll(HEAD)) {
    const start = match.index + match[0].length
    if (start < readTo) continue
    const text = segmentAt(flat, start)
    if (!/\p{L}/u.test(text)) continue
    readTo = start + text.length
    found.push({ start, text, compact: tidy(text), type: match[1] ? documentTypeOfName(match[1]) : null })
  }
  return found
}

function segmentAt(flat: FlatText, start: number): string {
  const rest = flat.text.slice(start, start + LONGEST)
  const whole = WHOLE.exec(rest)?.[0]
  if (whole && symbolState(whole) === 'known') return whole
  const end = ENDS.exec(rest)?.index ?? rest.length
  return rest.slice(0, end).replace(/[\s.,:;]+$/, '')
}

/** Without spaces, each separator once. */
function tidy(text: string): string {
  return text
    .replace(/\s/g, '')
    .replaceAll('_', '-')
    .replace(/([-/])\1/g, '$1')
}

/** `type`: that of the word before it, against which letters of no type are a misreading. */
export function symbolState(compact: string, type: DocumentType | null = null): SymbolState {
  const read = parseReference(compact)
  if (!read || (read.suffix !== null && !'ab'.includes(read.suffix)) || /^0\d\d/.test(read.number)) return 'broken'
  const symbol = symbolOf(read)
  const parts = symbol.split(/[-/]/)
  if (lacksYear(read, parts[0] ?? '') || !parts.every((part) => PART.test(part))) return 'broken'
  if (isKnownSymbol(read.separator, symbol)) return 'known'
  return type !== null && isOddType(parts, type) ? 'broken' : 'unknown'
}

export function symbolOf({ symbol }: Reference): string {
  return symbol.replace(/^\d{4}\//, '')
}

/** True where a type's letters in the symbol speak against the type word: "Chỉ thị số 12-TT/HU". "Chương trình số 5-CT/HU" is written. */
export function speaksAgainst(compact: string, type: DocumentType | null): boolean {
  const read = parseReference(compact)
  if (!read || type === null || type === 'chuong-trinh') return false
  const told = documentTypesOfCode(symbolOf(read).split(/[-/]/)[0] ?? '')
  return told.length > 0 && !told.includes(type)
}

/** A symbol that no table knows, yet may be one: no small letter stands in it. */
export function isPlausible(compact: string): boolean {
  const read = parseReference(compact)
  if (!read) return false
  return symbolOf(read)
    .split(/[-/]/)
    .every((part) => PART.test(part))
}

/** "722026/NĐ-CP": decrees, laws and circulars bear a year; a number so long has swallowed it. */
function lacksYear(read: Reference, first: string): boolean {
  return read.separator === '/' && /^(?:NĐ|TT|TTLT|QH\d+|UBTVQH\d+)$/.test(first) && /^\d{5,}$/.test(read.number)
}

/** "Kế hoạch số 128-K/HU", "Kế hoạch số 4512/KHUBND": no type's letters before a known body, or two codes run together. */
function isOddType([first = '', ...rest]: readonly string[], type: DocumentType): boolean {
  if (documentTypesOfCode(first).length > 0 || isKnownBody(first)) return false
  const codes: readonly string[] = DOCUMENT_TYPES[type].symbols
  if (rest.length > 0) return rest.every(isKnownBody) && codes.some((code) => codeDistance(first, code, 1) <= 1)
  return codes.some((code) => first.startsWith(code) && isKnownBody(first.slice(code.length)))
}
