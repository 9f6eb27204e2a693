import type { ReportParams } from '#contract/operations/registers.ts'
import { bodiesSentTo, bodyLog } from '../../store/body-log.ts'
import { office } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { CHANNEL_NAMES } from '../channel-names.ts'
import { deliveryFate, STATE_NAMES } from '../delivery-words.ts'
import { typeAndSubject } from '../document-words.ts'
import { periodLine } from '../period-line.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 32, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 84, align: 'left' },
  { title: 'Số bản', mm: 13, align: 'center', whole: true },
  { title: 'Ngày gửi', mm: 22, align: 'center', whole: true },
  { title: 'Cách gửi', mm: 23, align: 'center' },
  { title: 'Ngày ký nhận', mm: 22, align: 'center', whole: true },
  { title: 'Tình trạng, ghi chú', mm: 38, align: 'left' }
]
const COPIES = 4

type Sent = ReturnType<typeof bodyLog>

/** Văn bản đã gửi một nơi: everything that went to a body in a period, oldest first; of no body: each with its own (S14). */
export function sentToBody(archive: ReportArchive, params: ReportParams): PrintDocument {
  const { from, to, bodyId } = params
  const bodies = bodyId === null ? bodiesSentTo(archive.db, from ?? '', to ?? '9999-12-31') : [bodyId]
  const logs = bodies.map((id) => bodyLog(archive.db, { bodyId: id, from, to, text: '' }, archive.today()))
  const one = bodyId === null ? null : logs[0]
  return printDocument(archive, 'sent-to-body', {
    title: one ? 'Danh sách văn bản đã gửi' : 'Văn bản đã gửi theo nơi nhận',
    lines: [
      ...(one ? [`Nơi nhận: ${one.body.name}`] : []),
      periodLine(from, to, office(archive.db).termStarts, 'Từ trước đến nay')
    ],
    landscape: true,
    columns: COLUMNS,
    groups: groupsOf(logs, one === null),
    tallies: [
      { unit: 'lượt gửi', column: null },
      { unit: 'bản', column: COPIES }
    ],
    closing: 'Cộng',
    empty: 'Không gửi văn bản nào trong kỳ.',
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}

function groupsOf(logs: readonly Sent[], named: boolean): readonly PrintGroup[] {
  let number = 0
  return logs.map(({ body, rows }) => ({
    title: named ? `${body.name} (${rows.length})` : null,
    total: null,
    rows: [...rows].reverse().map((one) => printRow(one, ++number))
  }))
}

function printRow(one: Sent['rows'][number], number: number): PrintRow {
  const state = deliveryFate(one) || STATE_NAMES[one.state]
  return {
    cells: [
      count(number),
      strong(one.document.reference),
      day(one.document.issuedOn),
      words(typeAndSubject(one.document)),
      count(one.copies),
      day(one.sentOn),
      words(CHANNEL_NAMES[one.channel]),
      day(one.acknowledgedOn),
      words([state, one.acknowledgedBy, one.note].filter(Boolean).join('; '))
    ],
    tally: [1, one.copies]
  }
}
