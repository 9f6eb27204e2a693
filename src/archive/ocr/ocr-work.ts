import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DocumentText, PageText } from '#domain/text/page-text.ts'
import { makeFolders, systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'
import { vaultOf } from '../vault/vaults.ts'

/** Pages read so far of files not yet done: `<archive>/ocr/<sha256>.json`. It may be thrown away at any time. */
export const OCR_FOLDER = 'ocr'
const OCR_WORK = 'ocr work'

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
    const work = JSON.parse(readSmall(folder, OCR_WORK, pathOf(folder, sha256))) as OcrWork
    return work.sha256 === sha256 && Array.isArray(work.pages) ? work : nothing(sha256)
  } catch {
    return nothing(sha256)
  }
}

export function saveWork(folder: string, work: OcrWork): void {
  try {
    const into = makeFolders(systemFiles, folder, OCR_FOLDER)
    const bytes = sealedFor(folder, OCR_WORK, JSON.stringify(work))
    writeFileDurably(systemFiles, into, basename(pathOf(folder, work.sha256)), bytes)
  } catch (error) {
    throw storageFailure(error)
  }
}

export function removeWork(folder: string, sha256: string): void {
  rmSync(pathOf(folder, sha256), { force: true })
}

/** Hashes of the files that work is kept of. */
export function listWork(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, OCR_FOLDER))
      .filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
      .flatMap((name) => hashIn(folder, name) ?? [])
  } catch {
    return []
  }
}

/** Where the name does not say whose it is, or the file is damaged, it belongs to nothing. */
function hashIn(folder: string, name: string): string | null {
  const path = join(folder, OCR_FOLDER, name)
  try {
    const { sha256 } = JSON.parse(readSmall(folder, OCR_WORK, path)) as OcrWork
    if (pathOf(folder, sha256) === path) return sha256
  } catch {
    // falls through
  }
  rmSync(path, { force: true })
  return null
}

function pathOf(folder: string, sha256: string): string {
  return join(folder, OCR_FOLDER, `${vaultOf(folder).nameOf(sha256)}.json`)
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
