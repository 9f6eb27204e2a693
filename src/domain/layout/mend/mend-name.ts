import { isSyllable } from '../../text/syllable.ts'
import { NAME_SYLLABLES } from '../../vocabulary/office-words.ts'
import { looksAlike } from './choose.ts'
import { isNameSyllable, wordKey } from './lexicon.ts'
import { nearIndex, nearWords } from './near.ts'
import type { Token } from './tokens.ts'

const NAMES = nearIndex(NAME_SYLLABLES.map((name) => name.normalize('NFC').toLowerCase()))

/** No name has more syllables. */
const MOST = 5

/**
 * The syllable of a name in which one letter was misread ("Trịnb Công Phú", "Dương Thị Bíích"): the line is nothing but a
 * name, its other syllables are sound, and one syllable of names alone looks like what was read.
 */
export function mendName(text: string, tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]
  if (!token || isSyllable(token.text.toLowerCase()) || token.text.length < 2 || token.text.length > 8) return null
  const line = lineOf(text, tokens, at)
  if (line.length < 2 || line.length > MOST) return null
  if (!line.every((other) => other === token || (/^\p{Lu}\p{Ll}+$/u.test(other.text) && isNameSyllable(other.key))))
    return null
  const small = token.text.toLowerCase()
  const near = nearWords(NAMES, small).filter((name) => looksAlike(small, name))
  const keys = new Set(near.map(wordKey))
  const found = near[0]
  return keys.size === 1 && found ? found.charAt(0).toUpperCase() + found.slice(1) : null
}

/** The words that stand on the token's line with it, no wide gap between them; of a longer line not all. */
function lineOf(text: string, tokens: readonly Token[], at: number): readonly Token[] {
  const parted = (first: Token | undefined, second: Token | undefined) =>
    !first || !second || !/^ {1,2}$/.test(text.slice(first.end, second.start))
  let [from, to] = [at, at]
  while (to - from < MOST && !parted(tokens[from - 1], tokens[from])) from--
  while (to - from < MOST && !parted(tokens[to], tokens[to + 1])) to++
  return tokens.slice(from, to + 1)
}
