import Papa from 'papaparse'
import { guardedCell } from '#domain/text/spreadsheet-text.ts'

export type CsvValue = string | number | null | undefined

const ROWS_A_PIECE = 500

/** A sheet in pieces; a mark at the start by which spreadsheets know Vietnamese, and no cell that is a formula. */
export function* csvPieces(
  heads: readonly string[],
  rows: Iterable<readonly CsvValue[]>
): Generator<string, void, undefined> {
  let piece: (readonly string[])[] = [heads]
  yield '\ufeff'
  for (const row of rows) {
    piece.push(row.map(csvCell))
    if (piece.length < ROWS_A_PIECE) continue
    yield lines(piece)
    piece = []
  }
  if (piece.length > 0) yield lines(piece)
}

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  return guardedCell(value.toWellFormed().normalize('NFC').replaceAll('\0', ''))
}

function lines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`
}
