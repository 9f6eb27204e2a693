import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createOcrReader } from '#archive/ocr/ocr-reader.ts'
import type { Reading } from '#domain/layout/draft.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { joinPages } from '#domain/text/page-text.ts'
import { FIELDS } from './fields.ts'
import type { Gold, LabelledDocument } from './load-corpus.ts'
import { measure, TODAY } from './measure.ts'
import { printMeasure, printMisses } from './print-report.ts'
import { CACHE, readScan } from './scan-cache.ts'

/** A busy machine is no reason to give up a page here. */
const PATIENCE_MS = 1_200_000

/** What became of a paper's own number or day. `sure-wrong` must never be. */
type Verdict = 'sure-right' | 'sure-wrong' | 'hint-right' | 'hint-wrong' | 'nothing'

export type ScansReport = Readonly<{ text: string; sureWrong: number }>

/** The real scans beside the labelled texts: letters read off the pictures, then fields, held against what a person sees. */
export async function evalScans(
  folder: string,
  labelled: readonly LabelledDocument[],
  options: Readonly<{ cache?: string | undefined; misses?: boolean | undefined }>
): Promise<ScansReport> {
  const scans = join(folder, 'state', 'scans')
  const names = existsSync(scans) ? readdirSync(scans).filter((name) => name.endsWith('.pdf')) : []
  const reader = createOcrReader({ limits: { milliseconds: PATIENCE_MS } })
  const documents: LabelledDocument[] = []
  const lines: string[] = []
  const counts = new Map<Verdict, number>()
  let [pages, seconds] = [0, 0]
  try {
    for (const name of names.sort()) {
      const document = labelled.find(({ gold }) => gold.file === `${name.slice(0, 3)}.txt`)
      if (!document) continue
      const read = await readScan(scans, name, options.cache ?? CACHE, reader)
      pages += read.ocrPages
      seconds += read.seconds
      const gold = asSeen(document.gold)
      documents.push({ ...document, gold, text: joinPages(read.text.pages), pages: read.text.pages })
      const draft = readDocument(read.text.pages, { today: TODAY })
      const told = FIELDS.slice(0, 2).map(({ read: of, gold: truth, key }) => {
        const reading = of(draft)
        const verdict = verdictOf(reading, truth(gold) ?? null, key)
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
        return `${truth(gold) ?? '-'} → ${reading?.value ?? '-'} (${verdict})`
      })
      lines.push(`${name}  ${read.ocrPages} of ${read.text.pages.length} pages by OCR  ${told.join('  ')}`)
    }
  } finally {
    await reader.close()
  }
  const result = measure(documents)
  const sureWrong = counts.get('sure-wrong') ?? 0
  const text = [
    ...lines,
    `own number and day: ${[...counts].map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`,
    `${pages} pages, ${(seconds / Math.max(1, pages)).toFixed(1)} s a page when they were read`,
    printMeasure('scans', result),
    ...(options.misses ? [printMisses(result.misses)] : [])
  ].join('\n')
  return { text, sureWrong }
}

/**
 * The labels tell what stands in the corpus' own text; a scan is held against what stands on the picture. A signer that
 * text lacks may well stand there: it is not counted.
 */
function asSeen(gold: Gold): Gold {
  const { signer, ...rest } = gold
  const seen = {
    ...rest,
    number_symbol: gold.number_symbol_scan ?? gold.number_symbol,
    date: gold.date_scan ?? gold.date
  }
  return { ...seen, ...(signer === null ? {} : { signer }) } as Gold
}

function verdictOf(reading: Reading<string> | null, truth: string | null, key: (text: string) => string): Verdict {
  if (!reading) return 'nothing'
  const right = truth !== null && key(reading.value) === key(truth)
  return `${reading.certainty === 'sure' ? 'sure' : 'hint'}-${right ? 'right' : 'wrong'}`
}
