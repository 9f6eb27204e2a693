import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Gray } from './gray.ts'
import type { Word } from './words.ts'

/** Tesseract's page segmentations: 4 looks for columns of text, 6 takes the page for one block of lines, 11 looks for scattered words. */
export type Segmentation = '4' | '6' | '11'

export type Recognized = Readonly<{ words: readonly Word[]; angle: number }>

export type Recognizer = Readonly<{
  /**
   * Words with their boxes in dots of the picture after it was turned upright about its middle, clockwise by `angle`
   * radians; null: it finds out how far.
   */
  recognize(picture: Gray, segmentation: Segmentation, dpi: number, angle: number | null): Promise<Recognized>
  close(): Promise<void>
}>

/** What the packages are asked for; also where they are looked for before a thread is started. */
export const OCR_PACKAGES = ['tesseract.js', '@tesseract.js-data/vie/package.json', '@napi-rs/canvas'] as const

/**
 * Starts the engine. Program and language data are read from the packages beside the program, by path: left to itself
 * tesseract.js would fetch the data from the network and keep it in the working folder.
 */
export async function startRecognizer(): Promise<Recognizer> {
  const { createWorker, OEM } = await import('tesseract.js')
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    errorHandler: () => {} // the promise tells
  })
  return {
    async recognize(picture, segmentation, dpi, angle) {
      const options = {
        ...(angle === null ? { rotateAuto: true } : { rotateRadians: angle }),
        tessedit_pageseg_mode: segmentation,
        user_defined_dpi: String(dpi)
      }
      const { data: found } = await worker.recognize(toPgm(picture), options, { text: false, blocks: true })
      const turned = found.rotateRadians ?? 0
      const words = (found.blocks ?? [])
        .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
        .flatMap((line, number) => line.words.map((word): Word => ({ ...placeWord(word, line), line: number })))
        .filter((word) => word.text.trim() !== '')
      return { words, angle: turned }
    },
    async close() {
      await worker.terminate()
    }
  }
}

type Box = Readonly<{ x0: number; y0: number; x1: number; y1: number }>
type FoundWord = Readonly<{ text: string; confidence: number; bbox: Box }>
type FoundLine = Readonly<{ bbox: Box; baseline: Box; rowAttributes?: { rowHeight: number } }>

/** A word on its line's baseline, as high as the line's letters are set. */
function placeWord({ text, confidence, bbox }: FoundWord, line: FoundLine): Omit<Word, 'line'> {
  const { baseline } = line
  const slope = baseline.x1 === baseline.x0 ? 0 : (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0)
  const base = baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0)
  const height = line.rowAttributes?.rowHeight ?? line.bbox.y1 - line.bbox.y0
  return {
    text: text.normalize('NFC'),
    confidence,
    x: bbox.x0,
    y: bbox.y0,
    w: bbox.x1 - bbox.x0,
    h: bbox.y1 - bbox.y0,
    base,
    height
  }
}

/** The plainest picture file there is: nothing to pack, nothing to unpack. */
function toPgm({ width, height, data }: Gray): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data])
}
