/**
 * A word as the OCR engine found it. Box in dots or points, origin at the top left; `base` is the baseline's height,
 * `height` that of the letters of its line; `line` numbers the lines of one reading.
 */
export type Word = Readonly<{
  text: string
  confidence: number
  x: number
  y: number
  w: number
  h: number
  base: number
  height: number
  line: number
}>

export type Point = Readonly<{ x: number; y: number }>

/** Turned clockwise about a point. */
export function turned({ x, y }: Point, about: Point, angle: number): Point {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const [dx, dy] = [x - about.x, y - about.y]
  return { x: about.x + cos * dx - sin * dy, y: about.y + sin * dx + cos * dy }
}

/** A word moved with the middle of its box; its box stays upright. */
export function moved(word: Word, move: (middle: Point) => Point): Word {
  const middle = { x: word.x + word.w / 2, y: word.y + word.h / 2 }
  const to = move(middle)
  const down = to.y - middle.y
  return { ...word, x: word.x + to.x - middle.x, y: word.y + down, base: word.base + down }
}

export function scaled(word: Word, by: number): Word {
  return {
    ...word,
    x: word.x * by,
    y: word.y * by,
    w: word.w * by,
    h: word.h * by,
    base: word.base * by,
    height: word.height * by
  }
}

/** Share of the first box that the second covers. */
export function covered(box: Word, by: Word): number {
  const w = Math.min(box.x + box.w, by.x + by.w) - Math.max(box.x, by.x)
  const h = Math.min(box.y + box.h, by.y + by.h) - Math.max(box.y, by.y)
  return w <= 0 || h <= 0 ? 0 : (w * h) / Math.max(1e-6, box.w * box.h)
}

/** How much the lines fall to the right: the middle one of the slopes of all longer lines; 0 where there are none. */
export function slopeOf(words: readonly Word[]): number {
  const lines = new Map<number, Word[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  const slopes = [...lines.values()].flatMap((line) => {
    const first = line.at(0)
    const last = line.at(-1)
    const wide = first && last ? last.x - first.x : 0
    return first && last && line.length >= 4 && wide > first.height * 8 ? [(last.base - first.base) / wide] : []
  })
  slopes.sort((a, b) => a - b)
  return slopes.length < 3 ? 0 : (slopes[Math.floor(slopes.length / 2)] ?? 0)
}
