import { isWord } from './tokens.ts'

const SAMPLE = 8000
/** Small words, and runs of small letters with a sign or digit among them: what typing, names and codes do not give. */
const SMALL = /(?<![\p{L}\p{N}\p{P}\p{S}])\p{Ll}[\p{Ll}\d`~|.:;¬]*\p{Ll}(?![\p{L}\p{N}@/&-])/gu

/** Share of small words that are none: of a typed paper one in a hundred at most, of a badly read one three and more. */
export function noiseShare(text: string): number {
  const words = text.slice(0, SAMPLE).match(SMALL) ?? []
  return words.length < 20 ? 0 : words.filter((word) => !isWord(word)).length / words.length
}
