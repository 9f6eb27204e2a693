import { isoDay, monthsAfter } from './calendar.ts'
import type { DeadlineContext } from './deadline.ts'
import { dayAfter } from './handling-state.ts'
import { allOf, EDGE, type Moment, type MomentParser, STRONG } from './moment.ts'

/** The count, what is counted, and what it is counted from: without that there is no deadline. */
const PATTERN = new RegExp(
  `${EDGE}(?:(?<strong>${STRONG})(?: sau)?|trong(?: (?:thoi han|thoi gian|vong))?(?: (?:khong qua|toi da))?) ` +
    '(?<count>\\d{1,3})(?: ?\\([a-z ]{2,30}\\))? (?<unit>ngay|tuan|thang|gio)(?<work> lam viec)?,? ' +
    '(?:(?:ke|tinh) )?(?:tu|sau)(?: ngay| khi)+ ?(?<base>[^.;]{0,80})',
  'g'
)
const BASE_DATE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/
const THIS_PAPER =
  '(?:van ban|cong van|ke hoach|chi thi|nghi quyet|quyet dinh|ket luan|thong bao|huong dan|chuong trinh|thong tri|cong dien|giay moi)'
const RECEIVED = new RegExp(`^nhan duoc ${THIS_PAPER} nay(?![a-z])`)
const ISSUED = new RegExp(`^(?:ky(?: ban hanh)?|ban hanh)(?: ${THIS_PAPER} nay(?![a-z])|(?=\\s*[,;.)]|\\s*$))`)

/**
 * "trong thời hạn 10 ngày (làm việc) kể từ ngày nhận được Công văn này". Counted from the day after (Bộ luật Dân sự,
 * Điều 147). Working days depend on the year's holidays, hours on the clock: their day is left open.
 */
export const parseTerm: MomentParser = (folded, context) =>
  allOf(PATTERN, folded).map((found): Moment => {
    const { strong, count, unit, work, base = '' } = found.groups ?? {}
    const from = baseOf(base, context)
    const shown = base.length > 0 ? base.slice(0, from.length) : ''
    return {
      start: found.index,
      end: found.index + found[0].length - base.length + shown.length,
      rule: 'deadline-term',
      day: from.day === null || work !== undefined ? null : counted(from.day, Number(count), unit ?? ''),
      dated: false,
      hour: null,
      every: null,
      strength: strong ? 'strong' : 'plain'
    }
  })

function baseOf(base: string, context: DeadlineContext): Readonly<{ day: string | null; length: number }> {
  const date = BASE_DATE.exec(base)
  if (date) return { day: isoDay(Number(date[3]), Number(date[2]), Number(date[1])), length: date[0].length }
  const received = RECEIVED.exec(base)
  if (received) return { day: context.arrivedOn, length: received[0].length }
  const issued = ISSUED.exec(base)
  if (issued) return { day: context.issuedOn, length: issued[0].length }
  return { day: null, length: /^[^,)]*/.exec(base)?.[0].trimEnd().length ?? 0 }
}

function counted(from: string, count: number, unit: string): string | null {
  switch (unit) {
    case 'ngay':
      return dayAfter(from, count)
    case 'tuan':
      return dayAfter(from, count * 7)
    case 'thang':
      return monthsAfter(from, count)
    default:
      return null
  }
}
