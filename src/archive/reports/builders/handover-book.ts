import type { ReportParams } from '#contract/operations/registers.ts'
import type { Delivery, Direction, DocumentLine } from '#contract/schemas.ts'
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
import { registerEntries } from './register.ts'

const TITLES: Readonly<Record<Direction, string>> = {
  incoming: 'Sổ chuyển giao văn bản đến',
  outgoing: 'Sổ chuyển giao văn bản đi',
  internal: 'Sổ chuyển giao văn bản nội bộ'
}
/** Sổ chuyển giao văn bản: the columns of TT 07/2012/TT-BNV, and the number of copies handed over (domain.md §6). */
const SIGNED_MM = 9
const COPIES = 3

export function handoverBook(archive: ReportArchive, params: ReportParams): PrintDocument {
  const incoming = params.direction === 'incoming'
  const direction = params.direction ?? 'outgoing'
  const delivered = deliveredIn(archive.db, { ...params, direction }, archive.today()).map(handedOver)
  const rows = incoming ? [...delivered, ...toBeHandedOver(archive, params)] : delivered
  return printDocument(archive, 'handover-book', {
    title: TITLES[direction],
    lines: linesOf(archive, params),
    landscape: false,
    columns: columnsOf(incoming),
    numbered: true,
    rowMm: SIGNED_MM,
    groups: [{ title: null, rows: rows.map((one) => printRow(one, incoming)), total: null }],
    tallies: [
      { unit: 'lượt chuyển', column: null },
      { unit: 'văn bản chưa chuyển', column: null },
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

/** `delivery` null: a paper that came for someone and was not handed over yet; day and copies wait for the pen. */
type Handed = Readonly<{ document: DocumentLine; name: string; delivery: Delivery | null }>

function handedOver({ delivery, document }: Delivered): Handed {
  return { document, name: delivery.bodyName, delivery }
}

/** Papers of the period with a unit or person to handle them that nobody wrote a handing over for. */
function toBeHandedOver(archive: ReportArchive, params: ReportParams): readonly Handed[] {
  return registerEntries(archive, { ...params, bookId: null }, 'incoming').flatMap((entry) => {
    if (entry.kind === 'blank') return []
    const { document, handler, handedOn } = entry.row
    const asked = params.documentId === null || params.documentId === document.id
    return asked && handler && handedOn === null && !document.withdrawn
      ? [{ document, name: handler, delivery: null }]
      : []
  })
}

function printRow({ delivery, document, name }: Handed, incoming: boolean): PrintRow {
  const channel = delivery === null || delivery.channel === 'direct' ? '' : CHANNEL_NAMES[delivery.channel]
  const fate = delivery === null ? 'Chưa chuyển' : deliveryFate(delivery)
  return {
    cells: [
      day(delivery?.sentOn),
      incoming ? { ...count(document.arrivalNumber), strong: true } : strong(document.reference),
      words(name),
      count(delivery?.copies),
      words(delivery === null ? '' : signedBy(delivery)),
      words([channel, fate, delivery?.note ?? ''].filter(Boolean).join('; '))
    ],
    documentId: document.id,
    tally: delivery === null ? [0, 1, 0] : [1, 0, delivery.copies]
  }
}

function linesOf(archive: ReportArchive, params: ReportParams): readonly string[] {
  const document = params.documentId === null ? undefined : documentLine(archive.db, params.documentId)
  const period = periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')
  return document ? [documentSentence(document)] : [period]
}
