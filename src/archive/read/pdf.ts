import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentText, PageText, TextKind } from '#domain/text/page-text.ts'
import { countPageImages } from './pdf-images.ts'
import { type Piece, rebuildPage } from './pdf-lines.ts'
import { UnreadableFile } from './read-result.ts'

/** Pages read of one file; a longer one keeps its original and is read so far. */
export const MOST_PAGES = 2000
/** A page with fewer letters is taken for one without text: a stamp or a page number is no text. */
const FEWEST_LETTERS = 16

/** Reads the text of a PDF with the letters' places. No script, form or font program of the file is run. */
export async function readPdf(bytes: Buffer): Promise<DocumentText & Readonly<{ count: number }>> {
  const document = await openPdf(bytes)
  try {
    const count = Math.min(document.numPages, MOST_PAGES)
    const pages: PageText[] = []
    for (let number = 1; number <= count; number++) pages.push(await readPage(document, number))
    return { kind: kindOf(pages, countPageImages(bytes)), pages, count: document.numPages }
  } finally {
    await document.loadingTask.destroy()
  }
}

async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  try {
    return await pdfjs.getDocument({
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
    }).promise
  } catch (error) {
    if ((error as { name?: string }).name === 'PasswordException')
      throw new UnreadableFile('file-encrypted', 'password')
    throw error
  }
}

/** pdf.js wants its folders as addresses that end with a slash; in Node it reads them as files. */
function assets(folder: string, name: string): string {
  const path = join(folder, name)
  return process.platform === 'win32' ? `${pathToFileURL(path).href}/` : `${path}/`
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await document.getPage(number)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
  const pieces: Piece[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    pieces.push(placePiece(item.str, item.transform as number[], item.width, transform as number[]))
  }
  page.cleanup()
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
 * kinds make a mixed document (O01).
 */
function kindOf(pages: readonly PageText[], pageImages: number): TextKind {
  const withText = pages.filter((page) => letters(page.text) >= FEWEST_LETTERS).length
  const without = pages.length - withText
  if (pageImages >= pages.length && pages.length > 0) return 'scan'
  if (withText === 0) return pageImages > 0 ? 'scan' : pages.some((page) => page.text !== '') ? 'born-digital' : 'none'
  return pageImages > 0 && (without > 0 || pageImages * 2 >= pages.length) ? 'mixed' : 'born-digital'
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
