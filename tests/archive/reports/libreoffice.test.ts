import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildReport } from '#archive/reports/build-report.ts'
import { wordsOf } from '#archive/reports/paper/heights.ts'
import { hasForms, type PrintCell, type PrintDocument, rowsOf } from '#archive/reports/print-document.ts'
import { renderDocx } from '#archive/reports/render/docx.ts'
import { renderXlsx } from '#archive/reports/render/xlsx.ts'
import { canReadPdf, pdfPages } from './pdf-words.ts'
import { fileIncoming, filledArchive, paramsOf, reportArchive, SAMPLED } from './report-archive.ts'

const office = spawnSync('soffice', ['--version'])
const without = office.error !== undefined || office.status !== 0 || !canReadPdf
if (without) console.warn('Word and Excel files not opened: no soffice here')

/** What a spreadsheet might take for something else. */
const HARD = ['0713', '=1+1', '+84', '-5', '@SUM(A1)', '12/8/2021', '1E5', 'TRUE', '1.234,5', "'0"] as const

function hardReport(): PrintDocument {
  const document = buildReport(reportArchive(), paramsOf('register-in'))
  const cells = document.columns.map((_, index): PrintCell => ({ text: HARD[index] ?? '' }))
  return { ...document, groups: [{ title: null, rows: [{ cells, tally: [1, 0] }], total: null }] }
}

const archive = without ? null : filledArchive()
const documents: ReadonlyMap<string, PrintDocument> = new Map(
  archive === null
    ? []
    : [
        ...Object.entries(SAMPLED).map(([name, params]): [string, PrintDocument] => [
          name,
          buildReport(archive, params)
        ]),
        ['hard', hardReport()]
      ]
)

/** Lines that fill the first sheet so far that the signatures go to the next. */
const KEPT = [6, 8, 10] as const
let folder = ''

function convert(files: readonly string[], to: string): void {
  const made = spawnSync(
    'soffice',
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, ...files],
    { encoding: 'utf8', timeout: 240_000 }
  )
  if (made.status !== 0) throw new Error(made.stderr)
}

describe.skipIf(without)('opened by LibreOffice', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'van-kho-test-'))
    for (const [name, document] of documents) {
      writeFileSync(join(folder, `${name}.docx`), await renderDocx(document))
      writeFileSync(join(folder, `${name}.xlsx`), await renderXlsx(document))
    }
    for (const lines of KEPT) {
      const register = reportArchive()
      fileIncoming(register, lines)
      const document = buildReport(register, paramsOf('register-in'))
      writeFileSync(join(folder, `kept-${lines}.docx`), await renderDocx(document))
    }
    const named = (ending: string) => [...documents.keys()].map((name) => join(folder, `${name}.${ending}`))
    convert(named('docx'), 'html:HTML (StarWriter)')
    convert([...named('docx'), ...KEPT.map((lines) => join(folder, `kept-${lines}.docx`))], 'pdf')
    convert(named('xlsx'), 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true')
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([...documents.keys()])('the workbook of %s holds the rows of the report', (name) => {
    const document = documents.get(name)
    if (!document) throw new Error(name)
    const csv = Papa.parse<string[]>(readFileSync(join(folder, `${name}.csv`), 'utf8').normalize('NFC')).data
    const wide = document.columns.length
    const titles = document.columns.map((column) => column.title)
    const head = csv.findIndex((row) => same(row.slice(0, wide), titles))
    expect(head).toBeGreaterThan(0)
    const wanted = rowsOf(document).map((row) => row.cells.map(asShown))
    expect(wanted.length).toBeGreaterThan(0)
    expect(
      inOrder(
        csv.slice(head + 1).map((row) => row.slice(0, wide)),
        wanted
      )
    ).toEqual([])
  })

  test.each([...documents.keys()])('the Word file of %s holds the rows of the report', (name) => {
    const document = documents.get(name)
    if (!document) throw new Error(name)
    const html = readFileSync(join(folder, `${name}.html`), 'utf8').normalize('NFC')
    if (hasForms(document)) {
      const text = squeezed(html.replace(/<[^>]+>/g, ' '))
      for (const row of rowsOf(document)) {
        for (const cell of row.cells.slice(1, 3))
          expect(text.toLowerCase()).toContain(squeezed(cell.text).toLowerCase())
      }
      return
    }
    const rows = [...html.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = '']) =>
        squeezed(cell.replace(/<[^>]+>/g, ''))
      )
    )
    const wanted = rowsOf(document).map((row) => row.cells.map((cell) => squeezed(wordsOf(cell))))
    expect(inOrder(rows, wanted)).toEqual([])
  })

  test.each(KEPT)('the signatures of a register of %i lines stand under rows, in Word too', (lines) => {
    const pages = pdfPages(readFileSync(join(folder, `kept-${lines}.pdf`)))
    // Where a face lacks Vietnamese letters, words fall to pieces.
    const signed = pages.filter((page) => page.text.replaceAll(' ', '').includes('NGƯỜILẬPSỔ'))
    expect(signed).toEqual([pages.at(-1)])
    expect(signed[0]?.text.match(/\d+-CV\/TU/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test.each(['send-slips', 'envelopes-c5', 'envelopes-c6', 'envelopes-dl', 'labels'])(
    'the Word file of %s has a page for each sheet',
    (name) => {
      const document = documents.get(name)
      const pdf = readFileSync(join(folder, `${name}.pdf`)).toString('latin1')
      const pages = [...pdf.matchAll(/\/Type\s*\/Page(?![\w])/g)].length
      expect(pages).toBe(document?.forms?.sheets.length)
    }
  )
})

/** As the workbook's cell is shown: days as days, counts as counts, words as they are. */
function asShown(cell: PrintCell): string {
  if (cell.value?.kind === 'day') return cell.value.day.split('-').toReversed().join('/')
  if (cell.value?.kind === 'count') return String(cell.value.count)
  return wordsOf(cell)
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}

/** The wanted rows that are not there, or not in this order. */
function inOrder(held: readonly (readonly string[])[], wanted: readonly (readonly string[])[]): readonly unknown[] {
  let at = 0
  return wanted.filter((row) => {
    const found = held.findIndex((one, index) => index >= at && same(one, row))
    if (found < 0) return true
    at = found + 1
    return false
  })
}

function squeezed(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
