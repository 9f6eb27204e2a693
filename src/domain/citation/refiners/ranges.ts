import type { Mention } from '../mention.ts'

/** The place of a range's members is the whole range: "Công văn từ số 713 đến số 716-CV/TU" names 714 nowhere by itself. */
export function spanRanges(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one) => {
    if (one.rule !== 'number-range' || one.list === null) return one
    const members = mentions.filter((other) => other.list === one.list)
    return {
      ...one,
      start: Math.min(...members.map((other) => other.start)),
      end: Math.max(...members.map((other) => other.end))
    }
  })
}
