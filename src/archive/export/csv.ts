import Papa from 'papaparse'

export type CsvValue = string | number | null | undefined

/** Signs a spreadsheet takes for the start of a formula, also in full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u
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
  const text = value.toWellFormed().normalize('NFC').replaceAll('\0', '')
  return FORMULA.test(text) ? `'${text}` : text
}

function lines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`
}
