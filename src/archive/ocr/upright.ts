import { isSyllable } from '#domain/text/syllable.ts'
import type { Gray } from './gray.ts'
import type { Recognizer } from './recognizer.ts'
import { TURNS, type Turn, turnedPicture } from './turn.ts'
import type { Word } from './words.ts'

/** Finely enough to know writing from its mirror, not to read it. */
const TRIAL_DPI = 130
/** A word is believed from this confidence on. */
const BELIEVED = 55
/** Pages on which more of the letters are words stand upright. */
const UPRIGHT = 0.5
/** A turn must read so many times better than the page as it lies, and find at least so many letters. */
const CLEARLY = 2
const FEWEST_LETTERS = 24

/** Whether what was read is writing; a page that lies on its side or its head gives letters that make no words. */
export function looksUpright(words: readonly Word[]): boolean {
  const all = words.reduce((sum, word) => sum + letters(word), 0)
  return all > 0 && sense(words) / all >= UPRIGHT
}

/**
 * Which way a page that makes no sense has to be turned: a coarse trial each way, the one with the most Vietnamese
 * words taken. A page without writing, or in a hand nobody can read, stays as it lies.
 */
export async function findTurn(recognizer: Recognizer, picture: Gray, dpi: number): Promise<Turn> {
  const coarse = reduced(picture, Math.max(1, Math.floor(dpi / TRIAL_DPI)))
  const scores: number[] = []
  for (const turn of TURNS) {
    const { words } = await recognizer.recognize(turnedPicture(coarse.picture, turn), '6', dpi / coarse.by, 0)
    scores.push(sense(words))
  }
  const best = Math.max(...scores)
  if (best < FEWEST_LETTERS || best < CLEARLY * (scores[0] ?? 0)) return 0
  return TURNS[scores.indexOf(best)] ?? 0
}

/** Letters that stand in believable Vietnamese words. */
function sense(words: readonly Word[]): number {
  return words.reduce((sum, word) => {
    const plain = word.text.replace(/[^\p{L}]/gu, '')
    return word.confidence >= BELIEVED && plain.length >= 2 && isSyllable(plain) ? sum + plain.length : sum
  }, 0)
}

function letters(word: Word): number {
  return word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 1
}

/** A picture made smaller by a whole number: each dot the mean of a square. */
function reduced(picture: Gray, by: number): Readonly<{ picture: Gray; by: number }> {
  if (by === 1) return { picture, by }
  const [width, height] = [Math.floor(picture.width / by), Math.floor(picture.height / by)]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < by; dy++) {
        for (let dx = 0; dx < by; dx++) sum += picture.data[(y * by + dy) * picture.width + x * by + dx] ?? 255
      }
      data[y * width + x] = sum / (by * by)
    }
  }
  return { picture: { width, height, data }, by }
}
