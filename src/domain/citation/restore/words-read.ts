import type { FlatText } from '../../text/flatten.ts'
import { isSyllable } from '../../text/syllable.ts'

/** A word of the text without the punctuation about it. `sound`: it can be a Vietnamese word, a code or a number. */
export type Word = Readonly<{ start: number; end: number; text: string; folded: string; sound: boolean }>

/** The words of a text, and whether it is misread in places: what tells a scan from a paper with a few foreign names. */
export type WordsRead = Readonly<{ words: readonly Word[]; spoilt: number; noisy: boolean }>

const TOKEN = /[\p{L}\d](?:\S*[\p{L}\d])?/gu
/** Signs no paper is written with, and letters or signs inside numbers, dates and words. */
const SPOILT =
  /[`|ØøäëïöüÄËÏÖÜ¥£§]|\d[lISOo]\d|(?<=\d\/)[lISOo]|\d[a-z]{1,2}\/\d{4}|\p{Ll}[;:|]\p{Ll}|\/[a-z]\d{3}|(?<=[-/])\p{Ll}\p{Lu}|\p{Lu}{2}[a-fh-z](?=[\s,;])/gu
/** Words of one letter that are written, and letters that count items. */
const LONE = /^[ýởyôạàừồêếỷủaáốờuượứđbcdeghiIVXLA-ZĐ]$/u
/** Units and borrowed words that papers write. */
const BORROWED = new Set(
  'mm cm km kg ml ha m2 m3 fax email web website internet online virus virut forum blog video clip file logo karaoke game'.split(
    ' '
  )
)
/** Two words run together and more; what is longer is a rule or an address. */
const LONGEST_WORD = 24
/** Codes, numbers and capitals are not words to be mended. */
const CODE = /\d.*[-/]|[-/].*\d|\p{Lu}{2}|^[\d.,:]+$|\//u

export function readWords(flat: FlatText): WordsRead {
  const known = new Map<string, boolean>()
  const words: Word[] = []
  let spoilt = flat.text.match(SPOILT)?.length ?? 0
  for (const match of flat.text.matchAll(TOKEN)) {
    const [text] = match
    const end = match.index + text.length
    let sound = known.get(text)
    if (sound === undefined) {
      sound = isSound(text)
      known.set(text, sound)
    }
    if (!sound && text.length > 1 && /^\p{Ll}/u.test(text)) spoilt++
    words.push({ start: match.index, end, text, folded: flat.folded.slice(match.index, end), sound })
  }
  return { words, spoilt, noisy: spoilt >= 1 && spoilt / words.length > 0.002 }
}

function isSound(word: string): boolean {
  if (word.length > LONGEST_WORD || CODE.test(word) || !/\p{L}/u.test(word)) return true
  return word.length > 1 ? isSyllable(word) || BORROWED.has(word.toLowerCase()) : LONE.test(word)
}
