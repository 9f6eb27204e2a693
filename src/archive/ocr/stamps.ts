import { isSyllable } from '#domain/text/syllable.ts'
import { meanConfidence } from './merge-readings.ts'
import { covered, type Word } from './words.ts'

/** Stamps with words (Mật, Hỏa tốc, Đến) stand in the upper part of a page; seals and signatures below are no writing. */
const UPPER = 0.55
const BELIEVED = 70
const FEWEST_LETTERS = 3
/** A word of the other inks is the stamp's own, misread among black lines, when the stamp's word covers so much of it. */
const SAME = 0.5

/**
 * Puts in the words of coloured stamps, read from their ink alone: among the black lines, or across them, they are often
 * misread ("MẠI" for "MẬT"), and a stamp of secrecy must not be.
 */
export function putInStamps(words: readonly Word[], coloured: readonly Word[], height: number): readonly Word[] {
  const lines = new Map<number, Word[]>()
  for (const word of coloured) {
    if (word.y + word.h > height * UPPER || !isStampWord(word)) continue
    lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  }
  const first = Math.max(-1, ...words.map((word) => word.line)) + 1
  const stamps = [...lines.values()]
    .filter((line) => lettersOf(line) >= FEWEST_LETTERS && meanConfidence(line) >= BELIEVED)
    .flatMap((line, index) => line.map((word) => ({ ...word, line: first + index })))
  return [...words.filter((word) => !stamps.some((stamp) => covered(word, stamp) >= SAME)), ...stamps]
}

/** A Vietnamese word, or what is written with numbers. */
function isStampWord({ text, confidence }: Word): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return confidence >= BELIEVED && (/\p{N}/u.test(text) || (letters.length >= 2 && isSyllable(letters)))
}

function lettersOf(line: readonly Word[]): number {
  return line.reduce((sum, word) => sum + (word.text.match(/\p{L}/gu)?.length ?? 0), 0)
}
