import { readDocument } from '#domain/layout/read-document.ts'
import { splitPages } from '#domain/text/page-text.ts'
import type { LabelledDocument } from './load-corpus.ts'
import { TODAY } from './measure.ts'

/**
 * Documents a second on one core: the best of several runs over all documents, after one to warm up. What counts is the time
 * of the processor: what else the machine does meanwhile is no slowness of the reader.
 */
export function documentsPerSecond(documents: readonly LabelledDocument[]): number {
  const pages = documents.map((document) => splitPages(document.text))
  let best = 0
  for (let run = 0; run < 6; run++) {
    const start = process.cpuUsage()
    for (const part of pages) readDocument(part, { today: TODAY })
    const { user, system } = process.cpuUsage(start)
    const speed = pages.length / Math.max(0.001, (user + system) / 1_000_000)
    if (run > 0) best = Math.max(best, speed)
  }
  return best
}
