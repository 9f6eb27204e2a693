import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import type { Cell } from '#domain/register/cell.ts'
import { unguardedCell } from '#domain/text/spreadsheet-text.ts'
import { decode, looksLikeText } from '../read/text.ts'
import { readZipEntry, zipEntries } from '../read/zip-directory.ts'
import { type FileSource, readStored, storedSize } from '../vault/stored-file.ts'
import { SHEET_LIMITS, type Sheet, type SheetsRead } from './sheet.ts'
import { sheetExtent } from './sheet-extent.ts'

const OLE = 'd0cf11e0a1b11ae1'

/** Reads a workbook or a CSV, told apart by its content. Throws only what means damage. */
export async function readSheets(file: FileSource): Promise<SheetsRead> {
  if (storedSize(file) > SHEET_LIMITS.bytes) return refused('file-too-large', 'bytes')
  const bytes = await readStored(file)
  if (bytes.every((byte) => byte <= 0x20)) return refused('file-empty', 'blank')
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return await readWorkbook(bytes)
  if (bytes.subarray(0, 8).toString('hex') === OLE) {
    const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    return locked ? refused('file-encrypted', 'password') : refused('file-unsupported', 'old-excel')
  }
  if (!looksLikeText(bytes)) return refused('file-unsupported', 'no-table')
  return readCsv(bytes)
}

/** The parts are inflated once to be weighed and measured: what a directory or a cell claims is believed by nobody. */
async function readWorkbook(bytes: Buffer): Promise<SheetsRead> {
  const entries = zipEntries(bytes)
  if (!entries) return refused('file-damaged', 'truncated')
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) return refused('file-unsupported', 'no-table')
  if (entries.some((entry) => entry.encrypted)) return refused('file-encrypted', 'password')
  let left: number = SHEET_LIMITS.inflated
  for (const entry of entries.filter((one) => one.name.endsWith('.xml'))) {
    try {
      const part = readZipEntry(bytes, entry, left)
      left -= part.length
      const extent = sheetExtent(part.toString('latin1'))
      if (extent === 'no-sheet') return refused('file-damaged', 'place')
      if (extent === 'too-large') return refused('file-too-large', 'rows')
    } catch (error) {
      const bomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      return bomb ? refused('file-too-large', 'inflated') : refused('file-damaged', 'zip')
    }
    if (left <= 0) return refused('file-too-large', 'inflated')
  }
  const read = await readXlsxFile(bytes)
  const sheets = read.slice(0, SHEET_LIMITS.sheets).map(({ sheet, data }): Sheet => {
    const rows: readonly (readonly unknown[])[] = data
    return { name: sheet.normalize('NFC'), rows: rows.map((row) => row.slice(0, SHEET_LIMITS.columns).map(cellOf)) }
  })
  return bounded('xlsx', sheets)
}

function readCsv(bytes: Buffer): SheetsRead {
  // An empty last line would count as a row of one cell and spoil the guess of a table of two columns.
  const text = decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/[\r\n]+$/, '')
  const { data } = Papa.parse<string[]>(text, {
    header: false,
    skipEmptyLines: false,
    dynamicTyping: false,
    delimitersToGuess: [';', ',', '\t', '|']
  })
  const rows = data.map((row) => row.slice(0, SHEET_LIMITS.columns).map((cell) => unguarded(cell)))
  return bounded('csv', [{ name: '', rows }])
}

/** `="0713"` is how Excel's own exports keep a text a text; "'" before a sign keeps it from being a formula. */
function unguarded(cell: string): Cell {
  const kept = /^="(.*)"$/s.exec(cell)?.[1] ?? cell
  return unguardedCell(kept)
}

function bounded(kind: 'xlsx' | 'csv', sheets: readonly Sheet[]): SheetsRead {
  if (sheets.some((sheet) => sheet.rows.length > SHEET_LIMITS.rows)) return refused('file-too-large', 'rows')
  const filled = sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  return filled.length === 0 ? refused('file-empty', 'no-rows') : { ok: true, kind, sheets: filled }
}

function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : { day: cell.toISOString().slice(0, 10) }
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell
  return null
}

function refused(code: Extract<SheetsRead, { ok: false }>['code'], problem: string): SheetsRead {
  return { ok: false, code, problem }
}
