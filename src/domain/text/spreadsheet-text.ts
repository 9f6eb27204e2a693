/** Signs a spreadsheet takes for the start of a formula, also in full width, and those it passes over before one. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u
const GUARDED = /^'(?='*[=+\-@\t\r\n＝＋－＠])/u

/**
 * A text as a cell of a CSV that no spreadsheet takes for a formula (reliability.md S10). One that has the mark of its own
 * gets a second, so that every text comes back.
 */
export function guardedCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text a guarded cell was. */
export function unguardedCell(cell: string): string {
  return cell.replace(GUARDED, '')
}
