import { fold } from '../text/fold.ts'
import type { Sheet } from './cells.ts'
import type { Reading } from './draft.ts'
import { ordinaryCase } from './ordinary-case.ts'
import { type Certainty, evidence, oneLine } from './reading.ts'
import type { Signature } from './signature.ts'

const ORGAN = '(?:ban thuong vu|thuong truc|ban chap hanh|ban thuong truc)'
const ACTS =
  '(?:yeu cau|co y kien|quyet dinh|quy dinh|ban hanh|xay dung|de nghi|ket luan|huong dan|thong bao|chi thi|bao cao|kinh trinh|chi dao|thong nhat|phan cong|hop)'
/** Name of a place after the kind of body: "Huyện ủy | Đức Lâm", "Đảng ủy xã | Liên Sơn", "Ủy ban nhân dân tỉnh | Lâm Sơn". */
const NAMED_KIND =
  /^(.*?(?:(?:huyen|tinh|thanh|quan|thi) uy|dang uy(?: (?:xa|phuong|khoi|dac khu|thi tran))?|chi bo|(?:uy ban nhan dan|ubnd|viet nam) (?:tinh|huyen|xa|phuong|thanh pho|thi xa|quan)))(?= )/
/** Ban Chấp hành is the committee itself. */
const COLLECTIVE = /^(?:ban thuong vu|thuong truc|ban thuong truc)$/
const NAMES_ITSELF = /^(?:bo chinh tri|ban bi thu)/
const ON_BEHALF = /^t\s?\/?\s?m\s?\.?\s+/
const SAMPLE = 4000

/**
 * Who acts: the code HU is the committee's, its standing board's and its standing members' alike (domain.md §1). The text
 * says it where it decides ("Thường trực Huyện ủy yêu cầu"); else the signature ("T/M BAN THƯỜNG VỤ") with the issuer.
 */
export function readActingBody(
  sheet: Sheet,
  bodyFrom: number,
  signature: Signature,
  issuer: Reading<string> | null,
  certainty: Certainty
): Reading<string> | null {
  if (!issuer) return null
  const kind = withoutPlace(issuer.value)
  const said = inText(sheet, bodyFrom, fold(kind), certainty)
  if (said) return said
  const authority = signature.authority
  const named = authority?.value.split(' / ')[0] ?? ''
  if (!authority || !ON_BEHALF.test(fold(named))) return { ...issuer, value: kind }
  const own = ordinaryCase(named.replace(/^\S+\s*/, ''))
  const key = fold(own)
  if (NAMES_ITSELF.test(key)) return { ...authority, value: own }
  return COLLECTIVE.test(key) ? { ...authority, value: `${own} ${kind}` } : { ...issuer, value: kind }
}

/** "Ban Thường vụ Huyện ủy yêu cầu:" where the committee is the issuer's. */
function inText(sheet: Sheet, from: number, kind: string, certainty: Certainty): Reading<string> | null {
  const short = kind.replace(/ (?:xa|phuong|thi tran|khoi|dac khu)$/, '')
  if (!/^(?:\S+ uy|dang uy)$/.test(short)) return null
  const says = new RegExp(
    `(?<![a-z])(${ORGAN} ${short}(?: (?:xa|phuong))?)(?: [a-z']{1,12}){0,3},?\\s(?:da )?${ACTS}(?![a-z])`
  )
  const said = says.exec(sheet.folded.slice(from, from + SAMPLE).replace(/\s/g, ' '))
  if (!said?.[1]) return null
  const start = from + said.index
  const value = oneLine(sheet.text.slice(start, start + said[1].length))
  const page = sheet.text.slice(0, start).split('\f').length
  return {
    value: value === value.toUpperCase() ? ordinaryCase(value) : value,
    certainty,
    evidence: evidence(page, start, start + said[1].length, 'acting-body-in-text')
  }
}

function withoutPlace(issuer: string): string {
  const kind = NAMED_KIND.exec(fold(issuer))?.[1]
  return kind ? issuer.slice(0, kind.length) : issuer
}
