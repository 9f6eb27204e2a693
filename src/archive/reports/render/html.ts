import { sheetSize } from '../paper/format.ts'
import { paginate, type Sheet, type SheetLine } from '../paper/paginate.ts'
import {
  hasForms,
  type PrintCell,
  type PrintColumn,
  type PrintDocument,
  type PrintRow,
  type PrintSignature
} from '../print-document.ts'
import { chartSvg } from './chart-svg.ts'
import { escapeHtml } from './escape.ts'
import { formSheets } from './forms-html.ts'
import { htmlStyle, type PageUse } from './html-style.ts'
import { qrSvg } from './qr.ts'

/** No script, nothing from elsewhere: said by the page itself, for whoever opens it as a file. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; base-uri 'none'; form-action 'none'"

/** A column that holds any number of the usual length. */
const ROOMY_MM = 40

/** A report as one page that stands alone, laid out sheet by sheet. */
export function renderHtml(document: PrintDocument, use: PageUse): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="date" content="${escapeHtml(document.printedOn)}">
<title>${escapeHtml(document.title)}</title>
<style>
${htmlStyle(document, use)}
</style>
</head>
<body>
${hasForms(document) ? formSheets(document.forms) : tableSheets(document)}
</body>
</html>
`
}

function tableSheets(document: PrintDocument): string {
  const sheets = paginate(document)
  return sheets.map((sheet) => sheetHtml(document, sheet, sheets.length)).join('\n')
}

function sheetHtml(document: PrintDocument, sheet: Sheet, sheets: number): string {
  const rows = sheet.lines.map((line) => lineHtml(document, line))
  const empty = `<tr><td class="c" colspan="${document.columns.length}"><i>${escapeHtml(document.empty)}</i></td></tr>`
  return `<section class="sheet" aria-label="Trang ${sheet.number}">${sheet.first ? headHtml(document) : ''}<table>
<colgroup>${document.columns.map((column) => `<col style="width:${column.mm}mm">`).join('')}</colgroup>
<thead><tr>${document.columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`).join('')}</tr>${
    document.numbered
      ? `<tr class="no">${document.columns.map((_, index) => `<th>${index + 1}</th>`).join('')}</tr>`
      : ''
  }</thead>
<tbody>
${rows.length > 0 ? rows.join('\n') : empty}
</tbody>
</table>${sheet.last ? tailHtml(document) : ''}<div class="foot" aria-hidden="true"><span>${escapeHtml(document.foot)}</span><span>Trang ${sheet.number}/${sheets}</span></div></section>`
}

function headHtml(document: PrintDocument): string {
  const { head, title, lines, chart } = document
  return `<div class="head"><div><p>${escapeHtml(head.parent)}</p><p><b>${escapeHtml(head.issuer)}</b></p><p>*</p></div><div><p class="party">${escapeHtml(head.party)}</p></div></div>
<h1>${escapeHtml(title.toLocaleUpperCase('vi'))}</h1>
<div class="lines">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>
${textsHtml(document.preface)}${chart === null ? '' : chartSvg(chart, sheetSize(document.landscape).width)}`
}

function lineHtml(document: PrintDocument, line: SheetLine): string {
  switch (line.kind) {
    case 'title':
      return `<tr class="group"><td colspan="${document.columns.length}">${escapeHtml(line.text)}</td></tr>`
    case 'row':
      return rowHtml(document, line.row)
    case 'total':
      return `<tr class="sum">${line.cells
        .map(
          (cell) =>
            `<td${cell.align === 'center' ? ' class="c"' : ''} colspan="${cell.span}">${escapeHtml(cell.text)}</td>`
        )
        .join('')}</tr>`
  }
}

function rowHtml(document: PrintDocument, row: PrintRow): string {
  const cells = row.cells.map((cell, index) => cellHtml(cell, document.columns[index]))
  return `<tr class="${row.void ? 'row void' : 'row'}">${cells.join('')}</tr>`
}

function cellHtml(cell: PrintCell, column: PrintColumn | undefined): string {
  const kinds = [column?.align === 'center' ? 'c' : '', column?.whole ? 'w' : ''].filter(Boolean).join(' ')
  let words = wholeNumbers(escapeHtml(cell.text), column?.mm ?? 0).replaceAll('\n', '<br>')
  if (cell.struck && words !== '') words = `<s>${words}</s>`
  if (cell.strong && words !== '') words = `<b>${words}</b>`
  const lead = cell.lead ? `<b>${escapeHtml(cell.lead)}</b> ` : ''
  return `<td${kinds === '' ? '' : ` class="${kinds}"`}>${lead}${words}</td>`
}

/** Numbers and days inside a sentence stay in one piece where the column holds them ("22-HD/BTCTU", "12/8/2021"). */
function wholeNumbers(words: string, mm: number): string {
  if (mm < ROOMY_MM) return words
  return words.replace(
    /(?<![\p{L}\d#])\d{1,4}\p{L}?[-/][\p{L}\d][\p{L}\d/-]{1,11}(?![\p{L}\d/-])/gu,
    '<span class="w">$&</span>'
  )
}

function textsHtml(texts: readonly string[]): string {
  return texts.length === 0
    ? ''
    : `<div class="texts">${texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}</div>`
}

function tailHtml({ footnotes, signatures, afterword, seal }: PrintDocument): string {
  const notes =
    footnotes.length === 0
      ? ''
      : `<div class="notes">${footnotes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>`
  const signs =
    signatures.length === 0
      ? ''
      : `<div class="signs">${signatures.map((one) => signatureHtml(one, signatures)).join('')}</div>`
  return textsHtml(afterword) + notes + signs + sealHtml(seal)
}

function sealHtml(seal: PrintDocument['seal']): string {
  if (seal === null) return ''
  return `<div class="seal">${qrSvg(seal.qr, escapeHtml(seal.mark))}<p>${escapeHtml(seal.words)}</p></div>`
}

/** Beside a signature with place and day, one without begins at the same height. */
function signatureHtml(one: PrintSignature, all: readonly PrintSignature[]): string {
  const placed = all.some((other) => other.place !== null)
  const place = placed ? `<p class="place">${one.place === null ? '&nbsp;' : escapeHtml(one.place)}</p>` : ''
  return `<div class="one">${place}<p><b>${escapeHtml(one.title)}</b></p><p class="how">${escapeHtml(one.how)}</p><p class="name">${escapeHtml(one.name)}</p></div>`
}
