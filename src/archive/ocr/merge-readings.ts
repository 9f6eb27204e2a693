import { covered, type Word } from './words.ts'

/** What two readings of one page make together. */
export type Merged = Readonly<{
  words: readonly Word[]
  /** Lines that only one of the two readings found: the other lost them, or this one saw writing in a stamp. */
  doubtfulLines: number
}>

/** Two boxes are the same word when each covers so much of the other. */
const SAME = 0.5
/** A word is missing from a reading where nothing there covers so much of it. */
const MISSING = 0.3
/** A lost line is believed from this mean confidence on; the engine gives 90 and more to clear print. */
const BELIEVED = 60
const FEWEST_LETTERS = 4

/**
 * Holds two readings of a page against each other. Tesseract can lose a whole line without a sign and without less
 * confidence; the two segmentations seldom lose the same one. The first reading is the base: its words are bettered by
 * surer ones of the second, and lines it lost are put in.
 */
export function mergeReadings(base: readonly Word[], other: readonly Word[]): Merged {
  const words = base.map((word) => surer(word, other))
  const lost = lostLines(other, base)
  const first = Math.max(-1, ...base.map((word) => word.line)) + 1
  const added = lost.flatMap((line, index) => line.map((word) => ({ ...word, line: first + index })))
  return { words: [...words, ...added], doubtfulLines: lost.length + lostLines(base, other).length }
}

function surer(word: Word, others: readonly Word[]): Word {
  const same = others.find((other) => covered(word, other) >= SAME && covered(other, word) >= SAME)
  return same && same.confidence > word.confidence
    ? { ...word, text: same.text, confidence: same.confidence, x: same.x, w: same.w }
    : word
}

/** Believable lines, or parts of lines, of one reading where the other has nothing. */
function lostLines(of: readonly Word[], from: readonly Word[]): readonly (readonly Word[])[] {
  const lines = new Map<number, Word[]>()
  for (const word of of) {
    if (from.some((other) => covered(word, other) >= MISSING)) continue
    lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  }
  return [...lines.values()].filter(isBelievable)
}

function isBelievable(words: readonly Word[]): boolean {
  const letters = words.reduce((sum, word) => sum + (word.text.match(/\p{L}/gu)?.length ?? 0), 0)
  return letters >= FEWEST_LETTERS && meanConfidence(words) >= BELIEVED
}

export function meanConfidence(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length)
}

/** Scribbles and dirt: lines and words the engine itself hardly believes, and marks that are no letters. */
export function withoutDirt(words: readonly Word[]): readonly Word[] {
  const lines = new Map<number, Word[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  return words.filter((word) => {
    if (meanConfidence(lines.get(word.line) ?? []) < 35) return false
    // A number in a hand is kept, however little it is believed: it is shown as a hint at most.
    if (word.confidence < 25 && !/\p{N}/u.test(word.text)) return false
    return /[\p{L}\p{N}]/u.test(word.text) || word.confidence >= 60
  })
}
