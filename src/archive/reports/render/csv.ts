import Papa from 'papaparse'
import { wordsOf } from '../paper/heights.ts'
import { type PrintDocument, rowsOf } from '../print-document.ts'

/** Signs a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** The columns and rows alone, with a mark at the start by which spreadsheets know Vietnamese; no cell is a formula. */
export function renderCsv(document: PrintDocument): Uint8Array {
  const rows = [
    document.columns.map((column) => column.title),
    ...rowsOf(document).map((row) => row.cells.map(wordsOf))
  ].map((cells) => cells.map(guarded))
  return Buffer.from(`\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`, 'utf8')
}

function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}
