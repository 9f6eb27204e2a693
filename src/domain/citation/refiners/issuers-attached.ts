import type { Reference } from '../../reference/reference.ts'
import type { FlatText } from '../../text/flatten.ts'
import { documentLevel, levelOfPartyCode } from '../../vocabulary/issuer-codes.ts'
import type { Mention } from '../mention.ts'
import { readDateAt } from '../read-date.ts'
import { readIssuerAt } from '../read-issuer.ts'

const OF = /^(?: ?\([^()\n]{1,24}\))?,? ?(?:cua|do) /
/** The issuer behind the bracket its citation opens: "Kế hoạch số … (đã được sửa đổi bởi …) của Ban Thường vụ Huyện ủy". */
const OF_BEHIND_BRACKET = /^ \([^()\n]{0,200}\) cua /
/** "… của Ban Tuyên giáo Huyện uỷ tại Tờ trình số …". */
const AT =
  /(?<![a-z])(?:cua|nghe) ([^;:.\n()]{2,90}?),? ?(?:(?:co y kien|neu|bao cao|trinh) ?)?(?:tai|trong)(?: noi dung)?(?: cac| van ban)? ?$/
const SUBJECT_AT =
  /(?<![a-z])([^;:.\n(),]{2,70}?)(?: tham dinh| de nghi)? (?:tai|trong)(?: noi dung)?(?: cac| van ban)? ?$/
/** "Xét đề nghị của Ban Tuyên giáo Huyện uỷ (Tờ trình số …", "Kiến nghị của Đảng ủy xã về kinh phí (Báo cáo số …". */
const BEFORE_BRACKET = /(?<![a-z])(?:cua|nghe) ([^;:.\n()]{2,120}?)(?: (?:ve|bao cao|trinh) [^;.\n()]{0,120})? ?\( ?$/
/** "Tỉnh ủy đã ban hành Chỉ thị số …", "Ngày 02/5/2018, Đảng uỷ ban hành Kế hoạch số …". */
const ISSUED =
  /(?:^|[,.;:\n] ?|(?<![a-z])(?:va|do) )([^,.;:\n()]{2,70}?)(?: da| vua| se)? (?:ban hanh|phat hanh|co)(?: cac)? ?$/
/** The head of an office speaks for it: what "Giám đốc Sở Tài chính" proposes, the Sở sends. */
const HEAD_OF_OFFICE = /^(?:Phó )?(?:Giám đốc|Giám đóc|Cục trưởng|Chi cục trưởng) (?=\p{Lu})|^Trưởng (?=[Pp]hòng )/u
/** What a minister proposes in a letter his ministry sends; what he issues himself ("Thông tư … của Bộ trưởng …") stays his. */
const MINISTER = /^Bộ trưởng (?=Bộ \p{Lu})/u
const AMENDED = /^,?(?: va)?(?: da)? duoc sua doi[a-z, ]{0,40} (?:tai|boi|theo|bang)(?: cac)? ?$/
const TOUCHING = /^,? ?(?:va|cung|den|den het|;|,)?(?: cac)?(?: so)? ?$/

/** Gives each mention the issuer named behind it: "… của Ban Thường vụ Tỉnh ủy". */
export function attachIssuersBehind(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one) => {
    if (one.issuer !== null) return one
    const of = OF.exec(flat.folded.slice(one.end, one.end + 60))
    const issuer = of ? readIssuerAt(flat, one.end + of[0].length) : null
    return issuer ? dateBehindIssuer(flat, { ...one, end: issuer.end, issuer: issuer.name }) : one
  })
}

/** "… của Ban Thường vụ Tỉnh ủy, ngày 09/8/2021", "… do Ban Thường vụ Huyện ủy ban hành ngày 05/5/2020". */
function dateBehindIssuer(flat: FlatText, one: Mention): Mention {
  if (one.issuedOn !== null || one.flags.includes('implausible-date')) return one
  const day = /^,? ?(?:(?:ban hanh|ky)(?: vao)? )?ngay ?(?=[\dloøs])/.exec(flat.folded.slice(one.end, one.end + 24))
  const date = day ? readDateAt(flat.folded, one.end + day[0].length) : null
  return date?.iso ? { ...one, end: date.end, issuedOn: date.iso, dateSource: 'stated' } : one
}

/** Then the issuer plainly named before it, said once for a list, or said for its neighbour of the same code. */
export function attachImpliedIssuers(
  flat: FlatText,
  mentions: readonly Mention[],
  own: Readonly<{ reference: Reference | null; issuer: string | null }>
): readonly Mention[] {
  const before = mentions.map((one, index) => {
    if (one.issuer !== null) return one
    const issuer = one.listIssuer ?? issuerBefore(flat, one, mentions[index - 1])
    return issuer === null ? one : { ...one, issuer }
  })
  return issuersOfOwnOffice(shareInLists(shareForwards(flat, shareBackwards(flat, behindBracket(flat, before)))), own)
}

