import type { ReportParams } from '#contract/operations/registers.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { type Delivered, deliveredIn } from '../../store/delivered-in.ts'
import { office } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { CHANNEL_NAMES } from '../channel-names.ts'
import { deliveryFate, signedBy } from '../delivery-words.ts'
import { periodLine } from '../period-line.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

/** The six columns of NĐ 30/2020/NĐ-CP Phụ lục IV in their order (domain.md §6). */
const COLUMNS: readonly PrintColumn[] = [
  { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 38, align: 'left' },
  { title: 'Nơi nhận văn bản', mm: 46, align: 'left' },
  { title: 'Số lượng bì', mm: 14, align: 'center', whole: true },
  { title: 'Ký nhận và dấu bưu điện', mm: 36, align: 'left' },
  { title: 'Ghi chú', mm: 24, align: 'left' }
]
const ENVELOPES = 3
const STAMP_MM = 14

/** Sổ gửi văn bản đi bưu điện: what goes to one recipient on one day goes in one envelope. */
export function postBook(archive: ReportArchive, params: ReportParams): PrintDocument {
  const posted = deliveredIn(archive.db, { ...params, direction: params.direction ?? null }, archive.today()).filter(
    ({ delivery, document }) =>
      document.direction !== 'incoming' && (delivery.channel === 'post' || delivery.channel === 'courier')
  )
  return printDocument(archive, 'post-book', {
    title: 'Sổ gửi văn bản đi bưu điện',
    lines: [periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')],
    landscape: false,
    columns: COLUMNS,
    numbered: true,
    rowMm: STAMP_MM,
    groups: [{ title: null, rows: inEnvelopes(posted).map(printRow), total: null }],
    tallies: [
      { unit: 'văn bản', column: null },
      { unit: 'bì', column: ENVELOPES }
    ],
    pageTotals: true,
    closing: 'Cộng từ đầu bản in',
    empty: 'Không có văn bản nào gửi bưu điện trong kỳ này.',
    signer: 'NGƯỜI LẬP SỔ'
  })
}

function inEnvelopes(posted: readonly Delivered[]): readonly (readonly Delivered[])[] {
  const held = new Map<string, Delivered[]>()
  for (const one of posted) {
    const { sentOn, bodyId, channel } = one.delivery
    const key = `${sentOn}|${bodyId}|${channel}`
    const known = held.get(key)
    if (known) known.push(one)
    else held.set(key, [one])
  }
  return [...held.values()]
}

function printRow(envelope: readonly Delivered[]): PrintRow {
  const [first] = envelope
  const each = (say: (one: Delivered) => string | null) => [...new Set(envelope.map(say).filter(Boolean))]
  return {
    cells: [
      day(first?.delivery.sentOn),
      strong(each(({ document }) => document.reference).join(', ')),
      words(first?.delivery.bodyName),
      count(1),
      words(each(({ delivery }) => signedBy(delivery)).join('; ')),
      words(
        [
          ...each(({ document }) => (document.urgency === null ? '' : URGENCY_NAMES[document.urgency])),
          first?.delivery.channel === 'courier' ? CHANNEL_NAMES.courier : '',
          ...each(({ delivery }) => deliveryFate(delivery)),
          ...each(({ delivery }) => delivery.note)
        ]
          .filter(Boolean)
          .join('; ')
      )
    ],
    ...(first ? { documentId: first.document.id } : {}),
    tally: [envelope.length, 1]
  }
}
