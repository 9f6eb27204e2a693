import type { PageText } from '#domain/text/page-text.ts'
import type { ArchiveContext, JobHandle } from '../archive-context.ts'
import type { OcrReader } from './ocr-reader.ts'
import type { OcrProblem } from './ocr-result.ts'
import type { OcrTarget } from './ocr-targets.ts'
import { loadWork, type OcrWork, saveWork } from './ocr-work.ts'

/** What reading a file's pages came to; `cancelled`: what was read so far is kept for the next time. */
export type TargetRead = Readonly<{
  cancelled: boolean
  work: OcrWork
  unread: readonly Readonly<{ page: number; problem: OcrProblem }>[]
}>

/** A TIFF tells its sheets only when it is opened; no more of them are read. */
const MOST_PAGES = 2000

/** Reads a file's pages one by one, each kept on the disk as soon as it is read: a stop loses one page at most. */
export async function readTarget(
  archive: Pick<ArchiveContext, 'folder'>,
  target: OcrTarget,
  reader: OcrReader,
  job: Pick<JobHandle, 'signal' | 'step' | 'cancelled'>
): Promise<TargetRead> {
  const { sha256, file, mediaType } = target
  let work = loadWork(archive.folder, sha256)
  const pages: PageText[] = [...work.pages]
  const unread: { page: number; problem: OcrProblem }[] = []
  const left = [...target.pages]
  let asked = new Set(left)
  for (let page = left.shift(); page !== undefined; page = left.shift()) {
    job.step(target.name)
    const result = await reader.read({ file, mediaType, page }, job.signal)
    if (!result.ok && (result.problem === 'cancelled' || job.cancelled)) return { cancelled: true, work, unread }
    if (!result.ok) {
      unread.push({ page, problem: result.problem })
      continue
    }
    pages.push(result.page)
    work = { sha256, count: result.count, pages: [...pages], done: false }
    saveWork(archive.folder, work)
    if (mediaType === 'image/tiff') {
      const more = Array.from({ length: Math.min(result.count, MOST_PAGES) }, (_, index) => index + 1)
      const fresh = more.filter((one) => !asked.has(one) && !pages.some((read) => read.page === one))
      asked = new Set([...asked, ...fresh])
      left.push(...fresh)
    }
  }
  return { cancelled: false, work: { ...work, sha256, pages, done: true }, unread }
}
