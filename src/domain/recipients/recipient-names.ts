import { fold } from '../text/fold.ts'
import { STANDING_COMMITTEE } from '../vocabulary/body-names.ts'
import type { RecipientKind } from './recipient.ts'

/** Whose the body is: what the parts before it share when they do not say it themselves. */
const TAIL =
  /\s((?:huyen|tinh|thanh|quan|thi|dang) uy(?:\s.+)?|(?:tinh|huyen|quan|xa|phuong|thi tran|thi xa|thanh pho|dac khu|tp)(?:\s.+)?|trung uong(?: dang)?|trong ban)$/
const STANDING_OF =
  /^tt\.?\s*(?=(?:hdnd|huyen uy|tinh uy|thanh uy|quan uy|thi uy|dang uy|tu|hu|du|ubmttq|ban bi thu)(?![a-z]))/
/** "Báo Lâm Sơn" says by itself where it belongs. */
const PROPER_NAME = /\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$/u
const LIST = /^(cac )?(\p{Ll}[^:,;]{1,40}):\s*(.+)$/u

/**
 * The bodies a line names, each filled out: "TT HĐND, UBND huyện" is Thường trực HĐND huyện and UBND huyện; "Các phòng: A, B"
 * is Phòng A and Phòng B. What is no list of bodies stays one name.
 */
export function recipientNames(text: string, kind: RecipientKind): readonly string[] {
  const key = fold(text)
  const list = LIST.exec(key)
  if (list && (list[1] || /^(?:ban can su dang|bo chi huy|dang uy)/.test(list[2] ?? ''))) return fromList(text, list)
  if (kind === 'group') return [filledOut(text)]
  const parts = text
    .split(/,\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
  const last = parts.at(-1)
  if (parts.length < 2 || !last) return [filledOut(text)]
  const tail = TAIL.exec(fold(last))
  const shared = tail ? last.slice(last.length - (tail[1]?.length ?? 0)) : null
  return parts.map((part, index) => {
    const own = TAIL.test(` ${fold(part)}`) || TAIL.test(fold(part))
    const whole =
      own || PROPER_NAME.test(part) || shared === null || index === parts.length - 1 ? part : `${part} ${shared}`
    return filledOut(whole)
  })
}

/** "Các sở: TC, KH&ĐT" → Sở TC, Sở KH&ĐT; "Đảng ủy các xã: A, B" → Đảng ủy xã A, Đảng ủy xã B. */
function fromList(text: string, list: RegExpExecArray): readonly string[] {
  const colon = text.indexOf(':')
  const head = text
    .slice(0, colon)
    .replace(/^các\s+/iu, '')
    .replace(/\s+các\s+/iu, ' ')
    .trim()
  const first = head.charAt(0).toUpperCase() + head.slice(1)
  return text
    .slice(text.length - (list[3]?.length ?? 0))
    .split(/,\s+/)
    .map((part) => `${first} ${part.trim()}`)
}

function filledOut(name: string): string {
  const short = STANDING_OF.exec(fold(name))
  if (short) return `${STANDING_COMMITTEE} ${name.slice(short[0].length)}`
  return name
}
