import type { FlatText } from '../../text/flatten.ts'
import { documentTypeOfSymbol, documentTypesOfCode, typeCodeOf } from '../../vocabulary/document-types.ts'
import type { Mention } from '../mention.ts'

/** Between two members of a list that touch: ", ", " và số ", "; số ". */
const TOUCHING = /^ ?(?:[,;]|,? ?(?:va|hoac|den(?: het)?|cung))? ?$/
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
    const gap = flat.folded.slice(before.end, one.start)
    const hasNumberWord = one.start < one.coreStart
    const opener = before.list === null ? before : out.find((other) => other.list === before.list)
    const touches = TOUCHING.test(gap)
    const apart =
      hasNumberWord &&
      APART.test(gap) &&
      (opener?.plural === true || opener?.listIssuer != null) &&
      !gap.includes('.\n')
    if (!(touches || apart) || !isHeaded(before)) {
      out.push(one)
      continue
    }
    const number = before.list ?? ++list
    if (before.list === null) out[out.length - 1] = { ...before, list: number }
    out.push({
      ...one,
      list: number,
      head: 'listed',
      documentType: inheritedType(one, before),
      listIssuer: before.listIssuer
    })
  }
  return shareDates(out)
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
function shareDates(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one, index) => {
    if (one.issuedOn !== null || one.list === null || one.flags.includes('implausible-date')) return one
    const members = mentions.filter((other) => other.list === one.list)
    const dated = members.filter((other) => other.issuedOn !== null)
    const [only] = dated
    const saidOnce = dated.length === 1 && only !== undefined && only === members.at(-1)
    const said = dated.find((other) => other.dateSource === 'shared' && mentions.indexOf(other) > index)
    const lender = said ?? (saidOnce ? only : undefined)
    return lender ? { ...one, issuedOn: lender.issuedOn, dateSource: 'shared' as const } : one
  })
}
