import { sentencesOf } from '../citation/sentences.ts'
import { type FlatText, flatten, sourceSpan } from '../text/flatten.ts'
import { foldKey } from '../text/fold.ts'
import { PAGE_BREAK } from '../text/page-text.ts'
import type { DeadlineContext, FoundDeadline } from './deadline.ts'
import { setsDuty } from './duty.ts'
import { dutyUnit } from './duty-unit.ts'
import type { Moment, MomentParser } from './moment.ts'
import { parseDay } from './parse-day.ts'
import { parseMonth, parseQuarter, parseYear } from './parse-period.ts'
import { parseRhythm } from './parse-rhythm.ts'
import { parseTerm } from './parse-term.ts'

const PARSERS: readonly MomentParser[] = [parseDay, parseMonth, parseQuarter, parseYear, parseTerm, parseRhythm]
/** Words of a sentence beyond this tell a person nothing more. */
const LONGEST_QUOTE = 400
/** So many words before it tell one deadline from another of the same wording. */
const KEY_BEFORE = 40
const MOST = 60

/**
 * Deadlines a paper sets, in the order of its text (D08). Only words that give somebody a duty until a day count: days on
 * which something took effect, was issued or happened are none, and where it is not sure nothing is said.
 */
export function findDeadlines(text: string, context: DeadlineContext): readonly FoundDeadline[] {
  const flat = flatten(text)
  const keys = new Map<string, number>()
  const found: FoundDeadline[] = []
  for (const sentence of sentencesOf(flat)) {
    const folded = flat.folded.slice(sentence.start, sentence.end)
    for (const moment of momentsIn(folded, context)) {
      if (found.length < MOST) found.push(deadlineOf(flat, sentence, moment, keys))
    }
  }
  return found
}

/** Longest words first: "trước ngày 15/12 hằng năm" is no day of this year. */
function momentsIn(folded: string, context: DeadlineContext): readonly Moment[] {
  const taken: Moment[] = []
  const all = PARSERS.flatMap((parse) => parse(folded, context)).toSorted((a, b) => b.end - b.start - (a.end - a.start))
  for (const one of all) {
    if (taken.some((other) => one.start < other.end && other.start < one.end)) continue
    taken.push(one)
  }
  return taken.filter((one) => setsDuty(folded, one) && !isPast(one, context)).toSorted((a, b) => a.start - b.start)
}

function isPast(moment: Moment, context: DeadlineContext): boolean {
  return moment.dated && moment.day !== null && context.issuedOn !== null && moment.day < context.issuedOn
}

function deadlineOf(
  flat: FlatText,
  sentence: Readonly<{ start: number; end: number }>,
  moment: Moment,
  keys: Map<string, number>
): FoundDeadline {
  const start = sentence.start + moment.start
  const end = sentence.start + moment.end
  const span = sourceSpan(flat, start, end)
  const from = Math.max(sentence.start, Math.min(start - 40, end - LONGEST_QUOTE))
  const quote = quoteOf(flat, { start: Math.min(from, start), end: sentence.end }, start, end)
  const said = foldKey(flat.text.slice(Math.max(sentence.start, start - KEY_BEFORE), end))
  const times = (keys.get(said) ?? 0) + 1
  keys.set(said, times)
  return {
    key: times === 1 ? said : `${said} ${times}`,
    raw: flat.text.slice(start, end),
    ...span,
    page: pageOf(flat.source, span.start),
    ...quote,
    day: moment.day,
    hour: moment.hour,
    every: moment.every,
    unit: dutyUnit(flat.text.slice(sentence.start, start)),
    rule: moment.rule
  }
}

/** The sentence, cut to a length, with the deadline's place in it. */
function quoteOf(flat: FlatText, sentence: Readonly<{ start: number; end: number }>, start: number, end: number) {
  const whole = flat.text.slice(sentence.start, Math.min(sentence.end, Math.max(end, sentence.start + LONGEST_QUOTE)))
  const lead = whole.length - whole.trimStart().length
  const quote = whole.trim()
  return { quote, quoteStart: start - sentence.start - lead, quoteEnd: end - sentence.start - lead }
}

function pageOf(source: string, at: number): number {
  let page = 1
  for (let next = source.indexOf(PAGE_BREAK); next >= 0 && next < at; next = source.indexOf(PAGE_BREAK, next + 1))
    page++
  return page
}
