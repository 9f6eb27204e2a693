import { dayBeforeMonth, lastDayOf, nextAfter } from './calendar.ts'
import type { DeadlineContext } from './deadline.ts'
import { allOf, EDGE, type Moment, type MomentParser, STRONG } from './moment.ts'

/** "trước" without "hết" or "cuối" ends before the period; everything else ends with it. */
const LEAD = `${EDGE}(?:(?<strong>${STRONG})|(?<before>truoc)|(?<in>trong|het))(?<whole> (?:het|cuoi))? `
/** A row of periods ("tháng 9 và tháng 10", "quý III - IV") is the length of a work, no day it ends on. */
const ALONE = '(?![\\d/]| ?(?:va|-|den) ?(?:thang |quy |nam )?(?:\\d|i|v))'

/** "quý I của năm sau": which year that is depends on more than the paper. */
const LATER = '(?<later> (?:cua )?(?:nam (?:sau|nay|tiep theo|ke tiep|hoc)|(?:hang|moi) nam))?'

const MONTH = new RegExp(`${LEAD}thang (?<n>\\d{1,2})(?:(?: ?[/.-] ?|,? nam )(?<year>\\d{4}))?${LATER}${ALONE}`, 'g')
const QUARTER = new RegExp(
  `${LEAD}quy (?<n>iv|i{1,3}|[1-4])(?:(?: ?[/.-] ?|,? nam )(?<year>\\d{4}))?${LATER}${ALONE}`,
  'g'
)
const YEAR = new RegExp(`${LEAD}(?:(?<half>(?:0?6|sau) thang dau )|(?:cuoi )?)nam (?<year>\\d{4})${ALONE}`, 'g')

/** "xong trong tháng 9", "trước cuối tháng 10/2021", "chậm nhất trong tháng 9 năm 2021". */
export const parseMonth: MomentParser = (folded, context) =>
  allOf(MONTH, folded).flatMap((found) => {
    const month = Number(found.groups?.n)
    if (month < 1 || month > 12) return []
    const day = endsBefore(found)
      ? (year: number) => dayBeforeMonth(year, month)
      : (year: number) => lastDayOf(year, month)
    return [moment(found, 'deadline-month', day, context)]
  })

/** "hoàn thành trong quý III/2021". */
export const parseQuarter: MomentParser = (folded, context) =>
  allOf(QUARTER, folded).map((found) => {
    const first = quarterNumber(found.groups?.n ?? '') * 3 - 2
    const day = endsBefore(found)
      ? (year: number) => dayBeforeMonth(year, first)
      : (year: number) => lastDayOf(year, first + 2)
    return moment(found, 'deadline-quarter', day, context)
  })

/** "hoàn thành trong năm 2021", "trước cuối năm 2021", "trong 6 tháng đầu năm 2022". */
export const parseYear: MomentParser = (folded, context) =>
  allOf(YEAR, folded).map((found) => {
    const half = found.groups?.half !== undefined
    const day = (year: number) =>
      half
        ? lastDayOf(year, 6)
        : endsBefore(found) && !found[0].includes('cuoi')
          ? dayBeforeMonth(year, 1)
          : lastDayOf(year, 12)
    return moment(found, 'deadline-year', day, context)
  })

function endsBefore(found: RegExpExecArray): boolean {
  const { strong, before, whole } = found.groups ?? {}
  if (whole) return false
  return before !== undefined || (strong !== undefined && / truoc$/.test(strong))
}

function moment(
  found: RegExpExecArray,
  rule: Moment['rule'],
  dayIn: (year: number) => string | null,
  context: DeadlineContext
): Moment {
  const { strong, before, year, later } = found.groups ?? {}
  return {
    start: found.index,
    end: found.index + found[0].length,
    rule,
    day: later ? null : year === undefined ? nextAfter(context.issuedOn, dayIn) : dayIn(Number(year)),
    dated: year !== undefined,
    hour: null,
    every: null,
    strength: strong ? 'strong' : before ? 'plain' : 'finish'
  }
}

function quarterNumber(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text] ?? Number(text)
}
