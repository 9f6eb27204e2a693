import { createRequire } from 'node:module'
import { type ImageData as CanvasImageData, createCanvas } from '@napi-rs/canvas'
import type { Picture } from './picture.ts'

/** Sheets of one TIFF that are looked at. */
const MOST_SHEETS = 500

type Directory = { width: number; height: number; t256?: readonly number[]; t257?: readonly number[] }
type Utif = Readonly<{
  decode(bytes: Uint8Array): Directory[]
  decodeImage(bytes: Uint8Array, directory: Directory): void
  toRGBA8(directory: Directory): Uint8Array
}>

/** The sheets of a TIFF, each unpacked only when it is drawn. Small sheets (thumbnails) are no pages. */
export function openTiff(bytes: Buffer, mostDots: number): readonly Picture[] {
  const utif = createRequire(import.meta.url)('utif2') as Utif
  const data = new Uint8Array(bytes)
  const sheets = utif.decode(data).slice(0, MOST_SHEETS)
  const sized = sheets.map((sheet) => ({ sheet, width: sheet.t256?.[0] ?? 0, height: sheet.t257?.[0] ?? 0 }))
  const largest = Math.max(0, ...sized.map((one) => one.width * one.height))
  return sized
    .filter(({ width, height }) => width * height * 10 >= largest && width * height <= mostDots && width > 0)
    .map(({ sheet, width, height }) => ({
      width,
      height,
      open() {
        utif.decodeImage(data, sheet)
        const canvas = createCanvas(width, height)
        const context = canvas.getContext('2d')
        const image: CanvasImageData = context.createImageData(width, height)
        image.data.set(utif.toRGBA8(sheet))
        context.putImageData(image, 0, 0)
        return canvas
      }
    }))
}
