import type { ReconciliationRow } from '#contract/operations/distribution.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { reconcile } from '../../store/reconciliation.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, words } from '../cells.ts'
import { CHANNEL_NAMES } from '../channel-names.ts'
import { documentSentence } from '../document-words.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { documentAsked } from './one-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Nơi nhận văn bản', mm: 49, align: 'left' },
  { title: 'Số bản', mm: 12, align: 'center', whole: true },
  { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true },
  { title: 'Cách gửi', mm: 22, align: 'center' },
  { title: 'Ký nhận, ghi rõ họ tên', mm: 42, align: 'left' },
  { title: 'Ngày ký nhận', mm: 22, align: 'center', whole: true }
]
const COPIES = 2
const SIGNED_MM = 9.5

/** Danh sách ký nhận: everyone a document goes to, a place to sign for each; again for those who have not signed (D04). */
export function signatureSheet(archive: ReportArchive, params: ReportParams): PrintDocument {
  const { document, rows } = reconcile(archive.db, documentAsked(params), archive.today())
  const asked = rows.filter((row) => (params.onlyUnsigned ? isOpen(row) : row.state !== 'dismissed'))
  return printDocument(archive, 'signature-sheet', {
    title: params.onlyUnsigned ? 'Danh sách ký nhận (nơi chưa ký)' : 'Danh sách ký nhận văn bản',
    lines: [documentSentence(document)],
    landscape: false,
    columns: COLUMNS,
    rowMm: SIGNED_MM,
    groups: [{ title: null, rows: asked.map(printRow), total: null }],
    tallies: [
      { unit: 'nơi nhận', column: null },
      { unit: 'nơi chưa gửi', column: null },
      { unit: 'bản', column: COPIES }
    ],
    pageTotals: true,
    closing: 'Cộng',
    empty: params.onlyUnsigned ? 'Mọi nơi nhận đã ký nhận.' : 'Văn bản không ghi nơi nhận.',
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}

/** Nobody's signature yet, and one is still wanted. */
function isOpen(row: ReconciliationRow): boolean {
  return row.state === 'not-sent' || row.state === 'sent' || row.state === 'received' || row.state === 'unknown'
}

function printRow(row: ReconciliationRow, index: number): PrintRow {
  const { delivery } = row
  return {
    cells: [
      count(index + 1),
      words(row.name),
      count(delivery?.copies),
      day(delivery?.sentOn),
      words(row.state === 'unknown' ? '' : CHANNEL_NAMES[row.channel]),
      words(delivery?.acknowledgedOn ? (delivery.acknowledgedBy ?? 'Đã ký nhận') : ''),
      day(delivery?.acknowledgedOn)
    ],
    tally: [1, delivery ? 0 : 1, delivery?.copies ?? 0]
  }
}
