import type { ReportParams } from '#contract/operations/registers.ts'
import { listMatches } from '../../backlog/matches.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Số, ký hiệu', mm: 40, align: 'left' },
  { title: 'Ngày văn bản', mm: 24, align: 'center', whole: true },
  { title: 'Tác giả', mm: 56, align: 'left' },
  { title: 'Trích yếu, tên tệp', mm: 95, align: 'left' },
  { title: 'Ghi chú', mm: 40, align: 'left' }
]

/** What is missing on either side (X02): lines of the register without a file, and waiting files without a line. */
export function matchReport(archive: ReportArchive, _params: ReportParams): PrintDocument {
  const { lines, files, matches } = listMatches(archive, Number.MAX_SAFE_INTEGER)
  const withoutFile = lines.map(
    (line, index): PrintRow => ({
      cells: [
        count(index + 1),
        strong(line.reference),
        day(line.issuedOn),
        words(line.issuer),
        words(line.subject),
        words(line.arrivalNumber === null ? '' : `số đến ${line.arrivalNumber}`)
      ],
      tally: [1]
    })
  )
  const withoutLine = files.map(
    (file, index): PrintRow => ({
      cells: [count(index + 1), strong(file.reference), words(''), words(''), words(file.name), words('')],
      tally: [1]
    })
  )
  return printDocument(archive, 'match-report', {
    title: 'Dòng sổ chưa có tệp và tệp chưa có dòng sổ',
    lines: [
      `Đến ngày ${printDay(archive.today())}: ${withoutFile.length} dòng sổ chưa có tệp, ${withoutLine.length} tệp chưa có dòng sổ, ${matches.length} tệp chờ gắn`
    ],
    landscape: true,
    columns: COLUMNS,
    groups: [
      { title: 'Dòng sổ chưa có tệp', rows: withoutFile, total: 'Cộng dòng sổ' },
      { title: 'Tệp chưa có dòng sổ', rows: withoutLine, total: 'Cộng tệp' }
    ].filter((group) => group.rows.length > 0),
    tallies: [{ unit: 'mục', column: null }],
    closing: null,
    empty: 'Mọi dòng sổ đã có tệp; không còn tệp nào chờ.',
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}
