import type { Reconciliation, ReconciliationRow } from '#contract/operations/distribution.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { Delivery } from '#contract/schemas.ts'
import { documentDeliveries } from '../../store/delivery-rows.ts'
import { reconcile } from '../../store/reconciliation.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, words } from '../cells.ts'
import { CHANNEL_NAMES } from '../channel-names.ts'
import { STATE_NAMES } from '../delivery-words.ts'
import { documentSentence } from '../document-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'
import { documentAsked } from './one-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Nơi nhận', mm: 52, align: 'left' },
  { title: 'Ghi trong văn bản', mm: 46, align: 'left' },
  { title: 'Cách gửi', mm: 21, align: 'center' },
  { title: 'Số bản', mm: 12, align: 'center', whole: true },
  { title: 'Ngày gửi', mm: 22, align: 'center', whole: true },
  { title: 'Ngày nhận', mm: 22, align: 'center', whole: true },
  { title: 'Ngày ký nhận', mm: 22, align: 'center', whole: true },
  { title: 'Người ký nhận', mm: 27, align: 'left' },
  { title: 'Tình trạng, ghi chú', mm: 32, align: 'left' }
]
const COPIES = 4

type Part = Readonly<{ title: string; holds(row: ReconciliationRow): boolean }>
const PARTS: readonly Part[] = [
  { title: 'Gửi theo văn bản', holds: (row) => row.source !== 'extra' && row.delivery !== null },
  { title: 'Có trong văn bản, chưa gửi', holds: (row) => row.state === 'not-sent' },
  { title: 'Có trong văn bản, không phải gửi', holds: (row) => row.state === 'dismissed' },
  { title: 'Có trong văn bản, chưa rõ là ai', holds: (row) => row.state === 'unknown' },
  { title: 'Gửi ngoài nơi nhận ghi trong văn bản', holds: (row) => row.source === 'extra' }
]

/** Nhật ký chuyển giao: whom the text names against whom it was sent to, each sending with its dates and signature (D03). */
export function distributionLog(archive: ReportArchive, params: ReportParams): PrintDocument {
  const id = documentAsked(params)
  const made = reconcile(archive.db, id, archive.today())
  const sendings = documentDeliveries(archive.db, id, archive.today())
  return printDocument(archive, 'distribution-log', {
    title: 'Nhật ký chuyển giao văn bản',
    lines: [documentSentence(made.document), countsLine(made.counts)],
    landscape: true,
    columns: COLUMNS,
    groups: groupsOf(made.rows, sendings),
    tallies: [
      { unit: 'dòng', column: null },
      { unit: 'bản', column: COPIES }
    ],
    closing: 'Cộng',
    empty: 'Văn bản không ghi nơi nhận và chưa gửi nơi nào.',
    footnotes: made.counts.fileCopies > 0 ? [`${made.counts.fileCopies} bản lưu, không tính là lượt gửi.`] : [],
    signer: 'NGƯỜI LẬP'
  })
}

function groupsOf(rows: readonly ReconciliationRow[], sendings: readonly Delivery[]): readonly PrintGroup[] {
  let number = 0
  const groups = PARTS.map((part): PrintGroup => {
    const held = rows.filter(part.holds).flatMap((row) => {
      const all = sendings.filter((one) => one.bodyId === row.bodyId)
      return (all.length > 0 ? all : [null]).map((delivery) => printRow(row, delivery, ++number))
    })
    return { title: part.title, rows: held, total: null }
  })
  return groups.filter((group) => group.rows.length > 0)
}

function printRow(row: ReconciliationRow, delivery: Delivery | null, number: number): PrintRow {
  const state = delivery?.state ?? row.state
  return {
    cells: [
      count(number),
      words(row.name),
      words(lineWords(row)),
      words(row.state === 'unknown' ? '' : CHANNEL_NAMES[delivery?.channel ?? row.channel]),
      count(delivery?.copies),
      day(delivery?.sentOn),
      day(delivery?.receivedOn),
      day(delivery?.acknowledgedOn),
      words(delivery?.acknowledgedBy ?? delivery?.receivedBy),
      words(
        [stateWords(state, delivery), row.dismissedReason, delivery?.basis, delivery?.note].filter(Boolean).join('; ')
      )
    ],
    tally: [1, delivery?.copies ?? 0]
  }
}

function stateWords(state: ReconciliationRow['state'], delivery: Delivery | null): string {
  const on = delivery?.recalledOn ?? delivery?.returnedOn ?? null
  const waits = state === 'sent' || state === 'received'
  const age = waits && delivery && delivery.ageDays > 0 ? ` (${delivery.ageDays} ngày)` : ''
  return `${STATE_NAMES[state]}${on === null ? '' : ` ${printDay(on)}`}${age}`
}

/** The line that names it; a group's members are said to come from it. */
function lineWords(row: ReconciliationRow): string {
  if (row.lineText === null) return ''
  const list = row.source === 'addressees' ? 'Kính gửi: ' : ''
  return list + row.lineText
}

function countsLine(counts: Reconciliation['counts']): string {
  return [
    `Theo văn bản: ${counts.expected} nơi`,
    `đã gửi ${counts.sent}`,
    `đã ký nhận ${counts.acknowledged}`,
    `chưa ký nhận ${counts.unacknowledged}`,
    `chưa gửi ${counts.notSent}`,
    ...(counts.unknown > 0 ? [`chưa rõ là ai ${counts.unknown}`] : []),
    ...(counts.extra > 0 ? [`gửi ngoài nơi nhận ${counts.extra}`] : [])
  ].join('; ')
}
