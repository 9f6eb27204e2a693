/** The far corner of any sheet a spreadsheet program can make. */
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
/** Fifty thousand rows of far more columns than a register has. */
const MOST_PLACES = 8_000_000

/** Up to the next tag alone, so that many tags without an end take no longer than few. */
const PLACE = /<(?:\w+:)?c\s[^<]*?\br\s*=\s*["']([A-Za-z]{1,9})(\d{1,12})["']/g

/**
 * How far a worksheet's cells say they reach. A reader lays a table over all places up to the farthest cell: one cell that
 * claims to stand in the far corner would ask for more memory than the machine has.
 */
export function sheetExtent(xml: string): 'fits' | 'too-large' | 'no-sheet' {
  let [rows, columns] = [0, 0]
  for (const [, letters = '', digits = ''] of xml.matchAll(PLACE)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnOf(letters.toUpperCase()))
  }
  if (rows > MOST_ROWS || columns > MOST_COLUMNS) return 'no-sheet'
  return rows * columns > MOST_PLACES ? 'too-large' : 'fits'
}

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
