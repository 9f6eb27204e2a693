import type { FlatText } from '../../text/flatten.ts'
import { fold } from '../../text/fold.ts'
import { isSyllable } from '../../text/syllable.ts'
import { CUE_GROUPS, CUE_WORDS } from '../../vocabulary/cue-words.ts'
import { FOLDED_TYPE_NAMES } from '../../vocabulary/document-types.ts'
import { withinOneEdit } from './edit-distance.ts'
import type { Edit } from './edits.ts'

/** A word of the text without the punctuation about it. `sound`: it can be a Vietnamese word, a code or a number. */
type Word = Readonly<{ start: number; end: number; text: string; folded: string; sound: boolean }>

const TOKEN = /[\p{L}\d](?:\S*[\p{L}\d])?/gu
/** Signs no paper is written with, and letters or signs inside numbers, dates and words. */
const SPOILT =
  /[`|ØøäëïöüÄËÏÖÜ¥£§]|\d[lISOo]\d|(?<=\d\/)[lISOo]|\d[a-z]{1,2}\/\d{4}|\p{Ll}[;:|]\p{Ll}|\/[a-z]\d{3}|(?<=[-/])\p{Ll}\p{Lu}|\p{Lu}{2}[a-fh-z](?=[\s,;])/gu
/** Words of one letter that are written, and letters that count items. */
const LONE = /^[ýởyôạàừồêếỷủaáốờuượứđbcdeghiIVXLA-ZĐ]$/u
/** Codes, numbers and capitals are not words to be mended here. */
const CODE = /\d.*[-/]|[-/].*\d|\p{Lu}{2}|^[\d.,:]+$|\//u
/** What a scan makes of a space: a letter or sign between two words. */
const JUNK = /^[a-z.,:;~`|]$/
/** "Hướng dẫn st 36-HD/VPTW": what stands between a type and its number. */
const NUMBER_WORD = new RegExp(
  `(?<=(?<![a-z])(?:${FOLDED_TYPE_NAMES.join('|')}) )(?!so(?![a-z]))[^\\s\\d]{1,3}(?= \\d{1,5} ?[-/.,] ?[^\\s]*[-/])`,
  'g'
)
/** "sốn166-TB/HU", "Kế hoạche99-KH/TU": a letter for the space before a number. */
const NUMBER_GAP = new RegExp(
  `(?<=(?<![a-z])(?:so|${FOLDED_TYPE_NAMES.join('|')}))[a-z.,;~\`|-](?=\\d{1,5} ?[-/] ?[a-z\\d]+ ?[-/])`,
  'g'
)
const TYPE_PAIRS: readonly (readonly [string, string])[] = FOLDED_TYPE_NAMES.flatMap((name) => {
  const [first, second, ...more] = name.split(' ')
  return first && second && more.length === 0 ? [[first, second] as const] : []
})
const BY_FOLD: ReadonlyMap<string, readonly string[]> = grouped(CUE_WORDS)
const GROUPS_BY_WORD = groupsByWord()

/** Words read and how many of them can be none: what tells a misread text from one with a few foreign names. */
export type WordsRead = Readonly<{ words: readonly Word[]; broken: number; noisy: boolean }>

export function readWords(flat: FlatText): WordsRead {
  const known = new Map<string, boolean>()
  const words: Word[] = []
  let broken = 0
  for (const match of flat.text.matchAll(TOKEN)) {
    const [text] = match
    const end = match.index + text.length
    let sound = known.get(text)
    if (sound === undefined) {
      sound = isSound(text)
      known.set(text, sound)
    }
    if (!sound && text.length > 1 && /^\p{Ll}/u.test(text)) broken++
    words.push({ start: match.index, end, text, folded: flat.folded.slice(match.index, end), sound })
  }
  const spoilt = broken + (flat.text.match(SPOILT)?.length ?? 0)
  return { words, broken: spoilt, noisy: spoilt >= 2 && spoilt / words.length > 0.003 }
}

