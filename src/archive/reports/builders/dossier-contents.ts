import type { DossierItem } from '#contract/operations/dossiers.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import { dossierItems } from '../../store/dossiers.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { typeAndSubject } from '../document-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { dossierAsked, termWords } from './one-dossier.ts'

/** The seven columns of NĐ 30/2020/NĐ-CP Phụ lục V in their order (domain.md §6). */
const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 10, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 32, align: 'left' },
  { title: 'Ngày tháng năm văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 56, align: 'left' },
  { title: 'Tác giả văn bản', mm: 30, align: 'left' },
  { title: 'Tờ số/ Trang số', mm: 16, align: 'center', whole: true },
  { title: 'Ghi chú', mm: 14, align: 'left' }
]

/** Mục lục văn bản, tài liệu trong hồ sơ. */
export function dossierContents(archive: ReportArchive, params: ReportParams): PrintDocument {
  const dossier = dossierAsked(archive, params)
  const items = dossierItems(archive.db, dossier.id)
  return printDocument(archive, 'dossier-contents', {
    title: 'Mục lục văn bản, tài liệu trong hồ sơ',
    lines: [
      `Hồ sơ số ${dossier.code}: ${dossier.title}`,
      [
        `Thời hạn bảo quản: ${termWords(dossier.years)}`,
        dossier.from && dossier.to ? `văn bản từ ${printDay(dossier.from)} đến ${printDay(dossier.to)}` : ''
      ]
        .filter(Boolean)
        .join('; ')
    ],
    landscape: false,
    columns: COLUMNS,
    numbered: true,
    groups: [{ title: null, rows: items.map(printRow), total: null }],
    tallies: [{ unit: 'văn bản', column: null }],
    closing: 'Cộng',
    empty: 'Hồ sơ chưa có văn bản.',
    signer: 'NGƯỜI LẬP HỒ SƠ'
  })
}

function printRow(item: DossierItem, index: number): PrintRow {
  const { document, firstPage, lastPage } = item
  const sheets = firstPage === null ? '' : firstPage === lastPage ? `${firstPage}` : `${firstPage}–${lastPage}`
  return {
    cells: [
      count(index + 1),
      strong(document.reference),
      day(document.issuedOn),
      words(typeAndSubject(document)),
      words(authorOf(document.issuer, document.actingBody)),
      words(sheets),
      words(document.withdrawn ? 'Đã rút' : '')
    ],
    tally: [1]
  }
}
