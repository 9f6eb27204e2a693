import type { ReportParams } from '#contract/operations/registers.ts'
import type { Delivery, DocumentLine } from '#contract/schemas.ts'
import type { ReadableDb } from '../../archive-context.ts'
import { prepared } from '../../store/db/prepared.ts'
import { deliveryById } from '../../store/delivery-rows.ts'
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
  const rows = handedOver(archive.db, params, archive.today())
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

type Handed = Readonly<{ delivery: Delivery; document: DocumentLine }>

function printRow({ delivery, document }: Handed, incoming: boolean): PrintRow {
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

/** The documents of one direction handed over in the period, in the order of their handing over. */
function handedOver(db: ReadableDb, params: ReportParams, today: string): readonly Handed[] {
  return prepared<unknown[], { id: string }>(
    db,
    `SELECT v.id AS id FROM delivery v JOIN document d ON d.id = v.document_id
     WHERE v.cancelled_on IS NULL AND d.direction = @direction AND v.sent_on >= @from AND v.sent_on <= @to
       AND (@documentId IS NULL OR d.id = @documentId)
     ORDER BY v.sent_on, v.n`
  )
    .all({
      direction: params.direction ?? 'outgoing',
      from: params.from ?? '',
      to: params.to ?? '9999-12-31',
      documentId: params.documentId
    })
    .flatMap(({ id }) => {
      const delivery = deliveryById(db, id, today)
      const document = delivery && documentLine(db, delivery.documentId)
      return document ? [{ delivery, document }] : []
    })
}

function linesOf(archive: ReportArchive, params: ReportParams): readonly string[] {
  const document = params.documentId === null ? undefined : documentLine(archive.db, params.documentId)
  const period = periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')
  return document ? [documentSentence(document)] : [period]
}
