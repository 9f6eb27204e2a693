import { describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { chromiumPrinter } from '#archive/reports/chromium-printer.ts'
import { reportFile } from '#archive/reports/report.ts'
import { canReadPdf, pdfPages } from './pdf-words.ts'
import { filledArchive, SAMPLED } from './report-archive.ts'

const printer = chromiumPrinter()
const archive = { ...filledArchive(), printer }
const MM = 72 / 25.4
const NAMES = ['send-slips', 'envelopes-c5', 'envelopes-c6', 'envelopes-dl', 'labels', 'statistics-month'] as const

async function printed(name: (typeof NAMES)[number]): Promise<Buffer> {
  const params = SAMPLED[name]
  if (!params) throw new Error(name)
  return Buffer.from((await reportFile(archive, params, 'pdf')).base64, 'base64')
}

describe.skipIf(printer === null || !canReadPdf)('forms as PDF', () => {
  test.each(NAMES)('%s: each sheet a page of its paper, the same bytes when printed again', async (name) => {
    const [pdf, again] = [await printed(name), await printed(name)]
    expect(again.equals(pdf)).toBe(true)
    const pages = pdfPages(pdf)
    const params = SAMPLED[name]
    const forms = params && buildReport(archive, params).forms
    if (!forms) return
    const { paper, sheets } = forms
    expect(pages).toHaveLength(sheets.length)
    for (const page of pages) {
      expect(page.width).toBeCloseTo(paper.width * MM, 0)
      expect(page.height).toBeCloseTo(paper.height * MM, 0)
      for (const word of page.words) {
        const inside = word.left >= 0 && word.top >= 0 && word.right <= page.width && word.bottom <= page.height
        expect([word.text, inside]).toEqual([word.text, true])
      }
    }
  })

  test('a slip is cut in its middle, the receipt below it', async () => {
    const [page] = pdfPages(await printed('send-slips'))
    if (!page) throw new Error('no page')
    const cut = page.words.find((word) => word.text === 'Cắt')
    const titles = page.words.filter((word) => word.text === 'PHIẾU').map((word) => word.top)
    expect(Math.abs((cut?.top ?? 0) - page.height / 2)).toBeLessThan(15)
    expect([(titles[0] ?? 0) < (cut?.top ?? 0), (titles[1] ?? 0) > (cut?.top ?? 0)]).toEqual([true, true])
  })

  test('labels lie in fields of 70 by 37 mm', async () => {
    const pages = pdfPages(await printed('labels'))
    const senders = pages.flatMap((page) => page.words.filter((word) => word.text === 'Nơi'))
    const places = senders.map((word) => [Math.floor(word.left / MM / 70), Math.floor((word.top / MM - 0.5) / 37)])
    expect(places).toEqual([
      [2, 6],
      [0, 7],
      [1, 7],
      [2, 7],
      [0, 0],
      [1, 0]
    ])
  })
})
