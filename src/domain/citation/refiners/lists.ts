import type { FlatText } from '../../text/flatten.ts'
import { documentTypeOfSymbol, documentTypesOfCode, typeCodeOf } from '../../vocabulary/document-types.ts'
import type { Mention } from '../mention.ts'

/** Between two members of a list that touch: ", ", " và số ", "; số ". */
const TOUCHING = /^ ?(?:[,;]|,? ?(?:va|hoac|den(?: het)?|cung))? ?$/
/** A sentence or paragraph that begins between two numbers parts them, save where the paragraph is the next member. */
const LIST_ENDS = /[.!?] \p{Lu}|\n(?!(?:[-+•*] ?)?[Ss]ố|$|[-+•*] ?$)/u
const LONGEST_MEMBER = 900
/** Before a member that stands behind the subject of the one before: "… thông tin đất đai; số 102/2024/NĐ-CP". */
const APART = /(?:[;,:\n(] ?[-+]? ?|(?<![a-z])va )$/

/**
 * A number without a type word of its own belongs to the list before it and takes its type: "các Kế hoạch số 133-KH/HU,
 * ngày 25/9/2019 và số 140-KH/HU", "các Nghị định của Chính phủ: Số 101/2024/NĐ-CP …; số 102/2024/NĐ-CP".
 */
export function inheritLists(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  const out: Mention[] = []
  let list = 0
  for (const one of mentions) {
    const before = out.at(-1)
    if (one.head !== 'bare' || !one.reference || !before) {
      out.push(one)
      continue
    }
    const opener = listOf(flat, one, before, out)
    if (!opener) {
      out.push(one)
      continue
    }
    const number = opener.list ?? ++list
    if (opener.list === null) out[out.indexOf(opener)] = { ...opener, list: number }
    out.push({
      ...one,
      list: number,
      head: 'listed',
      documentType: inheritedType(one, opener),
      listIssuer: opener.listIssuer
    })
  }
  return shareDates(flat, out)
}

/** The member whose type a bare number takes: one that opened a list in this sentence, else the one it touches. */
function listOf(flat: FlatText, one: Mention, before: Mention, read: readonly Mention[]): Mention | null {
  const gap = flat.folded.slice(before.end, one.start)
  const touches = TOUCHING.test(gap) && isHeaded(before)
  if (touches && !gap.includes(';')) return before
  if (one.start < one.coreStart && APART.test(flat.folded.slice(Math.max(0, one.start - 8), one.start))) {
    const opener = read.findLast((other) => (other.plural || other.listIssuer !== null) && isHeaded(other))
    const between = opener ? flat.text.slice(opener.end, one.start) : ''
    if (opener && between.length < LONGEST_MEMBER && !LIST_ENDS.test(between)) return opener
  }
  return touches ? before : null
}

function isHeaded(one: Mention): boolean {
  return one.head === 'stated' || one.head === 'listed'
}

function inheritedType(one: Mention, before: Mention): Mention['documentType'] {
  if (!one.reference || before.documentType === null) return one.reference ? documentTypeOfSymbol(one.reference) : null
  const told = documentTypesOfCode(typeCodeOf(one.reference.symbol))
  return told.length === 0 || told.includes(before.documentType)
    ? before.documentType
    : documentTypeOfSymbol(one.reference)
}

/** One date for a whole list: said "cùng ngày", or said once behind the last of several numbers. */
function shareDates(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one, index) => {
    const next = mentions[index + 1]
    if (one.issuedOn === null && next && isSameDay(flat, one, next)) {
      return { ...one, issuedOn: next.issuedOn, dateSource: 'shared' as const }
    }
    if (one.issuedOn !== null || one.list === null || one.flags.includes('implausible-date')) return one
    const members = mentions.filter((other) => other.list === one.list)
    const dated = members.filter((other) => other.issuedOn !== null)
    const [only] = dated
    const saidOnce = dated.length === 1 && only !== undefined && only === members.at(-1)
    if (members.some((other) => other.flags.includes('range'))) return one
    const said = dated.find((other) => other.dateSource === 'shared' && mentions.indexOf(other) > index)
    const lender = said ?? (saidOnce ? only : undefined)
    return lender ? { ...one, issuedOn: lender.issuedOn, dateSource: 'shared' as const } : one
  })
}

/** "Quyết định số 33/2010/QĐ-UBND và Quyết định số 34/2010/QĐ-UBND cùng ngày 01/11/2010". */
function isSameDay(flat: FlatText, one: Mention, next: Mention): boolean {
  if (next.dateSource !== 'shared' || one.flags.length > 0) return false
  return /^,? va $/.test(flat.folded.slice(one.end, next.headStart))
}
