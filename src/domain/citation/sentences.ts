import type { FlatText } from '../text/flatten.ts'

/** A sentence or a paragraph without a full stop; offsets in the flat text. */
export type Sentence = Readonly<{ start: number; end: number }>

const MARK = '.!?\n'

/** Parts the flat text into sentences. "TM.", "1.", "22.10.2018" and "7.700" end none. */
export function sentencesOf(flat: FlatText): readonly Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (let at = 0; at < flat.text.length; at++) {
    if (!MARK.includes(flat.text.charAt(at)) || !ends(flat.text, at, start)) continue
    found.push({ start, end: at + 1 })
    start = at + 1
  }
  if (start < flat.text.length) found.push({ start, end: flat.text.length })
  return found
}

/** The sentence an offset stands in, by halving. */
export function sentenceAt(sentences: readonly Sentence[], at: number): Sentence {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at < (sentences[middle]?.end ?? 0)) high = middle
    else low = middle + 1
  }
  return sentences[low] ?? { start: 0, end: 0 }
}

function ends(text: string, at: number, start: number): boolean {
  if (text.charAt(at) === '\n') return true
  const next = text.charAt(at + 1)
  if (next !== '' && next !== ' ') return false
  if (!/^[\s"”)]*(?:[\p{Lu}\d“"(+-]|$)/u.test(text.slice(at + 1, at + 6))) return false
  const before = text.slice(Math.max(start, at - 6), at)
  if (/(?:^|[\s.])\p{Lu}{1,3}$/u.test(before) && !/\p{Lu}{4}$/u.test(before)) return false
  return !/^\s*[-+]?\s*(?:\d{1,2}(?:\.\d{1,2})*|\p{L})$/u.test(text.slice(start, at))
}
