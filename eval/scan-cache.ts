import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesWithoutText } from '#archive/ocr/needs-ocr.ts'
import type { OcrReader } from '#archive/ocr/ocr-reader.ts'
import { OCR_EXTRACTOR } from '#archive/ocr/ocr-result.ts'
import { withOcrPages } from '#archive/ocr/ocr-work.ts'
import { extract } from '#archive/read/extract.ts'
import { storedFileOf } from '#archive/vault/stored-file.ts'
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
  let kept = load(at) ?? { reader: OCR_EXTRACTOR, pages: [], seconds: 0 }
  mkdirSync(cache, { recursive: true })
  for (const page of wanted) {
    if (kept.pages.some((one) => one.page === page)) continue
    const begun = performance.now()
    const result = await reader.read({ file: storedFileOf(path), mediaType: read.mediaType, page })
    if (!result.ok) throw new Error(`${name}, page ${page}: ${result.problem}`)
    const seconds = kept.seconds + (performance.now() - begun) / 1000
    kept = { ...kept, pages: [...kept.pages, result.page], seconds }
    writeFileSync(at, JSON.stringify(kept))
  }
  const text = withOcrPages(read.text, { sha256: '', count: read.pages, pages: kept.pages, done: true })
  return { text, ocrPages: kept.pages.length, seconds: kept.seconds }
}

function load(path: string): Kept | null {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept
    return kept.reader === OCR_EXTRACTOR ? kept : null
  } catch {
    return null
  }
}
