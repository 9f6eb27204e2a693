import type { PageText } from '#domain/text/page-text.ts'
import { type Piece, rebuildPage } from '../read/pdf-lines.ts'
import { type Turn, turnedSize, unturnedRun } from './turn.ts'
import { type Point, turned, type Word } from './words.ts'

/** Words of one line stand apart at least so far, measured in letter heights, however tight their boxes are. */
const LEAST_GAP = 0.2

/** How a page was set upright to be read: first by quarters, then by `angle` about its middle. `lying`: its own size. */
export type PageAsRead = Readonly<{
  number: number
  lying: Readonly<{ width: number; height: number }>
  turn: Turn
  angle: number
  doubtfulLines: number
}>

/**
 * A page's text from words in points: the same lines and columns as a PDF's own letters make. The words stand upright;
 * their boxes are turned back to where they stand on the page as it lies.
 */
export function wordsToPage(page: PageAsRead, words: readonly Word[]): PageText {
  const { number, lying, turn, angle, doubtfulLines } = page
  const size = turnedSize(lying, turn)
  const pieces = words.map((word): Piece => {
    const next = words.find((other) => other.line === word.line && other.x > word.x && other !== word)
    const room = next ? next.x - word.x - LEAST_GAP * word.height : word.w
    return { text: word.text, x: word.x, y: word.base, w: Math.max(1, Math.min(word.w, room)), h: word.height }
  })
  const rebuilt = rebuildPage(number, size.width, size.height, pieces)
  const middle: Point = { x: size.width / 2, y: size.height / 2 }
  const runs = rebuilt.runs.map((run) => {
    const at = turned({ x: run.x + run.w / 2, y: run.y + run.h / 2 }, middle, -angle)
    const x = clamp(at.x - run.w / 2, size.width)
    const y = clamp(at.y - run.h / 2, size.height)
    const within = { ...run, x, y, w: Math.min(run.w, size.width - x), h: Math.min(run.h, size.height - y) }
    return unturnedRun(within, lying, turn)
  })
  return { ...rebuilt, ...lying, runs, ocr: { doubtfulLines } }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most - 1, value))
}
