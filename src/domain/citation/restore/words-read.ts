import type { FlatText } from '../../text/flatten.ts'
import { isSyllable } from '../../text/syllable.ts'
import { BORROWED_WORDS } from '../../vocabulary/borrowed-words.ts'

/** A word of the text without the punctuation about it. `sound`: it can be a Vietnamese word, a code or a number. */
export type Word = Readonly<{ start: number; end: number; text: string; folded: string; sound: boolean }>

const TOKEN = /[\p{L}\d](?:\S*[\p{L}\d])?/gu
/** Words of one letter that are written, and letters that count items. */
const LONE = /^[ýởyôạàừồêếỷủaáốờuượứđbcdeghiIVXLA-ZĐ]$/u
/** Two words run together and more; what is longer is a rule or an address. */
const LONGEST_WORD = 24
/** Codes, numbers and capitals are not words to be mended. */
const CODE = /\d.*[-/]|[-/].*\d|\p{Lu}{2}|^[\d.,:]+$|\//u

export function readWords(flat: FlatText): readonly Word[] {
  return Array.from(flat.text.matchAll(TOKEN), ({ 0: text, index }) => {
    const end = index + text.length
    return { start: index, end, text, folded: flat.folded.slice(index, end), sound: isSound(text) }
  })
}

function isSound(word: string): boolean {
  if (word.length > LONGEST_WORD || CODE.test(word) || !/\p{L}/u.test(word)) return true
  return word.length > 1 ? isSyllable(word) || BORROWED_WORDS.has(word.toLowerCase()) : LONE.test(word)
}
