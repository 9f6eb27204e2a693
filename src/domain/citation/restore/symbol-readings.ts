import type { FlatText } from '../../text/flatten.ts'
import { DOCUMENT_TYPES } from '../../vocabulary/document-types.ts'
import { PARTY_BODY_CODES, STATE_BODY_CODES } from '../../vocabulary/issuer-codes.ts'
import { readIssuerAt } from '../read-issuer.ts'
import { codeDistance } from './code-distance.ts'
import { codesOfBodies, KNOWN_SYMBOLS, type KnownSymbol } from './known-symbols.ts'
import type { Segment } from './symbol-segments.ts'

/** One known symbol that a misread one may be. */
export type Reading = Readonly<{ number: string; separator: '-' | '/'; symbol: string; cost: number; body: string }>
/** What stands about a symbol: codes its issuer's name would bear, the year of its day. */
export type Place = Readonly<{ bodies: readonly string[]; year: string | null }>

export const LIMIT = 1
const KNOWN_BODY_CODES: ReadonlySet<string> = new Set([...PARTY_BODY_CODES, ...STATE_BODY_CODES])
const DIGIT = '[\\dØøOolISsB]'
const NUMBER = new RegExp(`^${DIGIT}{1,6}`)
const SIGN = /^(?:\/{1,2}|[-/.,:;~`'!|_\\]?)/
const YEAR = /^(\S{3,5}?)(?:[/.,:;|\\-]{1,2}|(?=\p{Lu}{2}))/u
/** From a symbol to its issuer only its day may stand: not "về thực hiện Chỉ thị 12 của Huyện uỷ". */
const OF = /^,? ?(?:(?:ban hanh |ky )?(?:cung )?ngay [^;\n(]{4,26}?)?,? ?(?:cua|do) /

export function placeOf(flat: FlatText, { start, text }: Segment): Place {
  const end = start + text.length
  const behind = flat.folded.slice(end, end + 70)
  const of = OF.exec(behind)
  const issuer = of ? readIssuerAt(flat, end + of[0].length) : issuerBefore(flat, start)
  const year = /^,? ?(?:cung )?ngay [^;\n]{4,18}?((?:19|20)\d\d)(?!\d)/.exec(behind)
  return { bodies: issuer ? codesOfBodies(issuer.name) : [], year: year?.[1] ?? null }
}

/** "… của Ban Tổ chức Tỉnh ủy tại Công văn số …". */
function issuerBefore(flat: FlatText, start: number): ReturnType<typeof readIssuerAt> {
  const left = flat.folded.slice(Math.max(0, start - 90), start)
  const of = /(?<![a-z])cua (?=[^;.()\n]{3,60} tai (?:cac )?[a-z]+(?: [a-z]+){1,3} ?$)/.exec(left)
  return of ? readIssuerAt(flat, start - left.length + of.index + of[0].length) : null
}

/** The readings of a symbol, the nearest first; those its issuer speaks for alone, where such are about as near. */
export function readingsOf({ compact, type }: Segment, place: Place): readonly Reading[] {
  const run = NUMBER.exec(compact)?.[0].length ?? 0
  const found = new Map<string, Reading>()
  for (let length = 1; length <= run; length++) {
    const number = digitsOf(compact.slice(0, length))
    if (number === null || /^0\d\d/.test(number)) continue
    const suffix = /^[ab](?=[-/])/.exec(compact.slice(length))?.[0] ?? ''
    const rest = compact.slice(length + suffix.length)
    const sign = SIGN.exec(rest)?.[0] ?? ''
    const symbol = rest.slice(sign.length)
    // A sign between a number and its separator may have been a digit.
    if (!/[-/]/.test(sign) && /^[-/]/.test(symbol)) continue
    for (const one of [
      ...symbolsNear(symbol, sign, type, place),
      ...jointSymbols(symbol, place),
      ...byTypeWord(symbol, sign, type)
    ]) {
      const key = `${number}${suffix}${one.separator}${one.symbol}`
      if ((found.get(key)?.cost ?? LIMIT + 1) > one.cost) found.set(key, { ...one, number: number + suffix })
    }
  }
  const all = [...found.values()].toSorted((a, b) => a.cost - b.cost)
  const told = all.filter((one) => place.bodies.includes(one.body.replace(/\d+$/, '')))
  return told[0] && told[0].cost <= (all[0]?.cost ?? 0) + 0.5 ? told : all
}

type Near = Omit<Reading, 'number'>

function symbolsNear(read: string, sign: string, type: Segment['type'], place: Place): readonly Near[] {
  const year = YEAR.exec(read)
  const told = year ? yearOf(year[1] ?? '', place.year, read.slice(year[0].length)) : null
  const rest = year && told ? read.slice(year[0].length) : read
  const inner = rest.endsWith('/nb') ? rest.slice(0, -3) : rest
  const near: Near[] = []
  for (const known of KNOWN_SYMBOLS) {
    if ((type !== null && known.type !== type) || (told && known.separator === '-')) continue
    const cost = signCost(sign, known.separator) + (told?.cost ?? 0)
    const distance = cost > LIMIT ? cost : codeDistance(inner, known.symbol, LIMIT - cost) + cost
    if (distance > LIMIT) continue
    const symbol = `${told ? `${told.year}/` : ''}${known.symbol}${inner === rest ? '' : '/nb'}`
    near.push({ separator: known.separator, symbol, cost: distance, body: known.body })
  }
  return near
}

/** "Báo cáo số 12-oC/ĐKT": the type's letters put right by the type word, a body no table knows left as it is written. */
function byTypeWord(read: string, sign: string, type: Segment['type']): readonly Near[] {
  const parts = /^([^-/]{1,4})([-/])(\p{Lu}[\p{Lu}\d]+)$/u.exec(read)
  if (type === null || !parts || (sign !== '-' && sign !== '/')) return []
  const [, first = '', joint = '', body = ''] = parts
  if (joint === sign || KNOWN_BODY_CODES.has(body)) return []
  const near = DOCUMENT_TYPES[type].symbols
    .map((code) => ({ code, cost: codeDistance(first, code, 1) }))
    .filter(({ cost }) => cost > 0 && cost <= 1)
  const [only, ...more] = near
  return only && more.length === 0
    ? [{ separator: sign, symbol: `${only.code}${joint}${body}`, cost: only.cost, body }]
    : []
}

/** "72/2011/TTLT-BTo-BGTVT" of Bộ Tài chính and Bộ Giao thông vận tải: each body by itself, each with one answer. */
function jointSymbols(read: string, place: Place): readonly Near[] {
  const [year = '', first = '', ...bodies] = read.split(/[/\-.,:;_]+/)
  if (!/^\d{4}$/.test(year) || bodies.length < 2 || codeDistance(first, 'TTLT', 1) > 1) return []
  const known = bodies.map((body) => {
    const near = STATE_BODY_CODES.map((code) => ({ code, cost: codeDistance(body, code, 1) })).filter(
      ({ cost }) => cost <= 1
    )
    const told = near.filter(({ code }) => place.bodies.includes(code))
    const best = (told.length > 0 ? told : near).toSorted((a, b) => a.cost - b.cost)
    return best[0] && best[0].cost < (best[1]?.cost ?? 2) ? best[0] : null
  })
  if (known.some((body) => body === null)) return []
  const cost = Math.max(...known.map((body) => body?.cost ?? 1))
  const symbol = `${year}/TTLT-${known.map((body) => body?.code).join('-')}`
  return [{ separator: '/', symbol, cost, body: known.at(-1)?.code ?? '' }]
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
  for (let one = from; one <= to; one++) if (codeDistance(read, String(one), 1) <= 1) possible.push(one)
  const [only] = possible
  return possible.length === 1 && only !== undefined ? { year: String(only), cost: 0.5 } : null
}

/** The 12th National Assembly sat from 2007 to 2011, each since then five years. */
function yearsOfTerm(rest: string): readonly [number, number] {
  const term = Number(/QH(\d\d)$/.exec(rest)?.[1] ?? 0)
  if (term >= 12) return [2007 + (term - 12) * 5 - (term > 12 ? 1 : 0), 2011 + (term - 12) * 5]
  return [1946, 2035]
}

/** Letters misread for digits; null where no digit is among them. */
function digitsOf(text: string): string | null {
  if (!/\d/.test(text)) return null
  return text
    .replace(/[ØøOo]/g, '0')
    .replace(/[lI]/g, '1')
    .replace(/[Ss]/g, '5')
    .replaceAll('B', '8')
}
