import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { PageSize } from './geometry.ts'

export type OpenPdf = Readonly<{ document: PDFDocumentProxy; sizes: readonly PageSize[] }>

/** Tables, fonts and decoders of pdf.js lie beside the page, on its own origin (vite.config.ts copies them). */
const assets = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href

/** Opens a PDF for drawing. Forms, scripts and links of the file are left out. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist')
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl
  const document = await pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: assets('cmaps'),
    standardFontDataUrl: assets('standard_fonts'),
    wasmUrl: assets('wasm'),
    iccUrl: assets('iccs'),
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0
  }).promise
  const first = (await document.getPage(1)).getViewport({ scale: 1 })
  const size = { width: first.width, height: first.height }
  return { document, sizes: Array.from({ length: document.numPages }, () => size) }
}

/** A sheet drawn larger than this many dots gains nothing and may exhaust a 4 GB machine. */
const MOST_DOTS = 12_000_000

/** Draws a page; `cancel` stops it. The canvas is handed over only when it is whole, so that nothing blinks. */
export function drawPage(pdf: OpenPdf, page: number, width: number, density: number) {
  let stopped = false
  let stop = () => {}
  const done = (async (): Promise<HTMLCanvasElement | null> => {
    const proxy = await pdf.document.getPage(page)
    if (stopped) return null
    const own = proxy.getViewport({ scale: 1 })
    const fit = Math.sqrt(MOST_DOTS / (own.width * own.height))
    const viewport = proxy.getViewport({ scale: Math.min((width / own.width) * density, fit) })
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = proxy.render({ canvas, viewport })
    stop = () => task.cancel()
    try {
      await task.promise
    } catch (error) {
      if (stopped) return null
      throw error
    }
    proxy.cleanup()
    return canvas
  })()
  return {
    done,
    cancel() {
      stopped = true
      stop()
    }
  }
}
