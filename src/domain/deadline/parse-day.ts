import { isoDay, nextAfter } from './calendar.ts'
import { allOf, EDGE, type Moment, type MomentParser, STRONG } from './moment.ts'

const WEEKDAY = '(?:\\(?(?:sang |chieu )?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)\\)?,? ?)?'
const HOUR = '(?:(?<hour>\\d{1,2}) ?(?:gio|h|g)(?: ?(?<minute>[0-5]\\d))?(?: ?phut)?,? ?)?'
export const DATE =
  '(?<day>\\d{1,2})(?: ?[/.-] ?(?<month>\\d{1,2})(?: ?[/.-] ?(?<year>\\d{4}))?| thang (?<wordMonth>\\d{1,2})(?:,? ?(?:nam |/ ?)(?<wordYear>\\d{4}))?)(?![\\d/]| ?%)'

/** "trước ngày 15/9/2021", "chậm nhất là ngày 15 tháng 9", "trước 17 giờ 00 thứ Sáu, ngày 10/9/2021", "trong ngày 15/9". */
const PATTERN = new RegExp(
  `${EDGE}(?:(?<strong>${STRONG})|(?:truoc(?: het)?|trong))(?: |: ?)${WEEKDAY}${HOUR}${WEEKDAY}(?:\\(?ngay )?${DATE}`,
  'g'
)

export const parseDay: MomentParser = (folded, context) =>
  allOf(PATTERN, folded).flatMap((found): Moment[] => {
    const { strong, hour, minute, day, month, year, wordMonth, wordYear } = found.groups ?? {}
    const whole = found[0]
    // "trong 15/9" says nothing; a number and a stroke without "ngày" is a day only with its year, or after "chậm nhất".
    const named = whole.includes('ngay ') || hour !== undefined
    if (!named && year === undefined && wordMonth === undefined && !strong) return []
    if (!strong && !named && whole.startsWith('trong')) return []
    const monthNumber = Number(month ?? wordMonth)
    const yearText = year ?? wordYear
    const at =
      yearText === undefined
        ? nextAfter(context.issuedOn, (one) => isoDay(one, monthNumber, Number(day)))
        : isoDay(Number(yearText), monthNumber, Number(day))
    return [
      {
        start: found.index,
        end: found.index + whole.length,
        rule: 'deadline-day',
        day: at,
        dated: yearText !== undefined,
        hour: clock(hour, minute),
        every: null,
        strength: strong ? 'strong' : 'plain'
      }
    ]
  })

function clock(hour: string | undefined, minute: string | undefined): string | null {
  if (hour === undefined || Number(hour) > 24) return null
  return `${hour.padStart(2, '0')}:${minute ?? '00'}`
}
