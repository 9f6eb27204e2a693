import { OperationError } from '#contract/failures.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { InputOf, OutputOf } from '#contract/operations.ts'
import { fold } from '#domain/text/fold.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { Printer } from '../door.ts'
import { documentLine } from '../store/document-lines.ts'
import type { ReportArchive } from './base.ts'
import { buildReport } from './build-report.ts'
import { type PrintDocument, rowsOf } from './print-document.ts'
import { renderCsv } from './render/csv.ts'
import { renderDocx } from './render/docx.ts'
import { renderHtml } from './render/html.ts'
import { renderXlsx } from './render/xlsx.ts'
import { stablePdf } from './stable-pdf.ts'

export type ReportFormat = InputOf<'report.file'>['format']

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8'
}

/** A print view for the screen: its faces come from the shell that shows it. */
export function reportHtml(archive: ReportArchive, params: ReportParams): OutputOf<'report.html'> {
  const document = buildReport(archive, params)
  return { title: document.title, html: renderHtml(document, 'screen'), rows: rowsOf(document).length }
}

/** The rows of a report as a table on the screen shows them. */
export function reportTable(archive: ReportArchive, params: ReportParams): OutputOf<'report.table'> {
  const { title, columns, empty, tallies, ...document } = buildReport(archive, params)
  const rows = document.groups.flatMap((group) => group.rows)
  return {
    title,
    columns: columns.map(({ title: name, mm, align }) => ({ title: name, mm, align })),
    rows: rows.map((row) => ({
      cells: row.cells.map((cell) => ({
        text: [cell.lead, cell.text].filter(Boolean).join(' '),
        sort: cell.value?.kind === 'day' ? cell.value.day : (cell.value?.count ?? fold(cell.text))
      })),
      void: row.void ?? false,
      documentId: row.documentId ?? null
    })),
    totals: tallies.map(({ unit }, index) => ({
      unit,
      sum: rows.reduce((sum, row) => sum + (row.tally[index] ?? 0), 0)
    })),
    empty
  }
}

/** The report as a file of a format, to be kept or sent. */
export async function reportFile(
  archive: ReportArchive & Pick<ArchiveContext, 'printer'>,
  params: ReportParams,
  format: ReportFormat
): Promise<OutputOf<'report.file'>> {
  if (format === 'pdf' && archive.printer === null) throw new OperationError('no-printer')
  const document = buildReport(archive, params)
  const bytes = await rendered(archive, document, format)
  return {
    name: `${fileName(archive, document, params)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    base64: Buffer.from(bytes).toString('base64')
  }
}

async function rendered(
  archive: Pick<ArchiveContext, 'printer'>,
  document: PrintDocument,
  format: ReportFormat
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf': {
      if (archive.printer === null) throw new OperationError('no-printer')
      return stablePdf(await printed(archive.printer, renderHtml(document, 'printer')), document.printedOn)
    }
    case 'xlsx':
      return await renderXlsx(document)
    case 'docx':
      return await renderDocx(document)
    case 'csv':
      return renderCsv(document)
    case 'html':
      return Buffer.from(renderHtml(document, 'file'), 'utf8')
  }
}

/** Whatever a shell's printer throws, the report was not printed and nothing else happened. */
async function printed(printer: Printer, html: string): Promise<Uint8Array> {
  try {
    return await printer(html)
  } catch (error) {
    throw error instanceof OperationError ? error : new OperationError('io-error', { printer: 'failed' })
  }
}

/** "so-dang-ky-van-ban-den_2021-01-01_2021-12-31", "danh-sach-ky-nhan-van-ban_221-cv-hu": plain signs, for any disk. */
function fileName(archive: ReportArchive, document: PrintDocument, params: ReportParams): string {
  const about = params.documentId === null ? undefined : documentLine(archive.db, params.documentId)
  const parts = [document.title, about?.reference ?? '', params.from ?? '', params.to ?? '']
  return parts.map(slug).filter(Boolean).join('_').slice(0, 120)
}

function slug(text: string): string {
  return fold(text.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
