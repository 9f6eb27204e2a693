import { accentKey, hasAccent } from '#domain/text/accent-key.ts'
import { fold } from '#domain/text/fold.ts'

/** A word of a text: its folded search term and where it stands (UTF-16 units, end exclusive). */
export type Token = Readonly<{ term: string; typed: string; start: number; end: number }>

const WORD = /[a-z0-9]+/g
const FINAL_Y = /^(h|k|l|m|s|t|v|qu)y$/
const FINAL_I = /^(h|k|l|m|s|t|v|qu)i$/
const SPACE = 0x20

/** For each UTF-16 unit its folded letter or digit, a space for everything else. Worked out when it is first met; 0 before. */
const PLAIN = new Uint8Array(0x10000)
let scratch = Buffer.alloc(1 << 16)

/**
 * The folded letters and digits of an NFC text, each where it stood, with a space for every other unit. One byte a
 * letter, so that looking for a word in it costs next to nothing.
 */
export function plain(text: string): string {
  if (scratch.length < text.length) scratch = Buffer.alloc(text.length * 2)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    scratch[at] = PLAIN[unit] || learn(unit)
  }
  return scratch.toString('latin1', 0, text.length)
}

/** One spelling for i and y where writers differ: "ký" = "kí", "quý" = "quí" (S03). Takes a folded word. */
export function searchTerm(folded: string): string {
  return FINAL_Y.test(folded) ? `${folded.slice(0, -1)}i` : folded
}

/** The other writing of a term that has two; null where there is one. */
export function otherWriting(term: string): string | null {
  return FINAL_I.test(term) ? `${term.slice(0, -1)}y` : null
}

/** The words of an NFC text as search terms, in order. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = []
  for (const match of plain(text).matchAll(WORD)) {
    const typed = match[0]
    found.push({ term: searchTerm(typed), typed, start: match.index, end: match.index + typed.length })
  }
  return found
}

/** What goes into an FTS5 table: terms parted by one space, nothing else. */
export function indexable(text: string): string {
  const terms = plain(text).match(WORD) ?? []
  return terms.map(searchTerm).join(' ')
}

/** The exact spelling a query word asks for, or null when it was typed without marks. */
export function exactSpelling(word: string): string | null {
  return hasAccent(word) ? accentKey(word) : null
}

function learn(unit: number): number {
  const letter = fold(String.fromCharCode(unit)).charCodeAt(0)
  const kept = (letter >= 0x61 && letter <= 0x7a) || (letter >= 0x30 && letter <= 0x39)
  PLAIN[unit] = kept ? letter : SPACE
  return kept ? letter : SPACE
}
