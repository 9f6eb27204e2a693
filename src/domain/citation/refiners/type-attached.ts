import type { FlatText } from '../../text/flatten.ts'
import {
  type DocumentType,
  documentTypeOfName,
  documentTypeOfSymbol,
  documentTypesOfCode,
  FOLDED_TYPE_NAMES,
  typeCodeOf
} from '../../vocabulary/document-types.ts'
import type { Mention } from '../mention.ts'
import { withFlag } from '../mention.ts'
import { readIssuerAt } from '../read-issuer.ts'

const REACH = 170
const NAME = new RegExp(`(?<![a-z])(${FOLDED_TYPE_NAMES.join('|')}|van ban)(?![a-z])`, 'g')
/** "CV số 713-CV/TU", "NĐ 42/2022/NĐ-CP": the type abbreviated. */
const SHORT = /(?<![\p{L}\d/-])(\p{Lu}[\p{L}]{1,4}) (?:số|sô)?:? ?$/u
const NUMBER_WORD = /(?:^|[ (:])so ?:? ?$/
/** What may stand between the type and the number: "Chương trình hành động số", "các Quyết định của UBND tỉnh: Số". */
const QUALIFIER = /^(?: [a-z]+){0,6}$/
const LAW_NAME = /^ [a-z, ]{2,150}$/
const LIST_ISSUER = /^ cua ([^.;:\n]{3,80}) ?:$/
/** With "số" and a symbol that speaks for the type more may stand between: "Quyết định về việc thành lập Tổ công tác số …". */
const LONG_QUALIFIER = /^(?: [a-z]+){1,14}$/
const NO_QUALIFIER =
  / (?:ve|cua|va|tai|theo|thuc hien|trien khai|nay|do|cac|hoac|voi|co|cho|duoc|da|gui|den|la|trong|kem) /
const RANGE_BEGINS = /^ tu (?:so )?\d{1,5}[ a-z/-]{0,20} den(?: het)?$/
const PLURAL = /(?<![a-z])(?:cac|nhung|hai|ba|02|03)(?: [a-z]+){0,1} ?$/
const LAWS = new Set<DocumentType>(['luat', 'bo-luat', 'phap-lenh'])

/** Finds the type word a number belongs to and stretches the mention to it: "Chương trình hành động số 42-CTr/HU". */
export function attachTypes(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one, index) => {
    if (one.head === 'named') return one
    const floor = mentions[index - 1]?.coreEnd ?? 0
    return attachType(flat, one, Math.max(floor, one.coreStart - REACH))
  })
}

function attachType(flat: FlatText, one: Mention, from: number): Mention {
  const left = flat.folded.slice(from, one.coreStart)
  const number = NUMBER_WORD.exec(left)
  const numberAt = number ? number.index + (left.startsWith('so', number.index) ? 0 : 1) : left.length
  const numberStart = from + numberAt
  const bare = { ...one, start: number ? numberStart : one.coreStart, headStart: number ? numberStart : one.coreStart }
  const head = left.slice(0, numberAt).trimEnd()
  let best: Mention | null = null
  for (const match of head.matchAll(NAME)) {
    const start = from + match.index
    const fits = fitTail(flat, one, match[1] ?? '', start, head.slice(match.index + match[0].length), number !== null)
    if (fits === null) continue
    // "các Tờ trình: số 187/TTr-SNN, số 190/TTr-SNN": the type stands before the list, its first member begins at "số".
    const begins = /:$/.test(head) ? bare.start : start
    const taken = {
      ...one,
      ...fits,
      start: begins,
      headStart: start,
      plural: PLURAL.test(flat.folded.slice(Math.max(0, start - 24), start))
    }
    if (best === null || !(isLawWithin(flat, best, taken) || fitsBetter(best, taken))) best = taken
  }
  if (best) return checked(best)
  const short = SHORT.exec(flat.text.slice(from, one.coreStart))
  const types = short?.[1] ? documentTypesOfCode(short[1]) : []
  if (short && types.length > 0) {
    return checked({
      ...one,
      start: from + short.index,
      headStart: from + short.index,
      head: 'stated',
      documentType: pick(types, one)
    })
  }
  return bare
}

