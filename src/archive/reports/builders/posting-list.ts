import type { ReportParams } from '#contract/operations/registers.ts'
import { documentLine } from '../../store/document-lines.ts'
import { office } from '../../store/office.ts'
import type { ReportArchive } from '../base.ts'
import { documentSentence } from '../document-words.ts'
import { periodLine } from '../period-line.ts'
import type { PrintColumn } from '../print-document.ts'

/** Slips, envelopes and labels as a list: what a spreadsheet holds of them. */
export const POSTING_COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Nơi nhận văn bản', mm: 66, align: 'left' },
  { title: 'Số, ký hiệu văn bản', mm: 40, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 92, align: 'left' },
  { title: 'Số bản', mm: 14, align: 'center', whole: true },
  { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true }
]

/** The document they are about, or the days. */
export function aboutPostings(archive: ReportArchive, params: ReportParams): readonly string[] {
  const document = params.documentId === null ? undefined : documentLine(archive.db, params.documentId)
  if (document) return [documentSentence(document)]
  return [periodLine(params.from, params.to, office(archive.db).termStarts, 'Mọi lượt chuyển')]
}
