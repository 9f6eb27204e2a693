import type { Rhythm } from './deadline.ts'
import { allOf, EDGE, type Moment, type MomentParser } from './moment.ts'

const EVERY = '(?:(?:hang|moi|theo) )?(?<every>tuan|thang|quy|(?:0?6|sau) thang|nam)'
/** "trước ngày 20 tháng cuối quý", "vào ngày 25 hằng tháng", "trước ngày 15/12 hằng năm". */
const DAY_IN =
  '(?:truoc|vao|cham nhat(?: la)?(?: truoc| vao)?) ngay (?:\\d{1,2}(?:/\\d{1,2}| thang \\d{1,2})?|cuoi cung)'
const OF =
  '(?: (?:cua )?(?:hang |moi )?(?:thang (?:cuoi quy|cuoi ky|cuoi|dau quy|sau|ke tiep|tiep theo)|thang|quy|nam))?'

/** "định kỳ hằng quý (trước ngày 20 tháng cuối quý)", "định kỳ 6 tháng". */
const RHYTHM = new RegExp(
  `${EDGE}dinh ky(?: (?:bao cao|gui bao cao|tong hop))?,? ${EVERY}(?![a-z])(?:,? ?\\(? ?${DAY_IN}${OF}\\)?)?`,
  'g'
)
/** "trước ngày 25 hằng tháng", "trước ngày 20 tháng cuối quý". */
const DAY_FIRST = new RegExp(
  `${EDGE}${DAY_IN} (?:cua )?(?:(?:hang|moi) (?<every>tuan|thang|quy|nam)|(?<quarter>thang (?:cuoi|dau)(?: cua)?(?: moi| hang)? quy))(?![a-z])`,
  'g'
)

/** A duty that comes back has no single day. "định kỳ báo cáo" without how often says nothing. */
export const parseRhythm: MomentParser = (folded) =>
  [...allOf(RHYTHM, folded), ...allOf(DAY_FIRST, folded)].map(
    (found): Moment => ({
      start: found.index,
      end: found.index + found[0].length,
      rule: 'deadline-rhythm',
      day: null,
      dated: false,
      hour: null,
      every: found.groups?.quarter ? 'quarter' : rhythmOf(found.groups?.every ?? ''),
      strength: 'finish'
    })
  )

function rhythmOf(word: string): Rhythm {
  switch (word) {
    case 'tuan':
      return 'week'
    case 'thang':
      return 'month'
    case 'quy':
      return 'quarter'
    case 'nam':
      return 'year'
    default:
      return 'half-year'
  }
}
