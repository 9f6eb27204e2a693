import type { Measure } from './font-metrics.ts'

/** Widths are rounded by the browser: a little is added, so that a line is never thought to fit that does not. */
const SAFETY = 1.004

/**
 * How many lines a text takes in a width (em), never fewer than the browser makes of it: only spaces are counted on to
 * part lines, and a word too long for a line first parts at its hyphens and slashes, then anywhere.
 */
export function countLines(text: string, width: number, measure: Measure): number {
  return text.split('\n').reduce((lines, line) => lines + linesOf(line, width, measure), 0)
}

function linesOf(line: string, width: number, measure: Measure): number {
  const space = measure(' ')
  let lines = 1
  let used = 0
  for (const word of line.split(' ')) {
    if (word === '') continue
    const wide = measure(word) * SAFETY
    if (used > 0 && used + space + wide <= width) {
      used += space + wide
      continue
    }
    if (used > 0) lines++
    if (wide <= width) {
      used = wide
      continue
    }
    const parted = partLongWord(word, width, measure)
    lines += parted.lines - 1
    used = parted.used
  }
  return lines
}

function partLongWord(word: string, width: number, measure: Measure): Readonly<{ lines: number; used: number }> {
  let lines = 1
  let used = 0
  for (const piece of word.split(/(?<=[-/–])/u)) {
    const wide = measure(piece) * SAFETY
    if (used > 0 && used + wide > width) {
      lines++
      used = 0
    }
    if (wide <= width) {
      used += wide
      continue
    }
    for (const sign of piece) {
      const step = measure(sign) * SAFETY
      if (used > 0 && used + step > width) {
        lines++
        used = 0
      }
      used += step
    }
  }
  return { lines, used }
}