function isSound(word: string): boolean {
  if (CODE.test(word)) return true
  if (!/\p{L}/u.test(word)) return true
  return word.length > 1 ? isSyllable(word) : LONE.test(word)
}

/**
 * The words a citation is known by, mended where one letter was misread, left out or doubled, or a space put in. Only what
 * leaves one answer is mended; in a text that is not noisy only words that can be none at all.
 */
export function restoreWords(flat: FlatText, read: WordsRead): readonly Edit[] {
  const edits: Edit[] = numberWords(flat)
  const { words, noisy } = read
  const taken = new Set<number>()
  const own = noisy ? namesOf(words) : new Map<string, readonly string[]>()
  words.forEach((word, at) => {
    if (word.sound || taken.has(at)) return
    const joined = joinedWith(flat, words, at)
    if (joined) {
      taken.add(joined.from).add(joined.from + 1)
      edits.push(joined.edit)
      return
    }
    const mended = inGroup(words, at) ?? nearest(word, BY_FOLD) ?? parted(word) ?? nearest(word, own)
    if (mended === null) return
    taken.add(at)
    edits.push({ start: word.start, end: word.end, text: mended })
  })
  if (!noisy) return edits
  words.forEach((word, at) => {
    if (taken.has(at) || !word.sound || !/^\p{L}+$/u.test(word.text) || /^\p{Lu}{2}/u.test(word.text)) return
    const mended = beforeNumber(flat, words, at) ?? inGroup(words, at, 3)
    if (mended !== null && fold(mended) !== word.folded && !standsInGroup(words, at)) {
      edits.push({ start: word.start, end: word.end, text: mended })
    }
  })
  return edits
}

/** "Tờ tình số 14-TTr/…", "Công ăn số 1402-CV/…": one word of a type's name misread as another word, its number behind it. */
function beforeNumber(flat: FlatText, words: readonly Word[], at: number): string | null {
  const word = words[at]
  if (!word) return null
  for (const place of [0, 1] as const) {
    const pair = [words[at - place], words[at - place + 1]]
    const end = pair[1]?.end
    if (!pair[0] || !pair[1] || end === undefined || !/^ so:? ?\d{1,5} ?[-/]/.test(flat.folded.slice(end, end + 12)))
      continue
    const other = pair[1 - place]
    const near = TYPE_PAIRS.filter(
      (name) => name[1 - place] === other?.folded && withinOneEdit(word.folded, name[place])
    )
    const target = near[0]?.[place]
    const [spelt] =
      near.length === 1 && target !== undefined && target !== word.folded ? (BY_FOLD.get(target) ?? []) : []
    if (spelt) return cased(word.text, spelt)
  }
  return null
}

function numberWords(flat: FlatText): Edit[] {
  const words = [...flat.folded.matchAll(NUMBER_WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: 'số'
  }))
  const gaps = [...flat.folded.matchAll(NUMBER_GAP)].map(({ index }) => ({ start: index, end: index + 1, text: ' ' }))
  return [...words, ...gaps]
}

/** Part of a group as it stands: "Sở" of "Sở Tài chính" is no misread "Bộ". */
function standsInGroup(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word) return false
  return (GROUPS_BY_WORD.get(word.folded) ?? []).some(({ group, place }) => fits(words, at - place, group, -1))
}

