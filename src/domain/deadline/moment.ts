import type { DeadlineContext, DeadlineRule, Rhythm } from './deadline.ts'

/**
 * Words that may set a deadline, found in a folded sentence. `strong`: they say so by themselves ("chậm nhất"), where
 * others ("trước ngày") want a duty beside them. `finish`: only a duty to end or to report makes them one ("trong
 * tháng 9"). Offsets count in the sentence.
 */
export type Moment = Readonly<{
  start: number
  end: number
  rule: DeadlineRule
  day: string | null
  /** The year is written: a day before the paper was issued is then surely past, and no deadline. */
  dated: boolean
  hour: string | null
  every: Rhythm | null
  strength: 'strong' | 'plain' | 'finish'
}>

export type MomentParser = (folded: string, context: DeadlineContext) => readonly Moment[]

/** Words that say by themselves that what follows is the last day, folded. */
export const STRONG =
  '(?:cham nhat|muon nhat|tre nhat|khong (?:qua|cham hon|muon hon)|han (?:chot|cuoi(?: cung)?)(?: [a-z]+){0,5}?|' +
  '(?:thoi han|han|thoi gian) (?:gui|nop|bao cao|hoan thanh|tra loi|dang ky)(?: bao cao| ket qua)?)' +
  '(?: ?:)?(?: (?:la|vao|den|truoc|trong|het|cuoi))*'

/** Not in the middle of a word. */
export const EDGE = '(?<![a-z0-9])'

/** All places of a pattern in a text. */
export function allOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)]
}
