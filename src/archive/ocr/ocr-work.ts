import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentText, PageText } from '#domain/text/page-text.ts'
import { makeFolders, systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'

/** Pages read so far of files not yet done: `<archive>/ocr/<sha256>.json`. It may be thrown away at any time. */
export const OCR_FOLDER = 'ocr'

export type OcrWork = Readonly<{
  sha256: string
  /** Pages the file has; 0: not known yet. */
  count: number
  pages: readonly PageText[]
  /** Nothing is left to read but what the reader gave up on. */
  done: boolean
}>

export function loadWork(folder: string, sha256: string): OcrWork {
  try {
    const work = JSON.parse(readFileSync(join(folder, OCR_FOLDER, `${sha256}.json`), 'utf8')) as OcrWork
    return work.sha256 === sha256 && Array.isArray(work.pages) ? work : nothing(sha256)
  } catch {
    return nothing(sha256)
  }
}

export function saveWork(folder: string, work: OcrWork): void {
  try {
    const into = makeFolders(systemFiles, folder, OCR_FOLDER)
    writeFileDurably(systemFiles, into, `${work.sha256}.json`, Buffer.from(JSON.stringify(work)))
  } catch (error) {
    throw storageFailure(error)
  }
}

export function removeWork(folder: string, sha256: string): void {
  rmSync(join(folder, OCR_FOLDER, `${sha256}.json`), { force: true })
}

/** Hashes of the files that work is kept of. */
export function listWork(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, OCR_FOLDER)).flatMap((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? [])
  } catch {
    return []
  }
}

/** The file's text with the pages read by OCR put in; it stays a scan (or mixed). */
export function withOcrPages(text: DocumentText, work: OcrWork): DocumentText {
  const read = new Map(work.pages.map((page) => [page.page, page]))
  const count = Math.max(text.pages.length, ...work.pages.map((page) => page.page))
  const own = new Map(text.pages.map((page) => [page.page, page]))
  const pages = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    return read.get(number) ?? own.get(number) ?? { page: number, text: '', width: 0, height: 0, runs: [] }
  })
  return { ...text, pages }
}

function nothing(sha256: string): OcrWork {
  return { sha256, count: 0, pages: [], done: false }
}
