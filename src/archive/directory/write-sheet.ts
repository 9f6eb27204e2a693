import Papa from 'papaparse'
import writeXlsxFile from 'write-excel-file/node'
import { guardedCell } from '#domain/text/spreadsheet-text.ts'
import { DIRECTORY_COLUMN_NAMES, DIRECTORY_SHEET, type DirectoryColumn } from '#domain/vocabulary/directory-sheet.ts'
import { workbookText } from '../files/workbook-text.ts'

const WIDTHS: Readonly<Partial<Record<DirectoryColumn, number>>> = {
  id: 14,
  name: 44,
  aliases: 44,
  parent: 34,
  successor: 34,
  note: 30,
  groups: 44
}

/** The table as a workbook in which every cell is text: a code stays what it is, a day is not turned round. */
export async function directoryWorkbook(table: readonly (readonly string[])[]): Promise<Uint8Array> {
  const [heads = [], ...rows] = table
  const made = writeXlsxFile(
    [
      heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((value) =>
          value === ''
            ? null
            : { value: workbookText(value), type: String, wrap: true, alignVertical: 'top' as const, format: '@' }
        )
      )
    ],
    {
      sheet: DIRECTORY_SHEET.title,
      columns: DIRECTORY_COLUMN_NAMES.map((column) => ({ width: WIDTHS[column] ?? 16 })),
      stickyRowsCount: 1
    },
    { fontFamily: 'Times New Roman', fontSize: 12 }
  )
  return await made.toBuffer()
}

/** With a mark at the start by which spreadsheets know Vietnamese; no cell is a formula. */
export function directoryCsv(table: readonly (readonly string[])[]): Uint8Array {
  const guarded = table.map((row) => row.map(guardedCell))
  return Buffer.from(`\ufeff${Papa.unparse(guarded, { newline: '\r\n' })}\r\n`, 'utf8')
}
