import type { Random } from '../../bench/random.ts'
import { syllables } from './syllables.ts'

/** A stretch of a body as somebody remembers it. */
export type Remembered = Readonly<{ words: readonly string[] }>

const WINDOW = 7
const DRAWS = 12

/**
 * A stretch of words of a body that tells it from others: of a dozen drawn the one with most words that stand in the body
 * only once. Of letters only: nobody half-remembers a number.
 */
export function chooseWindow(body: string, random: Random): Remembered | null {
  const all = syllables(body)
  const counts = new Map<string, number>()
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1)
  let best: readonly string[] | null = null
  let most = -1
  for (let draw = 0; draw < DRAWS && all.length > WINDOW; draw++) {
    const at = random.int(all.length - WINDOW)
    const words = all.slice(at, at + WINDOW)
    if (words.some((word) => !/^[a-z]{2,}$/.test(word))) continue
    const rare = words.filter((word) => counts.get(word) === 1).length
    if (rare > most) {
      most = rare
      best = words
    }
  }
  return best && { words: best }
}

/** True when a body holds the whole stretch: such a paper is meant as well. */
export function remembered(body: string, window: Remembered): boolean {
  return ` ${syllables(body).join(' ')} `.includes(` ${window.words.join(' ')} `)
}

/** As remembered: a word missing in the middle, two neighbours in the wrong order, a stretch from elsewhere first, or both. */
export function half(words: readonly string[], turn: number, random: Random): string {
  const at = 1 + random.int(words.length - 3)
  const missing = words.filter((_, index) => index !== at)
  const turned = words.map(
    (word, index) => (index === at ? words[at + 1] : index === at + 1 ? words[at] : word) ?? word
  )
  const moved = [...words.slice(3), ...words.slice(0, 3)]
  const both = [...missing.slice(3), ...missing.slice(0, 3)]
  return ([missing, turned, moved, both][turn % 4] ?? words).join(' ')
}

/** One slip of the fingers in one of the longer words: neighbours swapped, a letter left out, doubled, or its neighbour hit. */
export function slip(words: readonly string[], random: Random): string | null {
  const long = words.flatMap((word, index) => (word.length >= 4 && /^[a-z]+$/.test(word) ? [index] : []))
  if (long.length === 0) return null
  const which = random.pick(long)
  const word = words[which] ?? ''
  const at = 1 + random.int(word.length - 2)
  const ways = [
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + (word[at] ?? '') + word.slice(at),
    word.slice(0, at) + beside(word[at] ?? '') + word.slice(at + 1)
  ]
  const typed = random.pick(ways)
  return words.map((one, index) => (index === which ? typed : one)).join(' ')
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const

/** The key beside it. */
function beside(letter: string): string {
  for (const row of ROWS) {
    const at = row.indexOf(letter)
    if (at >= 0) return row[at + 1] ?? row[at - 1] ?? letter
  }
  return letter
}
