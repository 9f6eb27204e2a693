import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesWithoutText } from '#archive/ocr/needs-ocr.ts'
import type { OcrReader } from '#archive/ocr/ocr-reader.ts'
import { OCR_EXTRACTOR } from '#archive/ocr/ocr-result.ts'
import { withOcrPages } from '#archive/ocr/ocr-work.ts'
import { extract } from '#archive/read/extract.ts'
import { EXTRACTOR } from '#archive/read/read-result.ts'
import type { DocumentText, PageText } from '#domain/text/page-text.ts'

/** Texts read are kept outside the project, by the readers' names: a better reader reads anew. */
export const CACHE = join(tmpdir(), 'van-kho-eval-scans')

type Kept = Readonly<{ readers: string; text: DocumentText; ocrPages: number; seconds: number }>

/** A scan as the program reads it: its own letters, and those of its pictures where the pages have none. */
export async function readScan(folder: string, name: string, cache: string, reader: OcrReader): Promise<Kept> {
  const readers = `${EXTRACTOR} ${OCR_EXTRACTOR}`
  const at = join(cache, `${name}.json`)
  const kept = load(at)
  if (kept?.readers === readers) return kept
  const path = join(folder, name)
  const read = await extract(path)
  if (!read.ok) throw new Error(`${name}: ${read.code}`)
  const begun = performance.now()
  const pages: PageText[] = []
  for (const page of pagesWithoutText(read.mediaType, read.text)) {
    const result = await reader.read({ path, mediaType: read.mediaType, page })
    if (!result.ok) throw new Error(`${name}, page ${page}: ${result.problem}`)
    pages.push(result.page)
  }
  const work = { sha256: '', count: read.pages, pages, done: true }
  const fresh: Kept = {
    readers,
    text: withOcrPages(read.text, work),
    ocrPages: pages.length,
    seconds: (performance.now() - begun) / 1000
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(at, JSON.stringify(fresh))
  return fresh
}

function load(path: string): Kept | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Kept
  } catch {
    return null
  }
}
