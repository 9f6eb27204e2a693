import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Canvas } from '@napi-rs/canvas'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pdfOptions } from '../read/pdf.ts'
import { type FileSource, readStored } from '../vault/stored-file.ts'
import { type Sheet, toSheet } from './ink.ts'
import type { Picture } from './picture.ts'
import { openTiff } from './tiff.ts'

/** Dots drawn of one page; a poster is drawn coarser, and a picture that claims more is not opened. */
export const MOST_DOTS = 14_000_000
const MOST_PICTURE_DOTS = 120_000_000
const A4_WIDTH = 595

/** pdf.js wants a browser's canvas; this one draws the same. */
type RenderParameters = Parameters<PDFPageProxy['render']>[0]

/** Pages of a file, drawn. Sizes are points. */
export type PageSource = Readonly<{
  count: number
  size(page: number): Promise<Readonly<{ width: number; height: number }>>
  /** The part of a page between two heights, at most so many dots an inch. `dpi`: how many it has become. */
  draw(page: number, dpi: number, top?: number, bottom?: number): Promise<Readonly<{ sheet: Sheet; dpi: number }>>
  close(): Promise<void>
}>

export async function openPages(file: FileSource, mediaType: string): Promise<PageSource> {
  const bytes = await readStored(file)
  if (mediaType === 'application/pdf') return openPdfPages(bytes)
  if (mediaType === 'image/tiff') return pictures(openTiff(bytes, MOST_PICTURE_DOTS))
  const { loadImage } = await import('@napi-rs/canvas')
  requirePictureSize(bytes)
  const image = await loadImage(bytes)
  return pictures([{ width: image.width, height: image.height, open: () => image }])
}

async function openPdfPages(bytes: Buffer): Promise<PageSource> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const document = await pdfjs.getDocument({
    ...pdfOptions(bytes, folder),
    disableFontFace: false,
    maxImageSize: MOST_PICTURE_DOTS
  }).promise
  return {
    count: document.numPages,
    async size(number) {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
      return { width, height }
    },
    async draw(number, dpi, top = 0, bottom) {
      const page = await document.getPage(number)
      const whole = page.getViewport({ scale: 1 })
      const scale = scaleFor(dpi, whole.width, (bottom ?? whole.height) - top)
      const viewport = page.getViewport({ scale, offsetY: -top * scale })
      const canvas = createCanvas(
        Math.max(1, Math.ceil(whole.width * scale)),
        Math.max(1, Math.ceil(((bottom ?? whole.height) - top) * scale))
      )
      const context = canvas.getContext('2d')
      await page.render({
        canvas,
        canvasContext: context,
        viewport,
        background: '#fff'
      } as unknown as RenderParameters).promise
      page.cleanup()
      const drawnAt = Math.round(scale * 72)
      return { sheet: sheetOf(canvas, drawnAt), dpi: drawnAt }
    },
    async close() {
      await document.loadingTask.destroy()
    }
  }
}

/** A picture of a page's shape is taken for A4, whatever its file says of its density; others as scanned at 200 dpi. */
function pointsADot({ width, height }: Picture): number {
  const shape = Math.max(width, height) / Math.min(width, height)
  return shape > 1.2 && shape < 1.7 ? A4_WIDTH / Math.min(width, height) : 72 / 200
}

async function pictures(all: readonly Picture[]): Promise<PageSource> {
  const { createCanvas } = await import('@napi-rs/canvas')
  function at(page: number): Picture {
    const picture = all[page - 1]
    if (!picture) throw new RangeError(`no page ${page}`)
    return picture
  }
  return {
    count: all.length,
    async size(page) {
      const picture = at(page)
      const points = pointsADot(picture)
      return { width: picture.width * points, height: picture.height * points }
    },
    async draw(page, dpi, top = 0, bottom) {
      const picture = at(page)
      const points = pointsADot(picture)
      const height = (bottom ?? picture.height * points) - top
      const scale = scaleFor(dpi, picture.width * points, height)
      const canvas = createCanvas(
        Math.max(1, Math.ceil(picture.width * points * scale)),
        Math.max(1, Math.ceil(height * scale))
      )
      const context = canvas.getContext('2d')
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.imageSmoothingQuality = 'high'
      const drawn = [0, -top * scale, picture.width * points * scale, picture.height * points * scale] as const
      context.drawImage(picture.open(), ...drawn)
      const drawnAt = Math.round(scale * 72)
      return { sheet: sheetOf(canvas, drawnAt), dpi: drawnAt }
    },
    async close() {}
  }
}

function scaleFor(dpi: number, width: number, height: number): number {
  return Math.min(dpi / 72, Math.sqrt(MOST_DOTS / Math.max(1, width * height)))
}

function sheetOf(canvas: Canvas, dpi: number): Sheet {
  const { width, height } = canvas
  return toSheet(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data, dpi)
}

/** A picture's size stands in its head; one that claims too much is refused before it is unpacked. */
function requirePictureSize(bytes: Buffer): void {
  const size = bytes.readUInt32BE(0) === 0x89504e47 ? pngSize(bytes) : jpegSize(bytes)
  if (size.width * size.height > MOST_PICTURE_DOTS) throw new RangeError(`picture of ${size.width} × ${size.height}`)
}

function pngSize(bytes: Buffer): { width: number; height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** The first frame header (SOF0–SOF15 but DHT, JPG and DAC). */
function jpegSize(bytes: Buffer): { width: number; height: number } {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) throw new RangeError('no picture header')
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  throw new RangeError('no picture header')
}
