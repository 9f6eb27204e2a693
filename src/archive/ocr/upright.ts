import { isSyllable } from '#domain/text/syllable.ts'
import type { Gray } from './gray.ts'
import type { Recognizer } from './recognizer.ts'
import { TURNS, type Turn, turnedPicture } from './turn.ts'
import type { Word } from './words.ts'

/** Finely enough to see lines. */
const LOOK_DPI = 75
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
  const numbers = words.filter((word) => word.confidence >= BELIEVED && /^[\p{N}.,/%-]+$/u.test(word.text))
  return all > 0 && (sense(words) + numbers.reduce((sum, word) => sum + letters(word), 0)) / all >= UPRIGHT
}

/**
 * Whether the lines seem to run from top to bottom: ink comes and goes from column to column as it does from line to
 * line on an upright page. A first look that costs nothing; tables and pictures deceive it.
 */
export function looksSideways(picture: Gray, dpi: number): boolean {
  const { width, height, data } = reduced(picture, Math.max(1, Math.floor(dpi / LOOK_DPI))).picture
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = 255 - (data[y * width + x] ?? 255)
      rows[y] = (rows[y] ?? 0) + ink / width
      columns[x] = (columns[x] ?? 0) + ink / height
    }
  }
  return comingAndGoing(columns) > CLEARLY * comingAndGoing(rows)
}

function comingAndGoing(ink: Float64Array): number {
  let sum = 0
  for (let at = 2; at < ink.length; at++) sum += ((ink[at] ?? 0) - (ink[at - 2] ?? 0)) ** 2
  return sum / ink.length
}

/**
 * Which way a page that makes no sense has to be turned: a coarse trial of each turn, the one with the most Vietnamese
 * words taken. A page without writing, or in a hand nobody can read, stays as it lies.
 */
export async function findTurn(
  recognizer: Recognizer,
  picture: Gray,
  dpi: number,
  among: readonly Turn[] = TURNS
): Promise<Turn> {
  const coarse = reduced(picture, Math.max(1, Math.floor(dpi / TRIAL_DPI)))
  let best: Readonly<{ turn: Turn; score: number }> = { turn: 0, score: FEWEST_LETTERS - 1 }
  let lying = 0
  for (const turn of among) {
    const { words } = await recognizer.recognize(turnedPicture(coarse.picture, turn), '6', dpi / coarse.by, 0)
    const score = sense(words)
    if (turn === 0) lying = score
    if (score > best.score) best = { turn, score }
  }
  return best.score >= CLEARLY * lying ? best.turn : 0
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
