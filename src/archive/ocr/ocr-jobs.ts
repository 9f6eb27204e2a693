import { OperationError } from '#contract/failures.ts'
import type { ArchiveContext, JobHandle } from '../archive-context.ts'
import { type IntakeRecord, readItemText } from '../intake/intake-items.ts'
import { stagedSource } from '../intake/staging.ts'
import { hasLetters, pagesWithoutText } from './needs-ocr.ts'
import { createOcrReader, type OcrReader, ocrAvailable } from './ocr-reader.ts'
import { documentTargets, type OcrTarget } from './ocr-targets.ts'
import { loadWork } from './ocr-work.ts'
import { readAgain, unreadFiles } from './read-again.ts'
import { readTarget, type TargetRead } from './read-target.ts'
import { type Settled, settle } from './settle.ts'

/** One thread for all jobs of the program: pages of a backlog and of a paper just put in take turns. */
let shared: OcrReader | null = null

export async function closeOcr(): Promise<void> {
  const reader = shared
  shared = null
  await reader?.close()
}

/** Reads filed scans; null: all that have no text. */
export function startOcr(archive: ArchiveContext, documentIds: readonly string[] | null): string {
  if (!ocrAvailable()) throw new OperationError('no-ocr')
  return archive.startJob('ocr', async (job) => readAll(archive, await documentTargets(archive, documentIds), job))
}

/**
 * What a person asks for: files that could not be read when they were filed are read once more, then scans. null: all that have
 * no text. `no-ocr` only where there is nothing but pictures to read.
 */
export function startReading(archive: ArchiveContext, documentIds: readonly string[] | null): string {
  const unread = unreadFiles(archive, documentIds)
  if (unread.length === 0) return startOcr(archive, documentIds)
  return archive.startJob('ocr', async (job) => {
    job.total(unread.length)
    await readAgain(archive, unread, job)
    if (!ocrAvailable() || job.cancelled) return
    await readAll(archive, await documentTargets(archive, documentIds), job, unread.length)
  })
}

/** Reads scans that were just filed; nothing happens where there are none or OCR is not there. */
export function startOcrOfDocuments(archive: ArchiveContext, documentIds: readonly string[]): string | null {
  return ocrAvailable() && documentIds.length > 0 ? startOcr(archive, documentIds) : null
}

/** Reads scans of the review queue that were just put in; nothing happens where there are none or OCR is not there. */
export function startOcrOfItems(archive: ArchiveContext, records: readonly IntakeRecord[]): string | null {
  if (!ocrAvailable()) return null
  const targets = records.flatMap((record) => itemTarget(archive, record) ?? [])
  return targets.length === 0 ? null : archive.startJob('ocr', (job) => readAll(archive, targets, job))
}

function itemTarget(archive: ArchiveContext, record: IntakeRecord): OcrTarget | null {
  const { id, sha256, name, mediaType } = record
  if (record.state !== 'read' || record.problem !== null) return null
  const read = new Set(loadWork(archive.folder, sha256).pages.map((page) => page.page))
  const pages = pagesWithoutText(mediaType, readItemText(archive.folder, id)).filter((page) => !read.has(page))
  if (pages.length === 0 && read.size === 0) return null
  return { sha256, name, file: stagedSource(archive.folder, id), mediaType, pages, intakeId: id, documentId: null }
}

const busy = new WeakMap<ArchiveContext, Set<string>>()

async function readAll(
  archive: ArchiveContext,
  targets: readonly OcrTarget[],
  job: JobHandle,
  before = 0
): Promise<void> {
  const reading = busy.get(archive) ?? new Set<string>()
  busy.set(archive, reading)
  const mine = targets.filter((target) => !reading.has(target.sha256))
  for (const { sha256 } of mine) reading.add(sha256)
  job.total(before + mine.reduce((sum, target) => sum + target.pages.length, 0))
  shared ??= createOcrReader()
  try {
    for (const target of mine) {
      if (job.cancelled) break
      const read = await readTarget(archive, placeNow(archive, target), shared, job)
      if (read.cancelled) break
      const settled = await settle(archive, read.work)
      job.result(resultLine(target, read, settled))
    }
  } finally {
    for (const { sha256 } of mine) reading.delete(sha256)
  }
}

/** A file filed while it waited for its turn lies among the originals now. */
function placeNow(archive: ArchiveContext, target: OcrTarget): OcrTarget {
  return archive.originals.has(target.sha256) ? { ...target, file: archive.originals.file(target.sha256) } : target
}

function resultLine(target: OcrTarget, read: TargetRead, { text, refused }: Settled) {
  const [first] = read.unread
  const doubtful = read.work.pages.reduce((sum, page) => sum + (page.ocr?.doubtfulLines ?? 0), 0)
  const found = text !== null && hasLetters(text)
  const code = refused ?? (first ? (found ? 'ocr-partly' : 'ocr-nothing') : found ? 'ocr-read' : 'ocr-nothing')
  return {
    name: target.name,
    code,
    id: target.documentId ?? target.intakeId,
    detail: {
      pages: read.work.pages.length,
      unread: read.unread.length,
      doubtfulLines: doubtful,
      ...(first ? { problem: first.problem } : {})
    }
  }
}
