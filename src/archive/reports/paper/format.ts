/** The sheet's measures, in mm and pt: the style sheet and the measuring of rows are made from the same numbers. */
export const SHEET = { top: 14, right: 12, bottom: 15, left: 18 } as const
export const A4 = { short: 210, long: 297 } as const
export const CELL = { padX: 1.3, padY: 1.1, border: 0.27 } as const
export const TYPE = {
  table: { pt: 10.5, line: 13 },
  number: { pt: 9, line: 11 },
  body: { pt: 12, line: 15 },
  title: { pt: 15, line: 20 },
  note: { pt: 10.5, line: 13 },
  foot: { pt: 9.5 }
} as const
export const GAP = { head: 4, lines: 3, notes: 2, text: 1, signatures: 6 } as const
/** Free place for the pen between the words and the name, mm. */
export const SIGN_SPACE = 20
/** The right border of a table as wide as the sheet is half outside: printed, it needs so much of the margin (mm). */
export const EDGE = 0.5
/** The mark of the ledger at the end of a book: its picture, and the place above, mm. */
export const SEAL = { size: 18, above: 4 } as const
/** Left free on each sheet, for what the browser rounds up. */
export const SLACK = 2

const MM_PER_PT = 25.4 / 72

export function mm(pt: number): number {
  return pt * MM_PER_PT
}

export function sheetSize(landscape: boolean): Readonly<{ width: number; height: number }> {
  const [wide, high] = landscape ? [A4.long, A4.short] : [A4.short, A4.long]
  return { width: wide - SHEET.left - SHEET.right, height: high - SHEET.top - SHEET.bottom }
}
