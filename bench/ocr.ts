import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createOcrReader } from '#archive/ocr/ocr-reader.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import type { PageText } from '#domain/text/page-text.ts'
import { characterErrors, distance, type SetLine, scanOf } from '#tests/support/scan-sheet.ts'

/**
 * OCR measured. Pages of the sample's own texts are set, drawn and read: errors a character, lines lost, seconds a page.
 * `--scans FOLDER [--take N]`: first pages of real scans; says what came out as sure of number and date, which must be
 * nothing.
 */
const { values } = parseArgs({
  options: {
    scans: { type: 'string' },
    take: { type: 'string', default: '5' },
    pages: { type: 'string', default: '3' }
  }
})

const TEXTS = join(import.meta.dirname, '../resources/sample/texts')
const LINES_A_PAGE = 38
const reader = createOcrReader()
const work = mkdtempSync(join(tmpdir(), 'van-kho-ocr-'))

type Look = Readonly<{ name: string; degrees: number; noise: number }>
const LOOKS: readonly Look[] = [
  { name: 'clean', degrees: 0, noise: 0 },
  { name: 'skewed 1.5°, noise', degrees: 1.5, noise: 0.01 }
]

/** A text's first page: lines as they stand, columns where their spaces put them, long lines broken. */
function setPage(text: string): readonly SetLine[] {
  const lines: SetLine[] = []
  let y = 56
  for (const line of text.split('\n').flatMap(broken).slice(0, LINES_A_PAGE)) {
    y += 19
    let at = 0
    for (const part of line.split(/( {4,})/)) {
      if (part.trim() !== '') lines.push({ text: part.trim(), x: at > 0 ? Math.max(310, 70 + at * 5.4) : 70, y })
      at += part.length
    }
  }
  return lines
}

function broken(line: string): readonly string[] {
  if (/ {4,}/.test(line) || line.length <= 78) return [line]
  const at = line.lastIndexOf(' ', 78)
  return at <= 0 ? [line] : [line.slice(0, at), ...broken(line.slice(at + 1))]
}

/** Truth lines of which nothing like them was read. */
function lostLines(lines: readonly SetLine[], page: PageText): number {
  const read = page.text.split(/\n| {4,}/).map((part) => part.trim())
  return lines.filter(({ text }) => {
    if (text.length < 8) return false
    return read.every((part) => distance([...text], [...part]) / text.length > 0.5) && !page.text.includes(text)
  }).length
}

async function readOne(
  name: string,
  bytes: Buffer | string,
  mediaType: string
): Promise<{ page: PageText | null; seconds: number }> {
  const path = typeof bytes === 'string' ? bytes : join(work, name)
  if (typeof bytes !== 'string') writeFileSync(path, bytes)
  const begun = performance.now()
  const result = await reader.read({ path, mediaType, page: 1 })
  return { page: result.ok ? result.page : null, seconds: (performance.now() - begun) / 1000 }
}

async function measureOwn(count: number): Promise<void> {
  const texts = readdirSync(TEXTS)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .slice(0, count)
    .map((name) => setPage(readFileSync(join(TEXTS, name), 'utf8').normalize('NFC')))
  console.log('| dpi | page | character errors | lost lines | doubtful lines | s/page |')
  console.log('|---|---|---|---|---|---|')
  for (const dpi of [150, 200, 300]) {
    for (const { name, degrees, noise } of LOOKS) {
      let errors = 0
      let lost = 0
      let doubtful = 0
      let seconds = 0
      for (const [index, lines] of texts.entries()) {
        const read = await readOne(
          `${dpi}-${degrees}-${index}.jpg`,
          scanOf(lines, { dpi, degrees, noise }),
          'image/jpeg'
        )
        seconds += read.seconds
        if (!read.page) throw new Error('a page was not read')
        errors += characterErrors(lines.map((line) => line.text).join(' '), read.page.text)
        lost += lostLines(lines, read.page)
        doubtful += read.page.ocr?.doubtfulLines ?? 0
      }
      const mean = (sum: number): string => (sum / texts.length).toFixed(1)
      console.log(
        `| ${dpi} | ${name} | ${((errors / texts.length) * 100).toFixed(2)} % | ${lost} | ${doubtful} | ${mean(seconds)} |`
      )
    }
  }
}

async function measureScans(folder: string, take: number): Promise<void> {
  let sure = 0
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.pdf'))
    .sort()
    .slice(0, take)) {
    const { page, seconds } = await readOne(name, join(folder, name), 'application/pdf')
    if (!page) {
      console.log(`${name}: not read (${seconds.toFixed(1)} s)`)
      continue
    }
    const { reference, issuedOn, citations } = readDocument([page], { today: '2026-11-24' })
    const certain = [reference, issuedOn].filter((reading) => reading?.certainty === 'sure').length
    sure += certain
    console.log(
      `${name}: ${page.text.length} letters, ${citations.length} citations, number ${reference ? `${reference.value.number}-${reference.value.symbol} (${reference.certainty})` : '-'}, date ${issuedOn ? `${issuedOn.value} (${issuedOn.certainty})` : '-'}, doubtful lines ${page.ocr?.doubtfulLines}, ${seconds.toFixed(1)} s`
    )
  }
  console.log(`numbers and dates offered as sure: ${sure}`)
  if (sure > 0) process.exitCode = 1
}

try {
  if (values.scans) await measureScans(values.scans, Number(values.take))
  else await measureOwn(Number(values.pages))
} finally {
  await reader.close()
  rmSync(work, { recursive: true, force: true })
}
