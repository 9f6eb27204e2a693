import type { FlatText } from '../../text/flatten.ts'
import type { Mention } from '../mention.ts'
import { readIssuerAt } from '../read-issuer.ts'

const OF = /^(?: ?\([^()\n]{1,24}\))?,? ?(?:cua|do) /
/** The issuer behind the bracket its citation opens: "Kế hoạch số … (đã được sửa đổi bởi …) của Ban Thường vụ Huyện ủy". */
const OF_BEHIND_BRACKET = /^[^()\n]{0,160}\) cua /
/** "… của Ban Tuyên giáo Huyện uỷ tại Tờ trình số …", "… (Tờ trình số …)". */
const AT =
  /(?<![a-z])(?:cua|nghe) ([^;:.\n()]{2,90}?),? ?(?:(?:co y kien|neu|bao cao|trinh)? ?(?:tai|trong)(?: noi dung)?(?: cac| van ban)?|(?:bao cao )?\()(?: cac)? ?$/
const SUBJECT_AT = /(?<![a-z])([^;:.\n(),]{2,60}?) (?:tai|trong)(?: noi dung)?(?: cac| van ban)? ?$/
/** "Tỉnh ủy đã ban hành Chỉ thị số …", "Ngày 02/5/2018, Đảng uỷ ban hành Kế hoạch số …". */
const ISSUED =
  /(?:^|[,.;:\n] ?|(?<![a-z])(?:va|do) )([^,.;:\n()]{2,70}?)(?: da| vua| se)? (?:ban hanh|phat hanh|co)(?: cac)? ?$/

/** Gives each mention its issuer: behind "của", else plainly named before it, else said once for its list. */
export function attachIssuers(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  const own = mentions.map((one, index) => {
    if (one.issuer !== null) return one
    return issuerBehind(flat, one) ?? issuerBefore(flat, one, mentions[index - 1]) ?? issuerOfList(one)
  })
  return shareBackwards(flat, own)
}

function issuerBehind(flat: FlatText, one: Mention): Mention | null {
  const rest = flat.folded.slice(one.end, one.end + 200)
  const of = OF.exec(rest)
  if (!of) return null
  const issuer = readIssuerAt(flat, one.end + of[0].length)
  return issuer ? { ...one, end: issuer.end, issuer: issuer.name } : null
}

function issuerBefore(flat: FlatText, one: Mention, previous: Mention | undefined): Mention | null {
  const from = Math.max(previous?.end ?? 0, one.start - 130)
  const left = flat.folded.slice(from, one.start)
  for (const pattern of [AT, ISSUED, SUBJECT_AT]) {
    const match = pattern.exec(left)
    if (!match?.[1]) continue
    const phrase = from + match.index + match[0].indexOf(match[1])
    const name = lastName(flat, phrase, phrase + match[1].length)
    if (name) return { ...one, issuer: name }
  }
  return null
}

/** The body a phrase ends with: "Xét đề nghị của Ban Tuyên giáo Huyện uỷ" → its name, read whole and to the phrase's end. */
function lastName(flat: FlatText, from: number, to: number): string | null {
  for (const match of flat.folded.slice(from, to).matchAll(/(?<![a-z])[a-z]/g)) {
    const at = from + match.index
    if (!/\p{Lu}/u.test(flat.text.charAt(at))) continue
    const issuer = readIssuerAt(flat, at)
    if (issuer && issuer.end >= to) return flat.text.slice(at, to).trim()
  }
  return null
}

function issuerOfList(one: Mention): Mention {
  return one.listIssuer === null ? one : { ...one, issuer: one.listIssuer }
}

/** "Kế hoạch số 133-KH/HU và số 140-KH/HU của Ban Thường vụ Huyện ủy": the issuer said last is the first's too. */
function shareBackwards(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  const out = [...mentions]
  for (let at = out.length - 2; at >= 0; at--) {
    const one = out[at]
    const next = out[at + 1]
    if (!one || !next || one.issuer !== null || !sameCode(one, next)) continue
    const gap = flat.folded.slice(one.end, next.start)
    if (next.issuer !== null && /^,? ?(?:va|cung|;|,)?(?: cac)? ?$/.test(gap)) out[at] = { ...one, issuer: next.issuer }
    const bracket = OF_BEHIND_BRACKET.exec(flat.folded.slice(one.end, one.end + 260).replace(/^ \(/, ' '))
    if (bracket && /^ \(/.test(flat.folded.slice(one.end, one.end + 2))) {
      const issuer = readIssuerAt(flat, one.end + 1 + bracket[0].length)
      if (issuer) {
        out[at] = { ...one, issuer: issuer.name }
        if (next.issuer === null && next.end < issuer.end) out[at + 1] = { ...next, issuer: issuer.name }
      }
    }
  }
  return out
}

function sameCode(a: Mention, b: Mention): boolean {
  return code(a) !== null && code(a) === code(b)
}

function code(one: Mention): string | null {
  if (!one.reference) return null
  return one.reference.symbol.replace(/\/nb$/, '').split(/[-/]/).at(-1) ?? null
}
