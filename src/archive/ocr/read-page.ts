import { fold } from '#domain/text/fold.ts'
import type { PageText } from '#domain/text/page-text.ts'
import type { Gray } from './gray.ts'
import type { Sheet } from './ink.ts'
import { mergeReadings, withoutDirt } from './merge-readings.ts'
import type { PageSource } from './page-source.ts'
import type { Recognized, Recognizer } from './recognizer.ts'
import { withoutSpecks } from './specks.ts'
import { putInStamps } from './stamps.ts'
import { cut, type Turn, turnedPicture, turnedSize } from './turn.ts'
import { findTurn, looksSideways, looksUpright } from './upright.ts'
import { moved, type Point, scaled, slopeOf, turned, type Word } from './words.ts'
import { wordsToPage } from './words-to-page.ts'

/** How finely pages are drawn for reading; measured by `bench/ocr.ts`. */
export const DPI = { page: 300, zone: 400 } as const

/** Where the fields stand: the head of the first page, the signature and recipients of the last, as shares of a page. */
const HEAD = 0.38
const FOOT = 0.5
/** The signature's first line may stand so much higher than the recipients. */
const ABOVE = 0.06
/** Lines that rise by less (a quarter of a degree) are straight enough to be put in order. */
const LEAST_SLOPE = 0.0045

/** A page that is set upright in quarters of a turn before anything is read. */
type Upright = Readonly<{
  source: PageSource
  number: number
  turn: Turn
  /** Its size when it is upright. */
  size: Readonly<{ width: number; height: number }>
}>

/**
 * Reads one page: two segmentations of the whole, held against each other, the zones with the fields once more, drawn
 * finer, and the words of coloured stamps. Everything is brought into one frame, the page turned upright, in points.
 */
export async function readPage(source: PageSource, recognizer: Recognizer, number: number): Promise<PageText> {
  const lying = await source.size(number)
  const { sheet, dpi } = await source.draw(number, DPI.page)
  const read = await readUpright(recognizer, sheet, dpi)
  const { block, turn, text } = read
  const page: Upright = { source, number, turn, size: turnedSize(lying, turn) }
  const { angle } = block
  const columns = await recognizer.recognize(text, '4', dpi, angle)
  const inPoints = (words: readonly Word[]): readonly Word[] => words.map((word) => scaled(word, 72 / dpi))
  const whole = mergeReadings(inPoints(block.words), inPoints(columns.words))
  let { words } = whole
  for (const zone of zonesOf(page, source.count, words)) {
    words = mergeReadings(words, await readZone(recognizer, page, zone, angle)).words
  }
  if (sheet.coloured) {
    const stamps = await recognizer.recognize(turnedPicture(sheet.coloured, turn), '11', dpi, angle)
    words = putInStamps(words, inPoints(stamps.words), page.size.height)
  }
  return wordsToPage({ number, lying, turn, angle, doubtfulLines: whole.doubtfulLines }, withoutDirt(words))
}

type UprightReading = Readonly<{ block: Recognized; turn: Turn; text: Gray }>

/** The page's first reading, after it was turned the right way up where it lay on its side or its head. */
async function readUpright(recognizer: Recognizer, sheet: Sheet, dpi: number): Promise<UprightReading> {
  const picture = withoutSpecks(sheet.black ?? sheet.plain, dpi)
  const sideways = looksSideways(picture, dpi) ? await findTurn(recognizer, picture, dpi, [90, 270, 0]) : 0
  const block = sideways === 0 ? await readStraight(recognizer, picture, dpi) : null
  const turn = block === null ? sideways : looksUpright(block.words) ? 0 : await findTurn(recognizer, picture, dpi)
  if (block && turn === 0) return { block, turn, text: picture }
  const text = turnedPicture(picture, turn)
  return { block: await readStraight(recognizer, text, dpi), turn, text }
}

/**
 * The engine's own guess of how far a page is askew fails on dirty pages; the lines it then finds still rise or fall.
 * Where they do, the page is turned by that and read again.
 */
async function readStraight(recognizer: Recognizer, picture: Gray, dpi: number): Promise<Recognized> {
  const first = await recognizer.recognize(picture, '6', dpi, null)
  const left = slopeOf(first.words)
  return Math.abs(left) < LEAST_SLOPE ? first : await recognizer.recognize(picture, '6', dpi, first.angle - left)
}

/** `inks`: number and day are written by hand in blue, so the head is read with all its inks; the foot lies under the seal. */
type Zone = Readonly<{ top: number; bottom: number; inks: 'all' | 'black' }>

/** The foot is where "Nơi nhận" stands, be it on the last page or before empty ones and annexes. An empty page has none. */
function zonesOf({ number, size: { height } }: Upright, count: number, words: readonly Word[]): readonly Zone[] {
  if (words.length === 0) return []
  const zones: Zone[] = []
  if (number === 1) zones.push({ top: 0, bottom: height * HEAD, inks: 'all' })
  const recipients = words.find(
    (word, at) => fold(word.text) === 'noi' && /^nhan\b/.test(fold(words[at + 1]?.text ?? ''))
  )
  if (recipients) zones.push({ top: Math.max(0, recipients.y - height * ABOVE), bottom: height, inks: 'black' })
  else if (number === count) zones.push({ top: height * FOOT, bottom: height, inks: 'black' })
  return zones
}

/** The zone's words in the frame of the page; those cut by the zone's inner edge are left to the page's own reading. */
async function readZone(recognizer: Recognizer, page: Upright, zone: Zone, angle: number): Promise<readonly Word[]> {
  const { size } = page
  const { top, bottom } = zone
  const { picture, dpi } = await drawZone(page, zone)
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

/** A page that has to be turned is drawn whole: its zone is a strip from top to bottom as it lies. */
async function drawZone(page: Upright, zone: Zone): Promise<Readonly<{ picture: Gray; dpi: number }>> {
  const { source, number, turn } = page
  const { top, bottom, inks } = zone
  const of = (sheet: Sheet): Gray => (inks === 'black' ? (sheet.black ?? sheet.plain) : sheet.plain)
  if (turn === 0) {
    const { sheet, dpi } = await source.draw(number, DPI.zone, top, bottom)
    return { picture: of(sheet), dpi }
  }
  const { sheet, dpi } = await source.draw(number, DPI.zone)
  return { picture: cut(turnedPicture(of(sheet), turn), (top * dpi) / 72, (bottom * dpi) / 72), dpi }
}