/** "Th ường", "s ố": two pieces that are one cue word. */
function joinedWith(flat: FlatText, words: readonly Word[], at: number): { from: number; edit: Edit } | null {
  for (const from of [at, at - 1]) {
    const [left, right] = [words[from], words[from + 1]]
    if (!left || !right || flat.text.slice(left.end, right.start) !== ' ') continue
    const whole = BY_FOLD.get(left.folded + right.folded)
    const [only] = whole ?? []
    if (only && whole?.length === 1 && (!left.sound || !right.sound)) {
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
      const left = text.slice(0, cut)
      const right = text.slice(cut + gap)
      if (right === '' || (gap === 1 && !JUNK.test(text.charAt(cut)))) continue
      if (
        isPiece(left) &&
        isPiece(right) &&
        (isCue(left, folded.slice(0, cut)) || isCue(right, folded.slice(cut + gap)))
      ) {
        found.add(`${left} ${right}`)
      }
    }
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

function isPiece(piece: string): boolean {
  return /^\d{1,4}$/.test(piece) || (piece.length > 1 && /^\p{L}\p{Ll}*$/u.test(piece) && isSyllable(piece))
}

function isCue(piece: string, folded: string): boolean {
  return BY_FOLD.get(folded)?.some((one) => one.toLowerCase() === piece.toLowerCase()) ?? false
}

/** The one word of a known group that is not as it should be, the others standing about it. */
function inGroup(words: readonly Word[], at: number, least = 2): string | null {
  const word = words[at]
  if (!word) return null
  const found = new Set<string>()
  for (const shift of [-1, 1]) {
    const neighbour = words[at + shift]
    if (!neighbour) continue
    for (const { group, place } of GROUPS_BY_WORD.get(neighbour.folded) ?? []) {
      if (group.length < least) continue
      const wanted = place - shift
      const target = group[wanted]
      if (target === undefined || !withinOneEdit(word.folded, fold(target)) || !fits(words, at - wanted, group, wanted))
        continue
      if (!word.sound || sameCase(word.text, target)) found.add(target)
    }
  }
  const folds = new Set([...found].map(fold))
  const [only] = found
  return folds.size === 1 && only !== undefined && (word.folded.length > 2 || only.length <= 3) ? only : null
}

function fits(words: readonly Word[], from: number, group: readonly string[], except: number): boolean {
  return group.every((target, place) => {
    const word = words[from + place]
    if (!word) return false
    return (
      place === except ||
      (word.folded === fold(target) && (place > 0 || /^\p{Ll}/u.test(target) || sameCase(word.text, target)))
    )
  })
}

function nearest(word: Word, lexicon: ReadonlyMap<string, readonly string[]>): string | null {
  if (word.folded.length < 3) return null
  const found: string[] = []
  for (const [folded, spellings] of lexicon) {
    if (Math.abs(folded.length - word.folded.length) > 1 || folded.length < 3) continue
    if (withinOneEdit(word.folded, folded)) found.push(...spellings)
  }
  const folds = new Set(found.map(fold))
  const [only] = found
  return folds.size === 1 && only !== undefined ? cased(word.text, only) : null
}

/** Proper names of this paper: words with a capital that it writes more than once. */
function namesOf(words: readonly Word[]): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, number>()
  for (const word of words) {
    if (word.sound && /^\p{Lu}\p{Ll}+$/u.test(word.text)) counts.set(word.text, (counts.get(word.text) ?? 0) + 1)
  }
  return grouped([...counts].filter(([, count]) => count > 1).map(([text]) => text))
}

function grouped(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const text of list) {
    const held = map.get(fold(text)) ?? []
    if (!held.some((one) => one.toLowerCase() === text.toLowerCase())) map.set(fold(text), [...held, text])
  }
  return map
}

function groupsByWord(): ReadonlyMap<string, readonly { group: readonly string[]; place: number }[]> {
  const map = new Map<string, { group: readonly string[]; place: number }[]>()
  for (const group of CUE_GROUPS) {
    if (group.length < 2) continue
    group.forEach((word, place) => {
      map.set(fold(word), [...(map.get(fold(word)) ?? []), { group, place }])
    })
  }
  return map
}

function sameCase(a: string, b: string): boolean {
  return /^\p{Lu}/u.test(a) === /^\p{Lu}/u.test(b)
}

/** `word` with the capital or small first letter of the text. */
function cased(text: string, word: string): string {
  const first = word.charAt(0)
  const capital = /^\p{Lu}/u.test(text)
  const small = /^\p{Ll}/u.test(text)
  return (capital ? first.toUpperCase() : small ? first.toLowerCase() : first) + word.slice(1)
}
