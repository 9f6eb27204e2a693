import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesWithoutText } from '#archive/ocr/needs-ocr.ts'
import type { OcrReader } from '#archive/ocr/ocr-reader.ts'
import { OCR_EXTRACTOR } from '#archive/ocr/ocr-result.ts'
import { withOcrPages } from '#archive/ocr/ocr-work.ts'
import { extract } from '#archive/read/extract.ts'
import type { DocumentText, PageText } from '#domain/text/page-text.ts'

/** Pages read off pictures are kept outside the project, by the reader's name: a better reader reads anew. */
export const CACHE = join(tmpdir(), 'van-kho-eval-scans')

type Kept = Readonly<{ reader: string; pages: readonly PageText[]; seconds: number }>
export type ScanRead = Readonly<{ text: DocumentText; ocrPages: number; seconds: number }>

/** A scan as the program reads it: its own letters, and those of its pictures where the pages have none. */
export async function readScan(folder: string, name: string, cache: string, reader: OcrReader): Promise<ScanRead> {
  const path = join(folder, name)
  const read = await extract(path)
  if (!read.ok) throw new Error(`${name}: ${read.code}`)
  const wanted = pagesWithoutText(read.mediaType, read.text)
  const at = join(cache, `${name}.json`)
  const kept = load(at) ?? (await readPages(path, read.mediaType, wanted, reader))
  if (wanted.length > 0) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(at, JSON.stringify(kept))
  }
  const text = withOcrPages(read.text, { sha256: '', count: read.pages, pages: kept.pages, done: true })
  return { text, ocrPages: kept.pages.length, seconds: kept.seconds }
}

async function readPages(path: string, mediaType: string, wanted: readonly number[], reader: OcrReader): Promise<Kept> {
  const begun = performance.now()
  const pages: PageText[] = []
  for (const page of wanted) {
    const result = await reader.read({ path, mediaType, page })
    if (!result.ok) throw new Error(`${path}, page ${page}: ${result.problem}`)
    pages.push(result.page)
  }
  return { reader: OCR_EXTRACTOR, pages, seconds: (performance.now() - begun) / 1000 }
}

function load(path: string): Kept | null {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept
    return kept.reader === OCR_EXTRACTOR ? kept : null
  } catch {
    return null
  }
}
