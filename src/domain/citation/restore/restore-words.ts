import { withinOneEdit } from '../../text/edit-distance.ts'
import type { Edit } from '../../text/edits.ts'
import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import { isSyllable } from '../../text/syllable.ts'
import { FOLDED_TYPE_NAMES } from '../../vocabulary/document-types.ts'
import { CUES, cased, inGroup, isCue, type Lexicon, lexicon, nearest, standsInGroup } from './cue-index.ts'
import type { Word } from './words-read.ts'

/** What a scan makes of a space: a letter or sign between two words. */
const JUNK = /^[a-z.,:;~`|]$/
const TYPE_PAIRS: readonly (readonly [string, string])[] = FOLDED_TYPE_NAMES.flatMap((name) => {
  const [first, second, ...more] = name.split(' ')
  return first && second && more.length === 0 ? [[first, second] as const] : []
})

/**
 * The words a citation is known by, mended where one letter was misread, left out or doubled, or a space put in. Only what
 * leaves one answer is mended; in a text that is not noisy only words that can be none at all.
 */
export function restoreWords(flat: FlatText, words: readonly Word[], noisy: boolean): readonly Edit[] {
  const edits: Edit[] = []
  const taken = new Set<number>()
  const own: Lexicon = noisy ? namesOf(words) : new Map()
  words.forEach((word, at) => {
    if (word.sound || taken.has(at)) return
    const joined = joinedWith(flat, words, at)
    const mended = joined ? null : (inGroup(words, at, 2) ?? nearest(word, CUES) ?? parted(word) ?? nearest(word, own))
    if (joined) {
      taken.add(joined.from).add(joined.from + 1)
      edits.push(joined.edit)
    } else if (mended !== null) {
      taken.add(at)
      edits.push({ start: word.start, end: word.end, text: mended })
    }
  })
  return noisy ? [...edits, ...soundWords(flat, words, taken)] : edits
}

/** Words misread as other words, where the group about them, or the number behind them, leaves no other. */
function soundWords(flat: FlatText, words: readonly Word[], taken: ReadonlySet<number>): readonly Edit[] {
  return words.flatMap((word, at) => {
    if (taken.has(at) || !word.sound || !/^\p{L}\p{Ll}*$/u.test(word.text) || isCue(word.text, word.folded)) return []
    const mended = beforeNumber(flat, words, at) ?? inGroup(words, at, 3)
    if (mended === null || fold(mended) === word.folded || standsInGroup(words, at)) return []
    return [{ start: word.start, end: word.end, text: mended }]
  })
}

/** "Tờ tình số 14-TTr/…", "Công ăn số 1402-CV/…": one word of a type's name misread as another word, its number behind it. */
function beforeNumber(flat: FlatText, words: readonly Word[], at: number): string | null {
  const word = words[at]
  if (!word) return null
  for (const place of [0, 1] as const) {
    const [first, second] = [words[at - place], words[at - place + 1]]
    if (!first || !second) continue
    if (!/^ (?:so:? ?)?\d{1,5} ?[-/]/.test(flat.folded.slice(second.end, second.end + 12))) continue
    const other = place === 0 ? second : first
    const near = TYPE_PAIRS.filter(
      (name) => name[place === 0 ? 1 : 0] === other.folded && withinOneEdit(word.folded, name[place])
    )
    const target = near.length === 1 ? near[0]?.[place] : undefined
    const [spelt] = target === undefined || target === word.folded ? [] : (CUES.get(target) ?? [])
    if (spelt) return cased(word.text, spelt)
  }
  return null
}

/** "Th ường", "s ố": two pieces that are one cue word. */
function joinedWith(flat: FlatText, words: readonly Word[], at: number): Readonly<{ from: number; edit: Edit }> | null {
  for (const from of [at, at - 1]) {
    const [left, right] = [words[from], words[from + 1]]
    if (!left || !right || flat.text.slice(left.end, right.start) !== ' ') continue
    const whole = CUES.get(left.folded + right.folded) ?? []
    const letters = (left.text + right.text).toLowerCase()
    const only = whole.find((one) => one.toLowerCase() === letters) ?? (whole.length === 1 ? whole[0] : undefined)
    if (only && (!left.sound || !right.sound)) {
      return { from, edit: { start: left.start, end: right.end, text: cased(left.text + right.text, only) } }
    }
  }
  return null
}

/** "củaBan", "củatBan", "nămt2017", "Luật;sửa": a space lost, or read as a letter or sign, beside a word that is known. */
function parted({ text, folded }: Word): string | null {
  const found = new Set<string>()
  for (let cut = 1; cut < text.length; cut++) {
    for (const gap of [0, 1]) {
      const [left, right] = [text.slice(0, cut), text.slice(cut + gap)]
      if (right === '' || (gap === 1 && !JUNK.test(text.charAt(cut))) || !isPiece(left) || !isPiece(right)) continue
      if (isCue(left, folded.slice(0, cut)) || isCue(right, folded.slice(cut + gap))) found.add(`${left} ${right}`)
    }
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

function isPiece(piece: string): boolean {
  return /^\d{1,4}$/.test(piece) || (piece.length > 1 && /^\p{L}\p{Ll}*$/u.test(piece) && isSyllable(piece))
}

/** Proper names of this paper: words with a capital that it writes more than once. */
function namesOf(words: readonly Word[]): Lexicon {
  const counts = new Map<string, number>()
  for (const word of words) {
    if (word.sound && /^\p{Lu}\p{Ll}+$/u.test(word.text)) counts.set(word.text, (counts.get(word.text) ?? 0) + 1)
  }
  return lexicon([...counts].filter(([, count]) => count > 1).map(([text]) => text))
}
