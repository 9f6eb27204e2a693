import type { ReportParams } from '#contract/operations/registers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { office } from '../../store/office.ts'
import { unacknowledged as list } from '../../store/unacknowledged.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { CHANNEL_NAMES } from '../channel-names.ts'
import { typeAndSubject } from '../document-words.ts'
import { periodLine } from '../period-line.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 31, align: 'left' },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 82, align: 'left' },
  { title: 'Số bản', mm: 13, align: 'center', whole: true },
  { title: 'Ngày chuyển', mm: 22, align: 'center', whole: true },
  { title: 'Cách gửi', mm: 24, align: 'center' },
  { title: 'Số ngày', mm: 15, align: 'center', whole: true },
  { title: 'Ghi chú', mm: 47, align: 'left' }
]
type Waiting = OutputOf<'delivery.unacknowledged'>['groups'][number]['deliveries'][number]

/** Danh sách chưa ký nhận: by recipient, the longest waiting first; late ones are said to be (D05). */
export function unacknowledged(archive: ReportArchive, params: ReportParams): PrintDocument {
  const limit = office(archive.db).acknowledgeDays
  const groups = list(archive.db, { by: 'body', olderThanDays: 0 }, archive.today()).groups.flatMap((group) => {
    const deliveries = group.deliveries.filter((one) => isAsked(one, params))
    return deliveries.length > 0 ? [{ ...group, deliveries }] : []
  })
  const all = groups.flatMap((group) => group.deliveries)
  const late = all.filter((one) => one.ageDays > limit).length
  const period = params.from === null && params.to === null ? [] : [sentIn(params, office(archive.db).termStarts)]
  return printDocument(archive, 'unacknowledged', {
    title: 'Danh sách nơi nhận chưa ký nhận văn bản',
    lines: [
      ...period,
      `Đến ngày ${printDay(archive.today())}: ${groups.length} nơi, ${all.length} lượt chưa ký nhận, ${late} lượt quá ${limit} ngày`
    ],
    landscape: true,
    columns: COLUMNS,
    groups: numbered(groups, limit),
    tallies: [{ unit: 'lượt chưa ký nhận', column: null }],
    closing: 'Cộng',
    empty: 'Không có nơi nào chưa ký nhận.',
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}

function isAsked(one: Waiting, params: ReportParams): boolean {
  return (
    one.sentOn >= (params.from ?? '') &&
    one.sentOn <= (params.to ?? '9999-12-31') &&
    (params.documentId === null || one.documentId === params.documentId) &&
    (params.direction === null || one.document.direction === params.direction)
  )
}

function numbered(
  groups: readonly Readonly<{ title: string; deliveries: readonly Waiting[] }>[],
  limit: number
): readonly PrintGroup[] {
  let number = 0
  return groups.map((group) => ({
    title: `${group.title} (${group.deliveries.length} văn bản)`,
    rows: group.deliveries.map((one) => printRow(one, ++number, limit)),
    total: null
  }))
}

function printRow(one: Waiting, number: number, limit: number): PrintRow {
  const late = one.ageDays > limit ? `Quá hạn ${one.ageDays - limit} ngày` : ''
  const received = one.receivedOn === null ? '' : `Đã nhận ${printDay(one.receivedOn)}`
  return {
    cells: [
      count(number),
      strong(one.document.reference),
      day(one.document.issuedOn),
      words(typeAndSubject(one.document)),
      count(one.copies),
      day(one.sentOn),
      words(CHANNEL_NAMES[one.channel]),
      count(one.ageDays),
      words([late, received, one.note].filter(Boolean).join('; '))
    ],
    tally: [1]
  }
}

function sentIn(params: ReportParams, termStarts: readonly string[]): string {
  const period = periodLine(params.from, params.to, termStarts, '')
  return `Văn bản chuyển: ${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)}`
}
