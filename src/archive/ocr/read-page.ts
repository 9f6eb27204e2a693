import type { PageText } from '#domain/text/page-text.ts'
import type { Gray } from './gray.ts'
import { mergeReadings, withoutDirt } from './merge-readings.ts'
import type { PageSource } from './page-source.ts'
import type { Recognized, Recognizer } from './recognizer.ts'
import { withoutSpecks } from './specks.ts'
import { moved, type Point, scaled, slopeOf, turned, type Word } from './words.ts'
import { wordsToPage } from './words-to-page.ts'

/** How finely pages are drawn for reading; measured by `bench/ocr.ts`. */
export const DPI = { page: 300, zone: 400 } as const

/** Where the fields stand: the head of the first page, the signature and recipients of the last, as shares of a page. */
const HEAD = 0.38
const FOOT = 0.5
/** Lines that rise by less (a quarter of a degree) are straight enough to be put in order. */
const LEAST_SLOPE = 0.0045

/**
 * Reads one page: two segmentations of the whole, held against each other, and the zones with the fields once more,
 * drawn finer. Everything is brought into one frame, the page turned upright, in points.
 */
export async function readPage(source: PageSource, recognizer: Recognizer, number: number): Promise<PageText> {
  const size = await source.size(number)
  const { picture: drawn, dpi } = await source.draw(number, DPI.page)
  const picture = withoutSpecks(drawn, dpi)
  const block = await readUpright(recognizer, picture, dpi)
  const { angle } = block
  const columns = await recognizer.recognize(picture, '4', dpi, angle)
  const inPoints = (words: readonly Word[]): readonly Word[] => words.map((word) => scaled(word, 72 / dpi))
  const whole = mergeReadings(inPoints(block.words), inPoints(columns.words))
  let { words, doubtfulLines } = whole
  for (const [top, bottom] of zonesOf(number, source.count, size.height)) {
    const zone = await readZone(source, recognizer, { number, size, top, bottom, angle })
    const merged = mergeReadings(words, zone)
    words = merged.words
  }
  return wordsToPage(number, size, withoutDirt(words), angle, doubtfulLines)
}

/**
 * The engine's own guess of how far a page is askew fails on dirty pages; the lines it then finds still rise or fall.
 * Where they do, the page is turned by that and read again.
 */
async function readUpright(recognizer: Recognizer, picture: Gray, dpi: number): Promise<Recognized> {
  const first = await recognizer.recognize(picture, '6', dpi, null)
  const left = slopeOf(first.words)
  return Math.abs(left) < LEAST_SLOPE ? first : await recognizer.recognize(picture, '6', dpi, first.angle - left)
}

function zonesOf(number: number, count: number, height: number): readonly (readonly [number, number])[] {
  const zones: (readonly [number, number])[] = []
  if (number === 1) zones.push([0, height * HEAD])
  if (number === count) zones.push([height * FOOT, height])
  return zones
}

type Zone = Readonly<{
  number: number
  size: Readonly<{ width: number; height: number }>
  top: number
  bottom: number
  angle: number
}>

/** The zone's words in the frame of the page; those cut by the zone's inner edge are left to the page's own reading. */
async function readZone(source: PageSource, recognizer: Recognizer, zone: Zone): Promise<readonly Word[]> {
  const { size, top, bottom, angle } = zone
  const { picture, dpi } = await source.draw(zone.number, DPI.zone, top, bottom)
  const { words } = await recognizer.recognize(withoutSpecks(picture, dpi), '6', dpi, angle)
  const zoneMiddle: Point = { x: size.width / 2, y: (bottom - top) / 2 }
  const pageMiddle: Point = { x: size.width / 2, y: size.height / 2 }
  return words
    .map((word) => scaled(word, 72 / dpi))
    .filter(
      (word) =>
        (top === 0 || word.y > word.height) && (bottom >= size.height || word.y + word.h < bottom - top - word.height)
    )
    .map((word) =>
      moved(word, (middle) => {
        const { x, y } = turned(middle, zoneMiddle, -angle)
        return turned({ x, y: y + top }, pageMiddle, angle)
      })
    )
}
