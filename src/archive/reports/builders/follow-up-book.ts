import type { HandlingRow } from '#contract/operations/handling.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { handledIn } from '../../store/handling-book.ts'
import { office } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, words } from '../cells.ts'
import { documentSentence } from '../document-words.ts'
import { helpersWords, progressWords } from '../handling-words.ts'
import { periodLine } from '../period-line.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

/** Sổ theo dõi giải quyết văn bản đến, the seven columns of NĐ 30/2020/NĐ-CP Phụ lục IV in their order (domain.md §6). */
const COLUMNS: readonly PrintColumn[] = [
  { title: 'Số đến', mm: 16, align: 'center', whole: true },
  { title: 'Tên loại, số, ký hiệu, ngày tháng và tên cơ quan, tổ chức ban hành văn bản', mm: 78, align: 'left' },
  { title: 'Đơn vị hoặc người nhận', mm: 42, align: 'left' },
  { title: 'Thời hạn giải quyết', mm: 24, align: 'center', whole: true },
  { title: 'Tiến độ giải quyết', mm: 44, align: 'left' },
  { title: 'Số, ký hiệu văn bản trả lời', mm: 29, align: 'left' },
  { title: 'Ghi chú', mm: 34, align: 'left' }
]

export function followUpBook(archive: ReportArchive, params: ReportParams): PrintDocument {
  const rows = handledIn(archive.db, params.from, params.to, archive.today())
  return printDocument(archive, 'follow-up-book', {
    title: 'Sổ theo dõi giải quyết văn bản đến',
    lines: [periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')],
    landscape: true,
    columns: COLUMNS,
    numbered: true,
    groups: [{ title: null, rows: rows.map(printRow), total: null }],
    tallies: [
      { unit: 'văn bản', column: null },
      { unit: 'đã xong', column: null },
      { unit: 'quá hạn', column: null }
    ],
    pageTotals: true,
    closing: 'Cộng từ đầu bản in',
    empty: 'Không có văn bản nào được giao giải quyết trong kỳ này.',
    signer: 'NGƯỜI LẬP SỔ'
  })
}

function printRow(row: HandlingRow): PrintRow {
  return {
    cells: [
      { ...count(row.document.arrivalNumber), strong: true },
      words(documentSentence({ ...row.document, subject: null })),
      words(row.main ?? ''),
      day(row.due),
      words(progressWords(row)),
      words(row.reply),
      words([helpersWords(row), row.note ?? ''].filter(Boolean).join('\n'))
    ],
    documentId: row.document.id,
    tally: [1, row.state === 'done' ? 1 : 0, row.state === 'overdue' ? 1 : 0]
  }
}
