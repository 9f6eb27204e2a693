import Papa from 'papaparse'
import { guardedCell } from '#domain/text/spreadsheet-text.ts'
import { wordsOf } from '../paper/heights.ts'
import { type PrintDocument, rowsOf } from '../print-document.ts'

/** The columns and rows alone, with a mark at the start by which spreadsheets know Vietnamese; no cell is a formula. */
export function renderCsv(document: PrintDocument): Uint8Array {
  const rows = [
    document.columns.map((column) => column.title),
    ...rowsOf(document).map((row) => row.cells.map(wordsOf))
  ].map((cells) => cells.map(guardedCell))
  return Buffer.from(`\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`, 'utf8')
}
