import type { DirectiveRow } from '#contract/operations/directives.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { unanswered } from '../../store/unanswered.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { typeAndSubject } from '../document-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Ngày đến', mm: 24, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 38, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 24, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 96, align: 'left' },
  { title: 'Số ngày chờ', mm: 22, align: 'center', whole: true },
  { title: 'Đơn vị tham mưu, ghi chú', mm: 52, align: 'left' }
]
const NO_ISSUER = 'Không rõ cơ quan ban hành'

/** Superiors' directives that no paper of the office answers, by issuer, the longest waiting first (C15). */
export function unansweredDirectives(archive: ReportArchive, params: ReportParams): PrintDocument {
  const asked = { level: null, issuer: params.issuer, excused: false, offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const { rows, days, issuers } = unanswered(archive.db, asked, archive.today())
  let number = 0
  const groups = issuers
    .filter(({ issuer }) => params.issuer === null || issuer === params.issuer)
    .map(({ issuer, level }): PrintGroup => {
      const own = rows.filter((row) => row.document.issuer === issuer && row.document.level === level)
      return { title: issuer ?? NO_ISSUER, rows: own.map((row) => printRow(row, ++number)), total: null }
    })
  return printDocument(archive, 'unanswered-directives', {
    title: 'Danh sách văn bản cấp trên chưa triển khai',
    lines: [`Đến ngày ${printDay(archive.today())}, sau ${days} ngày chưa có văn bản triển khai`],
    landscape: true,
    columns: COLUMNS,
    groups: groups.filter((group) => group.rows.length > 0),
    tallies: [{ unit: 'văn bản', column: null }],
    closing: 'Cộng',
    empty: `Không có văn bản cấp trên nào chờ quá ${days} ngày.`,
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}

function printRow({ document, since, ageDays }: DirectiveRow, number: number): PrintRow {
  return {
    cells: [
      count(number),
      day(document.arrivedOn ?? since),
      strong(document.reference),
      day(document.issuedOn),
      words(typeAndSubject(document)),
      count(ageDays),
      words('')
    ],
    tally: [1]
  }
}
