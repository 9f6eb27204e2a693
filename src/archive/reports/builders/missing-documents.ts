import type { ReportParams } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { worklistCitations } from '../../store/worklists.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { typeName } from '../document-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Tên loại', mm: 26, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 38, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tác giả', mm: 44, align: 'left' },
  { title: 'Số văn bản viện dẫn', mm: 20, align: 'center', whole: true },
  { title: 'Được viện dẫn trong', mm: 70, align: 'left' },
  { title: 'Ghi chú', mm: 36, align: 'left' }
]
/** Citing documents named in a row; the others are counted. */
const MOST_NAMED = 4
type Missing = OutputOf<'worklist.citations'>['rows'][number]

/** Văn bản được viện dẫn mà kho chưa có, the most cited first: what to ask other offices for (C14). */
export function missingDocuments(archive: ReportArchive, _params: ReportParams): PrintDocument {
  const { rows } = worklistCitations(archive.db, { kind: 'missing', offset: 0, limit: Number.MAX_SAFE_INTEGER })
  return printDocument(archive, 'missing-documents', {
    title: 'Danh sách văn bản được viện dẫn, chưa có trong kho',
    lines: [`Đến ngày ${printDay(archive.today())}, văn bản được viện dẫn nhiều nhất xếp trước`],
    landscape: true,
    columns: COLUMNS,
    groups: [{ title: null, rows: rows.map(printRow), total: null }],
    tallies: [{ unit: 'văn bản chưa có', column: null }],
    closing: 'Cộng',
    empty: 'Mọi văn bản được viện dẫn đã có trong kho.',
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}

function printRow(row: Missing, index: number): PrintRow {
  return {
    cells: [
      count(index + 1),
      words(typeName(row)),
      strong(row.reference),
      day(row.issuedOn),
      words(row.issuer),
      count(row.times),
      words(citing(row)),
      words('')
    ],
    tally: [1]
  }
}

function citing(row: Missing): string {
  const names = new Map(
    row.citations.map(({ from }) => [
      from.id,
      `${from.reference ?? (typeName(from) || 'Văn bản không số')}${from.issuedOn ? ` (${printDay(from.issuedOn)})` : ''}`
    ])
  )
  const named = [...names.values()].slice(0, MOST_NAMED)
  const more = row.times - named.length
  return named.join('; ') + (more > 0 ? ` và ${more} văn bản khác` : '')
}
