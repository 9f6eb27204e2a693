import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createOcrReader } from '#archive/ocr/ocr-reader.ts'
import { storedFileOf } from '#archive/vault/stored-file.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { type PageText, splitPages } from '#domain/text/page-text.ts'
import { characterErrors, distance, type Look, type SetLine, scanOf } from '#tests/support/scan-sheet.ts'
import { addFields, compareFields, type FieldSums, NO_FIELDS } from './ocr-fields.ts'

/**
 * `npm run bench -- --ocr [--pages 3] [--dpi 150,200,300] [--looks clean,…]`: OCR measured. Pages of the sample's own texts
 * are set, drawn, spoilt and read: errors a letter, lines lost, and what the reader of fields still got.
 */
const { values } = parseArgs({
  options: {
    ocr: { type: 'boolean' },
    pages: { type: 'string', default: '3' },
    dpi: { type: 'string', default: '150,200,300' },
    looks: { type: 'string', default: '' },
    seconds: { type: 'string', default: '180' }
  }
})

const TEXTS = join(import.meta.dirname, '../resources/sample/texts')
const LINES_A_PAGE = 48
const TODAY = '2026-11-24'

type Page = Readonly<{ lines: readonly SetLine[]; text: string }>
type Spoilt = Readonly<{ name: string; look(page: Page): Look }>

const LOOKS: readonly Spoilt[] = [
  { name: 'clean', look: () => ({}) },
  { name: 'skewed', look: () => ({ degrees: 1.5, noise: 0.01 }) },
  { name: 'stamped', look: ({ lines }) => ({ stamped: footOf(lines) }) },
  { name: 'photographed', look: () => ({ photographed: true }) },
  { name: 'on-its-side', look: () => ({ quarters: 1 }) }
]

/** A text that fits on one page: lines as they stand, columns where their spaces put them, long lines broken. */
function setPage(text: string): Page | null {
  const broken = text.trimEnd().split('\n').flatMap(breakLine)
  if (broken.length > LINES_A_PAGE) return null
  const lines: SetLine[] = []
  let y = 50
  for (const line of broken) {
    y += 15.5
    let at = 0
    for (const part of line.split(/( {4,})/)) {
      if (part.trim() !== '') lines.push({ text: part.trim(), x: at > 0 ? Math.max(310, 70 + at * 5.4) : 70, y })
      at += part.length
    }
  }
  return { lines, text }
}

function breakLine(line: string): readonly string[] {
  if (/ {4,}/.test(line) || line.length <= 78) return [line]
  const at = line.lastIndexOf(' ', 78)
  return at <= 0 ? [line] : [line.slice(0, at), ...breakLine(line.slice(at + 1))]
}

/** Where the signature's capacity stands: the last lines of the right column. */
function footOf(lines: readonly SetLine[]): Readonly<{ x: number; y: number }> {
  const right = lines.filter((line) => line.x >= 310)
  const last = right.at(-1) ?? { x: 380, y: 700 }
  return { x: last.x + 20, y: last.y - 40 }
}

/** Truth lines of which nothing like them was read. */
function lostLines(lines: readonly SetLine[], page: PageText): number {
  const read = page.text.split(/\n| {4,}/).map((part) => part.trim())
  return lines.filter(({ text }) => {
    if (text.length < 8) return false
    return read.every((part) => distance([...text], [...part]) / text.length > 0.5) && !page.text.includes(text)
  }).length
}

type Sums = { errors: number; lost: number; doubtful: number; seconds: number; fields: FieldSums }

async function measure(): Promise<void> {
  const pages = readdirSync(TEXTS)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .flatMap((name) => setPage(readFileSync(join(TEXTS, name), 'utf8').normalize('NFC')) ?? [])
    .slice(0, Number(values.pages))
  const looks = LOOKS.filter(({ name }) => values.looks === '' || values.looks.split(',').includes(name))
  console.log(`${pages.length} pages of the sample each; fields: of those a person's eye reads on the page\n`)
  console.log(
    '| dpi | page | letters wrong | lost lines | doubtful lines | fields sure | hint right | hint wrong | unread | citations right / wrong / unread | s a page |'
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  for (const dpi of values.dpi.split(',').map(Number)) {
    for (const { name, look } of looks) {
      const sums: Sums = { errors: 0, lost: 0, doubtful: 0, seconds: 0, fields: NO_FIELDS }
      for (const [index, page] of pages.entries())
        await addPage(sums, `${dpi}-${name}-${index}`, page, { ...look(page), dpi })
      console.log(row(dpi, name, sums, pages.length))
    }
  }
}

async function addPage(sums: Sums, name: string, { lines, text }: Page, look: Look): Promise<void> {
  const path = join(work, `${name}.jpg`)
  writeFileSync(path, scanOf(lines, look))
  const begun = performance.now()
  const result = await reader.read({ file: storedFileOf(path), mediaType: 'image/jpeg', page: 1 })
  if (!result.ok) throw new Error(`${name}: ${result.problem}`)
  const { page } = result
  sums.seconds += (performance.now() - begun) / 1000
  sums.errors += characterErrors(lines.map((line) => line.text).join(' '), page.text)
  sums.lost += lostLines(lines, page)
  sums.doubtful += page.ocr?.doubtfulLines ?? 0
  const truth = readDocument(splitPages(text), { today: TODAY })
  sums.fields = addFields(sums.fields, compareFields(truth, readDocument([page], { today: TODAY })))
}

function row(dpi: number, name: string, sums: Sums, count: number): string {
  const { sureRight, sureWrong, hintRight, hintWrong, unread, citations } = sums.fields
  return [
    '',
    dpi,
    name,
    `${((sums.errors / count) * 100).toFixed(2)} %`,
    sums.lost,
    sums.doubtful,
    sureWrong.length > 0 ? `${sureRight} right, WRONG: ${sureWrong.join(', ')}` : sureRight,
    hintRight,
    hintWrong,
    unread,
    `${citations.right} / ${citations.wrong} / ${citations.unread}`,
    (sums.seconds / count).toFixed(1),
    ''
  ]
    .join(' | ')
    .trim()
}

const reader = createOcrReader({ limits: { milliseconds: Number(values.seconds) * 1000 } })
const work = mkdtempSync(join(tmpdir(), 'van-kho-ocr-'))
try {
  await measure()
} finally {
  await reader.close()
  rmSync(work, { recursive: true, force: true })
}
