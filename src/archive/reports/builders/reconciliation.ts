import type { DocumentId } from '#contract/ids.ts'
import type { PeriodReconciliation, PeriodRow } from '#contract/operations/delivery-care.ts'
import type { Reconciliation } from '#contract/operations/distribution.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { documentMatters, reconcilePeriod } from '../../store/delivery-period.ts'
import { documentNotices } from '../../store/notices.ts'
import { office } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { STATE_NAMES } from '../delivery-words.ts'
import { documentSentence, typeAndSubject } from '../document-words.ts'
import { periodLine } from '../period-line.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'

type Matter = PeriodRow['matters'][number]
type Kind = Matter['matter']

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 10, align: 'center', whole: true },
  { title: 'Nơi nhận', mm: 52, align: 'left' },
  { title: 'Ghi trong văn bản', mm: 44, align: 'left' },
  { title: 'Ngày gửi', mm: 22, align: 'center', whole: true },
  { title: 'Số ngày', mm: 14, align: 'center', whole: true },
  { title: 'Tình trạng', mm: 38, align: 'left' }
]

/** The kinds of matters, the gravest first, as their heads call them. */
const PARTS: readonly (readonly [Kind, string])[] = [
  ['not-sent', 'Có trong văn bản, chưa gửi'],
  ['unknown', 'Có trong văn bản, chưa rõ là ai'],
  ['unacknowledged', 'Đã gửi, chưa ký nhận'],
  ['extra', 'Đã gửi, không có trong văn bản']
]

/** Phiếu đối chiếu nơi nhận: of one paper, or of a period; only what is not in order (D03). */
export function reconciliationSheet(archive: ReportArchive, params: ReportParams): PrintDocument {
  return params.documentId === null ? ofPeriod(archive, params) : ofDocument(archive, params.documentId)
}

function ofDocument(archive: ReportArchive, id: DocumentId): PrintDocument {
  const made = documentMatters(archive.db, id, archive.today())
  const limit = office(archive.db).acknowledgeDays
  const groups = PARTS.flatMap(([kind, title]): PrintGroup[] => {
    const rows = made.matters.filter((one) => one.matter === kind)
    return rows.length > 0
      ? [{ title: `${title} (${rows.length})`, rows: rows.map((one) => rowOf(one, limit)), total: null }]
      : []
  })
  const notices = documentNotices(archive.db, id)
  return printDocument(archive, 'reconciliation', {
    title: 'Phiếu đối chiếu nơi nhận văn bản',
    lines: [documentSentence(made.document), countsLine(made), ...notices.map((notice) => noticeLine(notice, id))],
    landscape: false,
    columns: COLUMNS,
    groups: numbered(groups),
    tallies: [{ unit: 'nơi phải xem', column: null }],
    closing: 'Cộng',
    empty: 'Mọi nơi nhận ghi trong văn bản đã được gửi và đã ký nhận.',
    signer: 'NGƯỜI ĐỐI CHIẾU'
  })
}

function ofPeriod(archive: ReportArchive, params: ReportParams): PrintDocument {
  const made = reconcilePeriod(
    archive.db,
    { ...ALL, direction: params.direction ?? 'outgoing', from: params.from, to: params.to, bodyId: params.bodyId },
    archive.today()
  )
  const { acknowledgeDays, termStarts } = office(archive.db)
  const groups = made.rows
    .filter((row) => row.matters.length > 0)
    .map(
      (row): PrintGroup => ({
        title: [
          row.document.reference ?? 'Không số',
          row.document.issuedOn === null ? '' : `ngày ${printDay(row.document.issuedOn)}`,
          typeAndSubject(row.document)
        ]
          .filter(Boolean)
          .join(', '),
        rows: [...row.matters].sort(byPart).map((one) => rowOf(one, acknowledgeDays)),
        total: null
      })
    )
  return printDocument(archive, 'reconciliation', {
    title: 'Bảng đối chiếu chuyển giao văn bản',
    lines: [periodLine(params.from, params.to, termStarts, 'Toàn bộ kho'), lightsLine(made), countsLine(made.counts)],
    landscape: false,
    columns: COLUMNS,
    groups: numbered(groups),
    tallies: [{ unit: 'nơi phải xem', column: null }],
    closing: 'Cộng',
    empty: 'Mọi văn bản trong kỳ đã gửi đủ và đã có ký nhận.',
    signer: 'NGƯỜI ĐỐI CHIẾU'
  })
}

const ALL = { only: 'all', openOnly: false, bodyId: null, text: '' } as const

function byPart(a: Matter, b: Matter): number {
  const at = (one: Matter) => PARTS.findIndex(([kind]) => kind === one.matter)
  return at(a) - at(b)
}

function numbered(groups: readonly PrintGroup[]): readonly PrintGroup[] {
  let number = 0
  return groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, cells: [count(++number), ...row.cells.slice(1)] }))
  }))
}

function rowOf({ matter, row }: Matter, limit: number): PrintRow {
  const { delivery } = row
  const late =
    matter === 'unacknowledged' && (row.ageDays ?? 0) > limit ? `quá hạn ${(row.ageDays ?? 0) - limit} ngày` : ''
  const state =
    matter === 'extra' ? `Ngoài nơi nhận; ${STATE_NAMES[row.state].toLocaleLowerCase('vi')}` : STATE_NAMES[row.state]
  return {
    cells: [
      count(0),
      matter === 'not-sent' ? strong(row.name) : words(row.name),
      words(
        [row.lineText === row.name ? '' : row.lineText, ...row.alsoIn.map((place) => `cũng ở: ${place}`)]
          .filter(Boolean)
          .join('; ')
      ),
      day(delivery?.sentOn),
      count(row.ageDays),
      words([state, late].filter(Boolean).join(', '))
    ],
    tally: [1]
  }
}

type Counted = Omit<Reconciliation['counts'], 'fileCopies' | 'recalled'>

function countsLine(counts: Counted): string {
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

function lightsLine({ documents, lights }: PeriodReconciliation): string {
  return `${documents} văn bản: ${lights.red} còn thiếu hoặc quá hạn, ${lights.amber} đang chờ, ${lights.green} đã xong`
}

function noticeLine(notice: ReturnType<typeof documentNotices>[number], documentId: string): string {
  const kinds = { recall: 'Thu hồi', replace: 'Thay thế', correct: 'Đính chính' } as const
  if (notice.first.id !== documentId) return `${kinds[notice.kind]} văn bản ${notice.first.reference ?? ''}.`
  const by = notice.by ? ` bằng văn bản ${notice.by.reference ?? ''}` : ''
  const back = notice.recalled > 0 ? `: ${notice.recalled} nơi phải trả, ${notice.returned} đã trả` : ''
  return `${kinds[notice.kind]} ngày ${printDay(notice.on)}${by}${back}.`
}
