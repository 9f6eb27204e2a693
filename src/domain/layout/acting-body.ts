import { fold } from '../text/fold.ts'
import type { Sheet } from './cells.ts'
import type { Reading } from './draft.ts'
import { ordinaryCase } from './ordinary-case.ts'
import { asHint, evidence, oneLine } from './reading.ts'
import type { Signature } from './signature.ts'

const ORGAN =
  '(?:ban thuong vu|thuong truc|ban chap hanh|ban thuong truc|uy ban kiem tra|van phong|ban to chuc|ban tuyen giao|ban dan van|ban noi chinh|ban xay dung dang)'
const COMMITTEE =
  '(?:(?:huyen|tinh|thanh|quan|thi) uy|dang uy(?: (?:xa|phuong|khoi|dac khu))?|dang bo huyen|trung uong)'
const ACTS =
  '(?:yeu cau|co y kien|quyet dinh|quy dinh|ban hanh|xay dung|de nghi|ket luan|huong dan|thong bao|chi thi|bao cao|kinh trinh|chi dao|thong nhat|phan cong)'
const SAYS = new RegExp(
  `(?<![a-z])((?:${ORGAN} ${COMMITTEE})|bo chinh tri|ban bi thu)(?: [a-z' ]{1,40}?)?,?\\s(?:da )?${ACTS}(?![a-z])`
)
const HEADED = /^(?:ban thuong vu|ban chap hanh|bo chinh tri|ban bi thu|uy ban nhan dan|thuong truc)/
const SAMPLE = 4000

/**
 * Who acts: the code HU is the committee's, its standing board's and its standing members' alike (domain.md §1). The text says
 * it where it decides ("Thường trực Huyện ủy yêu cầu"); else the signature ("T/M BAN THƯỜNG VỤ") with the issuer.
 */
export function readActingBody(
  sheet: Sheet,
  bodyFrom: number,
  signature: Signature,
  issuer: Reading<string> | null,
  organ: string | null
): Reading<string> | null {
  const said = SAYS.exec(oneLineKeepingLength(sheet.folded.slice(bodyFrom, bodyFrom + SAMPLE)))
  if (said?.[1]) {
    const start = bodyFrom + said.index
    const value = oneLine(sheet.text.slice(start, start + said[1].length))
    const page = sheet.text.slice(0, start).split('\f').length
    const written = /\p{Lu}/u.test(value.slice(1, -1)) && value !== value.toUpperCase() ? value : ordinaryCase(value)
    return {
      value: written,
      certainty: 'sure',
      evidence: evidence(page, start, start + said[1].length, 'acting-body-in-text')
    }
  }
  const authority = signature.authority
  const named = authority?.value.split(' / ')[0]?.replace(/^\S+\s*/, '')
  if (!issuer || !authority || !named || !HEADED.test(fold(named)))
    return organ && issuer ? asHint({ ...issuer, value: `${organ} ${issuer.value}` }) : null
  const committee = /^(\S+ \S+)/.exec(issuer.value)?.[1] ?? issuer.value
  const own = ordinaryCase(named)
  return {
    value: /^Ban /.test(own) && !own.includes(committee) ? `${own} ${committee}` : own,
    certainty: 'hint',
    evidence: authority.evidence
  }
}

function oneLineKeepingLength(folded: string): string {
  return folded.replace(/[\s]/g, ' ')
}