/** The tail between a type name and its number says whether they belong together. */
function fitTail(
  flat: FlatText,
  one: Mention,
  name: string,
  start: number,
  tail: string,
  hasNumberWord: boolean
): Pick<Mention, 'documentType' | 'head' | 'listIssuer'> | null {
  const type = name === 'van ban' ? documentTypeOfSymbolIn(one) : documentTypeOfName(name)
  const fit = { documentType: type, head: 'stated', listIssuer: null } as const
  if (tail === '' || tail === ':') return fit
  const isLaw = type !== null && LAWS.has(type)
  if (isLaw) {
    const capital = startsWithCapital(flat, start)
    const isLawSymbol = one.reference !== null && /QH\d/.test(one.reference.symbol)
    return capital && isLawSymbol && LAW_NAME.test(tail) ? fit : null
  }
  const issuer = LIST_ISSUER.exec(tail)
  if (issuer?.[1]) {
    const issuerStart = start + name.length + 5
    return { ...fit, listIssuer: flat.text.slice(issuerStart, issuerStart + issuer[1].length).trim() }
  }
  if (/^ ?(?:sau|sau day|gom|gom co|nhu sau)? ?:$/.test(tail)) return fit
  if (RANGE_BEGINS.test(tail)) return fit
  if (hasNumberWord && agrees(type, one) && LONG_QUALIFIER.test(tail))
    return { ...fit, listIssuer: issuerWithin(flat, start, name, tail) }
  const allowed = QUALIFIER.test(tail) && !NO_QUALIFIER.test(`${tail} `) && (hasNumberWord || agrees(type, one))
  return allowed ? fit : null
}

/** "Kết luận của Bộ Chính trị số 58-KL/TW": the issuer stands between the type and its number. */
function issuerWithin(flat: FlatText, start: number, name: string, tail: string): string | null {
  const of = / cua /.exec(tail)
  if (!of) return null
  const tailStart = start + name.length
  const issuer = readIssuerAt(flat, tailStart + of.index + of[0].length)
  return issuer && issuer.end >= tailStart + tail.length ? issuer.name : null
}

/** "Luật Ban hành văn bản quy phạm pháp luật số …": a type word inside a law's name does not take the number from the law. */
function isLawWithin(flat: FlatText, law: Mention, later: Mention): boolean {
  if (law.documentType === null || !LAWS.has(law.documentType)) return false
  return later.documentType === null || !LAWS.has(later.documentType) || !startsWithCapital(flat, later.start)
}

function startsWithCapital(flat: FlatText, at: number): boolean {
  return /\p{Lu}/u.test(flat.text.charAt(at))
}

/** "Thông báo kết luận số 100-TB/HU": of two type words the one that the symbol speaks for. */
function fitsBetter(earlier: Mention, later: Mention): boolean {
  return agrees(earlier.documentType, earlier) && !agrees(later.documentType, later)
}

function documentTypeOfSymbolIn(one: Mention): DocumentType | null {
  return one.reference ? documentTypeOfSymbol(one.reference) : null
}

function agrees(type: DocumentType | null, one: Mention): boolean {
  return type !== null && one.reference !== null && documentTypesOfCode(typeCodeOf(one.reference.symbol)).includes(type)
}

function pick(types: readonly DocumentType[], one: Mention): DocumentType | null {
  const told = documentTypeOfSymbolIn(one)
  return types.length === 1 ? (types[0] ?? null) : told !== null && types.includes(told) ? told : null
}

/** A stated type whose abbreviation the symbol contradicts is kept and flagged. */
function checked(one: Mention): Mention {
  if (!one.reference || one.documentType === null) return one
  const told = documentTypesOfCode(typeCodeOf(one.reference.symbol))
  const against = told.length > 0 && !told.includes(one.documentType)
  return against ? { ...one, flags: withFlag(one, 'type-against-symbol') } : one
}
