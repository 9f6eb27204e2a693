import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentText, PageText, TextKind } from '#domain/text/page-text.ts'
import { type LegacyEncoding, legacyEncodingOf } from './legacy-repair.ts'
import { soundPage, unicodePiece } from './pdf-health.ts'
import { countPageImages } from './pdf-images.ts'
import { type Piece, rebuildPage } from './pdf-lines.ts'
import { UnreadableFile } from './read-result.ts'

/** Pages read of one file; a longer one keeps its original and is read so far. */
export const MOST_PAGES = 2000
/** A page with fewer letters is taken for one without text: a stamp or a page number is no text. */
const FEWEST_LETTERS = 16

/** Reads the text of a PDF with the letters' places. No script, form or font program of the file is run. */
export async function readPdf(
  bytes: Buffer,
  onPage: (page: number) => void = () => {}
): Promise<DocumentText & Readonly<{ count: number }>> {
  const document = await openPdf(bytes)
  try {
    const count = Math.min(document.numPages, MOST_PAGES)
    const pages: PageText[] = []
    for (let number = 1; number <= count; number++) {
      pages.push(await readPage(document, number))
      onPage(number)
    }
    const sound = pages.map(soundPage)
    const broken = sound.filter((page, index) => page !== pages[index]).length
    const kind = kindOf(sound, countPageImages(bytes), broken)
    return { kind, pages: kind === 'scan' ? sound.map(asScanned) : sound, count: document.numPages }
  } finally {
    await document.loadingTask.destroy()
  }
}

async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    return await pdfjs.getDocument({ ...pdfOptions(bytes, folder), fontExtraProperties: true }).promise
  } catch (error) {
    if ((error as { name?: string }).name === 'PasswordException')
      throw new UnreadableFile('file-encrypted', 'password')
    throw error
  }
}

/** How a PDF is opened here, whatever is wanted of it: nothing in it runs, everything pdf.js needs lies beside it. */
export function pdfOptions(bytes: Buffer, folder: string) {
  return {
    data: new Uint8Array(bytes),
    cMapUrl: assets(folder, 'cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets(folder, 'standard_fonts'),
    wasmUrl: assets(folder, 'wasm'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0
  } as const
}

/** pdf.js wants its folders as addresses that end with a slash; in Node it reads them as files. */
function assets(folder: string, name: string): string {
  const path = join(folder, name)
  return process.platform === 'win32' ? `${pathToFileURL(path).href}/` : `${path}/`
}

type PageTurn = Readonly<{ width: number; height: number; transform: number[] }>

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await document.getPage(number)
  const turn = page.getViewport({ scale: 1 }) as PageTurn
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
  const text = rebuild(number, turn, content.items, (item) => item.str)
  const encoding = legacyEncodingOf(text.text)
  const read = encoding === null ? text : await readLegacyPage(page, number, turn, encoding)
  page.cleanup()
  return read
}

/** A page with letters of old 8-bit fonts: its letters once more as the file has them, and the names of their fonts. */
async function readLegacyPage(
  page: PDFPageProxy,
  number: number,
  turn: PageTurn,
  encoding: LegacyEncoding
): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true })
  // Fonts get their names when what is drawn on the page is known, a turn later.
  await page.getOperatorList()
  await new Promise((resolve) => setImmediate(resolve))
  const names = new Map<string, string | null>()
  return rebuild(number, turn, content.items, (item) => {
    if (!names.has(item.fontName)) names.set(item.fontName, fontName(page, item.fontName))
    return unicodePiece(item.str, names.get(item.fontName) ?? null, encoding)
  })
}

function fontName(page: PDFPageProxy, id: string): string | null {
  if (!page.commonObjs.has(id)) return null
  const font = page.commonObjs.get(id) as Readonly<{ name?: unknown }> | null
  return typeof font?.name === 'string' ? font.name : null
}

type TextItem = Readonly<{ str: string; transform: number[]; width: number; fontName: string }>

function rebuild(
  number: number,
  { width, height, transform }: PageTurn,
  items: readonly object[],
  textOf: (item: TextItem) => string
): PageText {
  const pieces: Piece[] = []
  for (const item of items as readonly Partial<TextItem>[]) {
    if (item.str === undefined || item.str === '') continue
    const told = item as TextItem
    pieces.push(placePiece(textOf(told), told.transform, told.width, transform))
  }
  return rebuildPage(number, width, height, pieces)
}

/** From the PDF's own coordinates (origin at the foot, the page perhaps turned) to points from the top left. */
function placePiece(text: string, item: readonly number[], w: number, view: readonly number[]): Piece {
  const [a = 0, b = 0, , d = 0, e = 0, f = 0] = item
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view
  const h = Math.hypot(a, b) || Math.abs(d)
  return { text, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, w, h }
}

/**
 * A page that is one picture makes a scan, with or without the letters an OCR program laid behind it; pages of both
 * kinds make a mixed document (O01). A page whose letters are broken is to be read off its picture, as a scan is.
 */
function kindOf(pages: readonly PageText[], pageImages: number, broken: number): TextKind {
  const withText = pages.filter((page) => letters(page.text) >= FEWEST_LETTERS).length
  const without = pages.length - withText
  if (pageImages >= pages.length && pages.length > 0) return 'scan'
  if (broken > 0) return withText === 0 ? 'scan' : 'mixed'
  if (withText === 0) return pageImages > 0 ? 'scan' : pages.some((page) => page.text !== '') ? 'born-digital' : 'none'
  return pageImages > 0 && (without > 0 || pageImages * 2 >= pages.length) ? 'mixed' : 'born-digital'
}

/** Letters of a page that is one picture were laid behind it by the scanner's program. */
function asScanned(page: PageText): PageText {
  return letters(page.text) === 0 ? page : { ...page, ocr: { doubtfulLines: 0, by: 'scanner' } }
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
