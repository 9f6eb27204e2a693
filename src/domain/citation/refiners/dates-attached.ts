import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import { type Mention, withFlag } from '../mention.ts'
import { readDateAt } from '../read-date.ts'

/** Up to the date behind a number: ", ngày", "(mật), ngày", "ban hành ngày", "ký ngày". */
const DAY = /^(?: ?\([^()\n]{1,14}\))?,? ?(?:(?:duoc )?(?:ban hanh|ky|de)(?: vao)? )?(cung )?ngay ?(?=[\dloøs])/
/** "Ngày 02/5/2018, Đảng uỷ ban hành Kế hoạch số 09-KH/ĐU": the day stands before. */
const DAY_BEFORE = /(?:^|[\s(])Ngày ([^,;.:\n]{6,30}), [^.;:\n()]{2,80}?(?:ban hành|ký|có|gửi|phát hành)(?: các)? ?$/u

/** Gives each mention the date that stands beside it. */
export function attachDates(flat: FlatText, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one, index) => {
    if (one.dateSource !== null) return one
    return dateBehind(flat, one) ?? dateBefore(flat, one, mentions[index - 1]) ?? one
  })
}

function dateBehind(flat: FlatText, one: Mention): Mention | null {
  if (isAmended(flat, one)) return null
  const rest = flat.folded.slice(one.coreEnd, one.coreEnd + 48)
  const day = DAY.exec(rest)
  if (!day) return null
  const date = readDateAt(flat.folded, one.coreEnd + day[0].length)
  if (!date) return null
  if (date.iso === null) return { ...one, end: date.end, flags: withFlag(one, 'implausible-date') }
  return { ...one, end: date.end, issuedOn: date.iso, dateSource: day[1] ? 'shared' : 'stated' }
}

function dateBefore(flat: FlatText, one: Mention, previous: Mention | undefined): Mention | null {
  const from = Math.max(previous?.end ?? 0, one.start - 140)
  const day = DAY_BEFORE.exec(flat.text.slice(from, one.start))
  if (!day) return null
  const date = readDateAt(fold(day[1] ?? ''), 0)
  return date?.iso ? { ...one, issuedOn: date.iso, dateSource: 'stated' } : null
}

/**
 * "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, … số 32/2024/QH15 ngày 29/6/2024": behind several numbers
 * the day is that of the amending law. One number with its day behind it is the amending law's own.
 */
function isAmended(flat: FlatText, one: Mention): boolean {
  if (one.documentType !== 'luat' || !one.reference) return false
  return /luat s[a-z]a [^;.\n]*\/qh\d[^;.\n]*$/.test(flat.folded.slice(Math.max(0, one.start - 320), one.start))
}
