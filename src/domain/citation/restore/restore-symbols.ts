import { parseReference } from '../../reference/parse-reference.ts'
import type { Edit } from '../../text/edits.ts'
import type { FlatText } from '../../text/flatten.ts'
import { codeDistance } from './code-distance.ts'
import { type Place, placeOf, type Reading, readingsOf } from './symbol-readings.ts'
import { isPlausible, type Segment, speaksAgainst, symbolOf, symbolSegments, symbolState } from './symbol-segments.ts'

/** `repaired`: read as something else; `doubtful`: cannot be read surely, the text of the edit is what stands there. */
export type SymbolEdits = Readonly<{ repaired: readonly Edit[]; doubtful: readonly Edit[] }>

/** Signs no symbol holds and no typist writes in one. */
const ODD = /[|`~]/

/**
 * Numbers and symbols with a letter misread, lost, doubled or a space put in, read again as the one known symbol they are
 * near to; the type word before and the issuer behind them must not speak against it. What is near to several, or to none
 * though a letter in it cannot stand in a symbol, is doubtful: a wrong number is worse than none. A symbol that is well
 * written but unknown is left as it is, save in a text that is misread elsewhere too.
 */
export function restoreSymbols(flat: FlatText, noisy: boolean, citingYear: number | null): SymbolEdits {
  const repaired: Edit[] = []
  const doubtful: Edit[] = []
  const segments = symbolSegments(flat)
  const local = localSymbols(segments)
  const readings = rememberedReadings()
  for (const segment of segments) {
    const edit = { start: segment.start, end: segment.start + segment.text.length, text: segment.text }
    const outcome = judge(flat, segment, noisy, citingYear, local, readings)
    if (outcome === 'doubtful') doubtful.push(edit)
    else if (outcome !== null && outcome !== segment.text) repaired.push({ ...edit, text: outcome })
  }
  return { repaired, doubtful }
}

/** What a segment is to be read as; null: as it stands. */
function judge(
  flat: FlatText,
  segment: Segment,
  noisy: boolean,
  citingYear: number | null,
  local: ReadonlySet<string>,
  readingsHere: typeof readingsOf
): string | 'doubtful' | null {
  const { compact, type } = segment
  const state = symbolState(compact, type)
  if (state === 'unknown' && !noisy) return null
  if (state === 'known' && !noisy) return withoutGaps(flat, segment, noisy)
  const place = placeOf(flat, segment)
  const against = state === 'known' && noisy && speaksAgainst(compact, type)
  if (state === 'known' && !against) return asWritten(flat, segment, place, noisy, citingYear)
  if (state === 'unknown' && isOfItsIssuer(compact, place)) return null
  const whole = yearSwallowed(compact) ?? separatorLost(compact)
  if (whole !== null) return whole
  const readings = readingsHere(segment, place)
  const best = onlyBest(readings, local, place)
  if (best) return `${best.number}${best.separator}${best.symbol}`
  if (against) return readings.length > 0 ? 'doubtful' : null
  if (!noisy && !ODD.test(compact)) return null
  return state === 'broken' || readings.length > 0 || !isPlausible(compact) ? 'doubtful' : null
}

/** A text writes one symbol again and again: what it may be is asked once. */
function rememberedReadings(): typeof readingsOf {
  const known = new Map<string, readonly Reading[]>()
  return (segment, place) => {
    const key = JSON.stringify([segment.compact, segment.type, place.bodies, place.year])
    const readings = known.get(key) ?? readingsOf(segment, place)
    known.set(key, readings)
    return readings
  }
}

/** An unknown code whose letters are those of the issuer's name: "QBVMT" of Quỹ Bảo vệ môi trường. */
function isOfItsIssuer(compact: string, place: Place): boolean {
  const read = parseReference(compact)
  return (
    read !== null &&
    symbolOf(read)
      .split(/[-/]/)
      .some((part) => place.bodies.includes(part))
  )
}

/** A symbol that is known: its year held against its day, spaces and doubled separators within it taken out. */
function asWritten(
  flat: FlatText,
  segment: Segment,
  place: Place,
  noisy: boolean,
  citingYear: number | null
): string | 'doubtful' | null {
  const year = yearAgainstDay(segment.compact, place.year, citingYear)
  return year ?? withoutGaps(flat, segment, noisy)
}

function withoutGaps(flat: FlatText, segment: Segment, noisy: boolean): string | null {
  return isTornApart(flat, segment, noisy) || /([-/])\1/.test(segment.text.replace(/^\d+\/\//, ''))
    ? segment.compact
    : null
}

/** The nearest reading; of several as near the one whose symbol this paper writes elsewhere. */
function onlyBest(readings: readonly Reading[], local: ReadonlySet<string>, place: Place): Reading | null {
  const [best] = readings
  if (!best) return null
  const equal = readings.filter((one) => one.cost === best.cost)
  if (equal.length === 1) return best
  // Codes of committees are a letter apart (TW, TU, HU): what else this paper cites says nothing of them.
  const known = equal.filter((one) => one.separator === '/' && local.has(one.symbol.replace(/^\d{4}\//, '')))
  return known.length === 1 && place.bodies.length === 0 ? (known[0] ?? null) : null
}

function localSymbols(segments: readonly Segment[]): ReadonlySet<string> {
  return new Set(
    segments.flatMap(({ compact }) => {
      const read = symbolState(compact) === 'known' ? parseReference(compact) : null
      return read ? [symbolOf(read)] : []
    })
  )
}

/** "722026/NĐ-CP": the slash before the year lost. */
function yearSwallowed(compact: string): string | null {
  const match = /^(\d{1,3})((?:19[4-9]|20[0-3])\d)\/((?:NĐ|TT|TTLT|QH|UBTVQH).*)$/u.exec(compact)
  const whole = match ? `${match[1]}/${match[2]}/${match[3]}` : null
  return whole !== null && symbolState(whole) === 'known' ? whole : null
}

/** "1420TTr-BQL", "713CV/TU": the sign behind the number lost. */
function separatorLost(compact: string): string | null {
  const match = /^(\d{1,5})(\p{Lu}.*)$/u.exec(compact)
  if (!match) return null
  const whole = `${match[1]}${match[2]?.includes('/') ? '-' : '/'}${match[2]}`
  return symbolState(whole) === 'known' ? whole : null
}

/** A space within a code ("VPT U"), or within a number on a misread page; a line's end there may hide a page number. */
function isTornApart(flat: FlatText, { start, text }: Segment, noisy: boolean): boolean {
  const torn = /[\p{L}\d] (?=[\p{L}\d])/u.exec(text)
  if (!torn) return false
  if (!/^\d \d/.test(torn[0] + text.charAt(torn.index + 2))) return !/\d /.test(torn[0])
  const at = flat.origin[start + torn.index + 1] ?? 0
  return noisy && flat.source.charAt(at) === ' '
}

/**
 * "26/2028/NĐ-CP ngày 31 tháng 5 năm 2023": a State number is of the year of its day. One that lies ahead of the citing
 * paper is the misread one; where neither does it cannot be told which is.
 */
function yearAgainstDay(compact: string, dated: string | null, citingYear: number | null): string | 'doubtful' | null {
  const year = /^[^/]*\/(\d{4})\//.exec(compact)?.[1]
  if (year === undefined || dated === null || year === dated) return null
  const ahead = (given: string): boolean => citingYear !== null && Number(given) > citingYear
  if (ahead(year) && !ahead(dated) && codeDistance(year, dated, 1) <= 1)
    return compact.replace(`/${year}/`, `/${dated}/`)
  return ahead(dated) && !ahead(year) ? null : 'doubtful'
}
