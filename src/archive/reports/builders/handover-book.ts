import type { ReportParams } from '#contract/operations/registers.ts'
import { type Delivered, deliveredIn } from '../../store/delivered-in.ts'
import { documentLine } from '../../store/document-lines.ts'
import { office } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { CHANNEL_NAMES } from '../channel-names.ts'
import { deliveryFate, signedBy } from '../delivery-words.ts'
import { documentSentence } from '../document-words.ts'
import { periodLine } from '../period-line.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

/** Sổ chuyển giao văn bản: the columns of TT 07/2012/TT-BNV, and the number of copies handed over (domain.md §6). */
const SIGNED_MM = 9
const COPIES = 3

export function handoverBook(archive: ReportArchive, params: ReportParams): PrintDocument {
  const incoming = params.direction === 'incoming'
  const rows = deliveredIn(archive.db, { ...params, direction: params.direction ?? 'outgoing' }, archive.today())
  return printDocument(archive, 'handover-book', {
    title: incoming ? 'Sổ chuyển giao văn bản đến' : 'Sổ chuyển giao văn bản đi',
    lines: linesOf(archive, params),
    landscape: false,
    columns: columnsOf(incoming),
    numbered: true,
    rowMm: SIGNED_MM,
    groups: [{ title: null, rows: rows.map((one) => printRow(one, incoming)), total: null }],
    tallies: [
      { unit: 'lượt chuyển', column: null },
      { unit: 'bản', column: COPIES }
    ],
    pageTotals: true,
    closing: 'Cộng từ đầu bản in',
    empty: 'Không có lượt chuyển giao nào trong kỳ này.',
    signer: 'NGƯỜI LẬP SỔ'
  })
}

function columnsOf(incoming: boolean): readonly PrintColumn[] {
  return [
    { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true },
    incoming
      ? { title: 'Số đến', mm: 18, align: 'center', whole: true }
      : { title: 'Số, ký hiệu văn bản', mm: 31, align: 'left' },
    { title: incoming ? 'Đơn vị hoặc người nhận' : 'Nơi nhận văn bản', mm: incoming ? 62 : 49, align: 'left' },
    { title: 'Số bản', mm: 13, align: 'center', whole: true },
    { title: 'Ký nhận', mm: 38, align: 'left' },
    { title: 'Ghi chú', mm: 27, align: 'left' }
  ]
}

function printRow({ delivery, document }: Delivered, incoming: boolean): PrintRow {
  const channel = delivery.channel === 'direct' ? '' : CHANNEL_NAMES[delivery.channel]
  return {
    cells: [
      day(delivery.sentOn),
      incoming ? { ...count(document.arrivalNumber), strong: true } : strong(document.reference),
      words(delivery.bodyName),
      count(delivery.copies),
      words(signedBy(delivery)),
      words([channel, deliveryFate(delivery), delivery.note ?? ''].filter(Boolean).join('; '))
    ],
    tally: [1, delivery.copies]
  }
}

function linesOf(archive: ReportArchive, params: ReportParams): readonly string[] {
  const document = params.documentId === null ? undefined : documentLine(archive.db, params.documentId)
  const period = periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')
  return document ? [documentSentence(document)] : [period]
}