function issuerBefore(flat: FlatText, one: Mention, previous: Mention | undefined): string | null {
  const from = Math.max(previous?.end ?? 0, one.headStart - 200)
  const left = flat.folded.slice(from, one.headStart)
  for (const pattern of [AT, ISSUED, SUBJECT_AT]) {
    const match = pattern.exec(left)
    if (!match?.[1]) continue
    const phrase = from + match.index + match[0].indexOf(match[1])
    const name = nameUpTo(flat, phrase, phrase + match[1].length)
    if (name) return pattern === AT ? name.replace(MINISTER, '') : name
  }
  const bracket = BEFORE_BRACKET.exec(left)
  if (!bracket?.[1]) return null
  const phrase = from + bracket.index + bracket[0].indexOf(bracket[1])
  const issuer = readIssuerAt(flat, phrase)
  return issuer && issuer.end >= phrase + bracket[1].length && agreesWithCode(one, issuer.name) ? issuer.name : null
}

/** The body a phrase ends with, read whole and to the phrase's end: "đề xuất của Giám đốc Sở Tài chính" → "Sở Tài chính". */
function nameUpTo(flat: FlatText, from: number, to: number): string | null {
  for (const match of flat.folded.slice(from, to).matchAll(/(?<![a-z])[a-z]/g)) {
    const at = from + match.index
    if (!/\p{Lu}/u.test(flat.text.charAt(at))) continue
    const issuer = readIssuerAt(flat, at)
    if (issuer && issuer.end >= to) return flat.text.slice(at, to).trim().replace(HEAD_OF_OFFICE, '')
  }
  return null
}

/** A name read from afar must stand at the height its code speaks of. */
function agreesWithCode(one: Mention, name: string): boolean {
  const coded = levelOfPartyCode(codeOf(one) ?? '')
  return coded === null || documentLevel('', name) === coded
}

function behindBracket(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one, index) => {
    if (one.issuer !== null) return one
    const outer = [mentions[index - 1], one].find((other) => other && OF_BEHIND_BRACKET.test(after(flat, other)))
    if (!outer || codeOf(outer) !== codeOf(one)) return one
    const bracket = OF_BEHIND_BRACKET.exec(after(flat, outer))
    const at = outer.end + (bracket?.[0].length ?? 0)
    const issuer = one.start < at ? readIssuerAt(flat, at) : null
    return issuer ? { ...one, issuer: issuer.name } : one
  })
}

function after(flat: FlatText, one: Mention): string {
  return flat.folded.slice(one.end, one.end + 240)
}

/** "Kế hoạch số 133-KH/HU và số 140-KH/HU của Ban Thường vụ Huyện ủy": the issuer said last is the first's too. */
function shareBackwards(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  const out = [...mentions]
  for (let at = out.length - 2; at >= 0; at--) {
    const [one, next] = [out[at], out[at + 1]]
    if (one && next && one.issuer === null && next.issuer !== null && touch(flat, one, next)) {
      out[at] = { ...one, issuer: next.issuer }
    }
  }
  return out
}

/** "… của Sở Tài nguyên và Môi trường tại Tờ trình số 6389/TTr-STNMT … và Báo cáo số 13/BC-STNMT …". */
function shareForwards(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  const out = [...mentions]
  for (let at = 1; at < out.length; at++) {
    const [before, one] = [out[at - 1], out[at]]
    if (before && one && one.issuer === null && before.issuer !== null && touch(flat, before, one)) {
      out[at] = { ...one, issuer: before.issuer }
    }
  }
  return out
}

/** "… của Bộ Tài chính tại các Công văn: số 1060/BTC-QLGCS …; số 1187/BTC-ĐT …": named before the list for all its members. */
function shareInLists(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one) => {
    if (one.issuer !== null || one.list === null) return one
    const opener = mentions.find((other) => other.list === one.list)
    return opener?.issuer && firstCode(opener) === firstCode(one) ? { ...one, issuer: opener.issuer } : one
  })
}

function firstCode(one: Mention): string | null {
  return one.reference?.symbol.replace(/^\d{4}\//, '').split(/[-/]/)[0] ?? null
}

function touch(flat: FlatText, one: Mention, next: Mention): boolean {
  const code = codeOf(one)
  const gap = flat.folded.slice(one.end, next.start)
  return (
    code !== null && code === codeOf(next) && one.rule !== 'law-by-date' && (TOUCHING.test(gap) || AMENDED.test(gap))
  )
}

/**
 * A number of the office's own series without an issuer is the office's: 15-HD/BTCTU cited by a paper of that Ban Tổ chức.
 * Only above the commune, where one code is not used by neighbours within one district.
 */
function issuersOfOwnOffice(
  mentions: readonly Mention[],
  own: Readonly<{ reference: Reference | null; issuer: string | null }>
): readonly Mention[] {
  const code = own.reference?.separator === '-' ? lastCode(own.reference) : null
  const level = code === null ? null : levelOfPartyCode(code)
  if (own.issuer === null || level === null || level === 'XA') return mentions
  const named = mentions.find((one) => one.issuer !== null && codeOf(one) === code && one.reference?.separator === '-')
  const issuer = named?.issuer?.replace(/ ?\(?(?:khóa|khoá) [IVX]{1,5}\)?$/u, '') ?? own.issuer
  return mentions.map((one) =>
    one.issuer === null && one.issuedOn !== null && one.reference?.separator === '-' && codeOf(one) === code
      ? { ...one, issuer }
      : one
  )
}

function codeOf(one: Mention): string | null {
  return one.reference ? lastCode(one.reference) : null
}

function lastCode(reference: Reference): string | null {
  return reference.symbol.replace(/\/nb$/, '').split(/[-/]/).at(-1) ?? null
}
