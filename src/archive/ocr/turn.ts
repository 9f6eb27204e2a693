import type { TextRun } from '#domain/text/page-text.ts'
import type { Gray } from './gray.ts'

/** Clockwise turn that sets a page upright. */
export type Turn = 0 | 90 | 180 | 270
export const TURNS: readonly Turn[] = [0, 90, 180, 270]

type Size = Readonly<{ width: number; height: number }>

/** A page's size once it is turned. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** A picture turned clockwise. */
export function turnedPicture(picture: Gray, turn: Turn): Gray {
  if (turn === 0) return picture
  const { width, height, data } = picture
  const to = turnedSize(picture, turn)
  const dots = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] =
        turn === 90 ? [height - 1 - y, x] : turn === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x]
      dots[row * to.width + column] = data[y * width + x] ?? 255
    }
  }
  return { ...to, data: dots }
}

/** A word's box on the upright page, brought back to where it stands on the page as it lies. `size` is that of the latter. */
export function unturnedRun(run: TextRun, { width, height }: Size, turn: Turn): TextRun {
  switch (turn) {
    case 0:
      return run
    case 90:
      return { ...run, x: run.y, y: height - run.x - run.w, w: run.h, h: run.w }
    case 180:
      return { ...run, x: width - run.x - run.w, y: height - run.y - run.h }
    case 270:
      return { ...run, x: width - run.y - run.h, y: run.x, w: run.h, h: run.w }
  }
}

/** Rows of a picture, from the first to before the last. */
export function cut({ width, height, data }: Gray, top: number, bottom: number): Gray {
  const [from, to] = [Math.max(0, Math.round(top)), Math.min(height, Math.round(bottom))]
  return { width, height: Math.max(1, to - from), data: data.subarray(from * width, Math.max(from + 1, to) * width) }
}
