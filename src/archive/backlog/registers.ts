import { createHash } from 'node:crypto'
import { OperationError } from '#contract/failures.ts'
import type { RegisterReading } from '#contract/operations/backlog.ts'
import type { OutputOf } from '#contract/operations.ts'
import { cellText } from '#domain/register/cell.ts'
import { type ColumnMap, columnName, directionOf, headRow, headsKey, proposeColumns } from '#domain/register/columns.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { stagedName, stagedSource } from '../intake/staging.ts'
import { rememberedBook } from './remembered-books.ts'
import type { Sheet, SheetsRead } from './sheet.ts'
import { sheetsOf } from './sheet-thread.ts'

/** Values of a column shown beside its head. */
const SAMPLES = 3

type Workbook = Extract<SheetsRead, { ok: true }>
const kept = new WeakMap<ArchiveContext, { staged: string; workbook: Promise<Workbook> }>()

/** The rows of a staged workbook; the last one looked at stays in memory while its columns are chosen. */
export async function workbookOf(archive: ArchiveContext, staged: string): Promise<Workbook> {
  const known = kept.get(archive)
  if (known?.staged === staged) return await known.workbook
  const name = stagedName(archive.folder, staged)
  const workbook = sheetsOf(stagedSource(archive.folder, staged)).then((read) => {
    if (read.ok) return read
    kept.delete(archive)
    throw new OperationError(read.code, { name, problem: read.problem })
  })
  kept.set(archive, { staged, workbook })
  return await workbook
}

export function forgetWorkbook(archive: ArchiveContext): void {
  kept.delete(archive)
}

export async function sheetOf(
  archive: ArchiveContext,
  reading: Pick<RegisterReading, 'staged' | 'sheet'>
): Promise<Sheet> {
  const sheet = (await workbookOf(archive, reading.staged)).sheets[reading.sheet]
  if (!sheet) throw new OperationError('not-found', { sheet: reading.sheet })
  return sheet
}

export async function lookInto(
  archive: ArchiveContext,
  staged: RegisterReading['staged'],
  wanted: number | null
): Promise<OutputOf<'backlog.look'>> {
  const { kind, sheets } = await workbookOf(archive, staged)
  const index = wanted ?? fullestSheet(sheets)
  const sheet = await sheetOf(archive, { staged, sheet: index })
  const at = headRow(sheet.rows)
  const titles = titlesOf(sheet, at + 1)
  const known = at < 0 ? null : rememberedBook(archive.folder, headsKey(titles))
  const columns = known?.columns ?? proposeColumns(titles)
  const body = sheet.rows.slice(at + 1)
  const reading: RegisterReading = {
    staged,
    sheet: index,
    headRow: at + 1,
    direction: known?.direction ?? directionOf(columns),
    columns,
    year: yearOf(sheet, at + 1)
  }
  return {
    name: stagedName(archive.folder, staged),
    kind,
    sheets: sheets.map((one) => ({ name: one.name, rows: one.rows.length })),
    reading,
    remembered: known !== null,
    columns: titles.map((title, column) => ({
      index: column,
      title: title || columnName(column),
      samples: samplesOf(body, column)
    }))
  }
}

/** Heads of the columns, as wide as the widest row; '' where there is none. */
export function titlesOf(sheet: Sheet, heads: number): readonly string[] {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const row = heads > 0 ? (sheet.rows[heads - 1] ?? []) : []
  return Array.from({ length: width }, (_, column) => cellText(row[column]).slice(0, 120))
}

/** What a batch was made from: the same rows read the same way go on with it. */
export async function sourceOf(sheet: Sheet, reading: RegisterReading): Promise<string> {
  const { direction, columns, headRow: heads, year } = reading
  const map: ColumnMap = columns
  const hash = createHash('sha256').update(JSON.stringify([direction, heads, year, Object.entries(map).sort()]))
  for (const row of sheet.rows) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

function fullestSheet(sheets: readonly Sheet[]): number {
  const known = sheets.findIndex((sheet) => headRow(sheet.rows) >= 0)
  return Math.max(0, known)
}

/** "Năm 2019" above the heads. */
function yearOf(sheet: Sheet, heads: number): number | null {
  for (const row of sheet.rows.slice(0, Math.max(0, heads - 1))) {
    const found = /(?:^|[^\d])((?:19[3-9]|20)\d{2})(?!\d)/.exec(row.map(cellText).join(' '))
    if (found?.[1]) return Number(found[1])
  }
  return null
}

function samplesOf(rows: Sheet['rows'], column: number): string[] {
  const samples: string[] = []
  for (const row of rows) {
    const text = cellText(row[column]).slice(0, 80)
    if (text !== '' && !samples.includes(text) && !/^\(?\d\)?$/.test(text)) samples.push(text)
    if (samples.length >= SAMPLES) break
  }
  return samples
}
