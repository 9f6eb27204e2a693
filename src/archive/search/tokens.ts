import { accentKey, hasAccent } from '#domain/text/accent-key.ts'
import { fold } from '#domain/text/fold.ts'

/** A word of a text: its folded search term and where it stands (UTF-16 units, end exclusive). */
export type Token = Readonly<{ term: string; start: number; end: number }>

const WORD = /[a-z0-9]+/g
const FINAL_Y = /^(h|k|l|m|s|t|v|qu)y$/

/** One spelling for i and y where writers differ: "ký" = "kí", "quý" = "quí" (S03). Takes a folded word. */
export function searchTerm(folded: string): string {
  return FINAL_Y.test(folded) ? `${folded.slice(0, -1)}i` : folded
}

/** The words of an NFC text as search terms, in order. */
export function tokens(text: string): readonly Token[] {
  const folded = fold(text)
  const found: Token[] = []
  for (const match of folded.matchAll(WORD)) {
    found.push({ term: searchTerm(match[0]), start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** What goes into an FTS5 table: terms parted by one space, nothing else. */
export function indexable(text: string): string {
  return tokens(text)
    .map((token) => token.term)
    .join(' ')
}

/** The exact spelling a query word asks for, or null when it was typed without marks. */
export function exactSpelling(word: string): string | null {
  return hasAccent(word) ? accentKey(word) : null
}
